/** Layouts and moves may be for a role: one that nobody knows would be of no use, and come up later when nobody thinks of it. */
import type { ItemBodies, ItemKind } from '../../../contract/configuration.ts'
import type { StateMachine } from '../../../contract/states.ts'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Db } from '../db/database.ts'
import type { Registry } from '../metadata/registry.ts'
import type { ItemWrite } from './items.ts'
import { texts } from './texts.ts'

interface Named {
  role: string
  /** In the body of the item. */
  at: string
}

/** `places`: of each write in what was sent. A role that went after it was named stands in nobody's way. */
export async function unknownRoles(db: Db, registry: Registry, places: ReadonlyMap<ItemWrite, number>): Promise<Refusal[]> {
  // Where roles are not kept (a database of the kernel alone) there is nobody to ask.
  if (!registry.objects.has('role')) return []
  const named = [...places].flatMap(([{ kind, before, body }, n]) => {
    const had = new Set(before === null ? [] : rolesIn(kind, before.body).map(({ role }) => role))
    return body === null ? [] : rolesIn(kind, body).filter(({ role }) => !had.has(role)).map((one) => ({ ...one, n }))
  })
  if (named.length === 0) return []
  const there = new Set((await db.rows<{ id: string }>(sql`select id::text from role where id::text = any(${named.map(({ role }) => role)}) and deleted_at is null`)).map(({ id }) => id))
  return named.filter(({ role }) => !there.has(role)).map(({ role, at, n }) => refusal('configuration.unknown_role', texts.unknownRole, { field: `changes.${n}.${at}`, values: { role } }))
}

function rolesIn(kind: ItemKind, body: ItemBodies[ItemKind]): Named[] {
  const { role, states = [] } = body as { role?: string | null; states?: readonly StateMachine[] }
  if (kind === 'layout') return role == null ? [] : [{ role, at: 'role' }]
  return states.flatMap(({ moves }, machine) => moves.flatMap(({ roles = [] }, move) => roles.map((one) => ({ role: one, at: `states.${machine}.moves.${move}.roles` }))))
}
