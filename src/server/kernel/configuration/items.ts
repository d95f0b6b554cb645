/** The administrator's items as rows: reading, and writing them with an account of each change. */
import type { Item, ItemBodies, ItemKind } from '../../../contract/configuration.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import type { Db } from '../db/database.ts'
import { newId } from '../db/uuid7.ts'

export interface Stored {
  /** Raised by every change; the same in every process that has seen the same. */
  version: number
  /** Those that were removed and not yet forgotten, too. */
  items: readonly Item[]
}

/** Before the kernel's tables are made (a restore into an empty database) there is nothing but the code. */
export async function readItems(db: Db): Promise<Stored> {
  const [known] = await db.rows<{ there: boolean }>(sql`select to_regclass('configuration_version') is not null as there`)
  if (!known!.there) return { version: -1, items: [] }
  const [row] = await db.rows<{ version: number; items: Item[] | null }>(sql`
    select v.version, (select json_agg(json_build_object('kind', kind, 'id', id, 'version', version, 'body', body, 'removedAt', removed_at) order by kind, id)
      from configuration_item) as items from configuration_version v`)
  return { version: row!.version, items: row!.items ?? [] }
}

export async function readVersion(db: Db): Promise<number> {
  const [row] = await db.rows<{ version: number }>(sql`select version from configuration_version`)
  return row!.version
}

const configurationLock = 7_336_005

/** One administrator after another: whoever comes second sees what the first has done. Held to the end of the transaction. */
export async function lockConfiguration(tx: Db): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(${configurationLock})`)
}

export interface ItemWrite {
  kind: ItemKind
  id: string
  before: Item | null
  /** null: removed. */
  body: ItemBodies[ItemKind] | null
}

/** Writes the items, says in the account what was before, and raises the version. Gives the new versions of the items. */
export async function writeItems(tx: Db, ctx: Ctx, writes: readonly ItemWrite[], operation: string): Promise<{ kind: ItemKind; id: string; version: number }[]> {
  const done: { kind: ItemKind; id: string; version: number }[] = []
  for (const { kind, id, before, body } of writes) {
    const version = (before?.version ?? 0) + 1
    const kept = body ?? before!.body
    const removed = body === null ? ctx.now : null
    await tx.rows(sql`insert into configuration_item (kind, id, version, body, updated_at, updated_by, removed_at, removed_by)
      values (${kind}, ${id}, ${version}, ${JSON.stringify(kept)}::jsonb, ${ctx.now}, ${ctx.who.userId}, ${removed}, ${removed === null ? null : ctx.who.userId})
      on conflict (kind, id) do update set version = excluded.version, body = excluded.body, updated_at = excluded.updated_at, updated_by = excluded.updated_by,
        removed_at = excluded.removed_at, removed_by = excluded.removed_by`)
    await tx.rows(sql`insert into configuration_change (id, operation, at, by, kind, item, version, before, after)
      values (${newId()}, ${operation}, ${ctx.now}, ${ctx.who.userId}, ${kind}, ${id}, ${version}, ${json(isThere(before) ? before.body : null)}::jsonb, ${json(body)}::jsonb)`)
    await tx.rows(sql`delete from configuration_draft where kind = ${kind} and id = ${id}`)
    done.push({ kind, id, version })
  }
  await tx.rows(sql`update configuration_version set version = version + 1`)
  return done
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

export const isThere = (item: Item | null | undefined): item is Item => item !== null && item !== undefined && (item.removedAt ?? null) === null
