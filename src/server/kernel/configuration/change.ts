/** The one way in which the configuration changes: checked as a whole, in one transaction with the tables it needs. */
import { itemKinds, type Item, type ItemBodies, type ItemChange, type ItemKind } from '../../../contract/configuration.ts'
import { refusal, refuse, RefusalError, type Refusal } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import type { Db } from '../db/database.ts'
import { newId } from '../db/uuid7.ts'
import { tellLater } from '../events/notify.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { assemble } from '../metadata/build.ts'
import type { Registry } from '../metadata/registry.ts'
import { recordOperation } from '../monitoring/operations.ts'
import { objectsThere, strayWrites } from './belonging.ts'
import { addColumns, patiently } from './columns.ts'
import { compose } from './compose.ts'
import { fillNew } from './fill.ts'
import { indexJobName } from './indexing.ts'
import { isThere, lockConfiguration, readItems, writeItems, type ItemWrite } from './items.ts'
import { configurationChannel, fit, liveRegistryOf, type Misfit } from './live.ts'
import { rememberingWords } from './former.ts'
import { identifying } from './identity.ts'
import { takenNames } from './names.ts'
import { unknownRoles } from './roles.ts'
import { bodyOf } from './shapes.ts'
import { texts } from './texts.ts'
import { fieldTransitions, type Transition } from './transitions.ts'
import { usesLost } from './uses.ts'

export interface ChangeAnswer {
  /** By it the whole change can be undone; null of a rehearsal, and where nothing was to be done. */
  operation: string | null
  items: { kind: ItemKind; id: string; version: number }[]
  /** What the administrator should know: records that lack a value that is required from now on … */
  notes: ChangeNote[]
}

export interface ChangeNote {
  kind: 'gaps'
  object: string
  field: string
  count: number
}

export interface ChangeOptions {
  /** Everything but the change: what would be refused, and what it would bring. */
  rehearse?: boolean
  /** Removed items may be replaced, versions are not asked for: a configuration file says how all is to be. */
  whole?: boolean
}

export function requireConfigurator({ who }: Ctx): void {
  const byKey = who.keyScopes !== null && !who.keyScopes.has('admin')
  if (byKey || !(who.all || who.functions.has('settings'))) refuse('not_allowed', texts.notAllowed, { status: 403 })
}

/**
 * Refuses with 403, 409 (`stale`, with the item as it is now) or 422 (places: 'changes.N.…' in what was sent, 'object.field' in what would come of it).
 * When it returns, this process has the new registry, and the others are told.
 */
export async function changeConfiguration(ctx: Ctx, changes: readonly ItemChange[], options: ChangeOptions = {}): Promise<ChangeAnswer> {
  requireConfigurator(ctx)
  const answer = await patiently(() => ctx.db.transaction((tx) => changeWithin(tx, { ...ctx, db: tx }, changes, options))).catch(busy)
  if (options.rehearse !== true) await liveRegistryOf(ctx.db)?.refresh()
  return answer
}

function busy(error: unknown): never {
  if ((error as { code?: unknown }).code === '55P03') refuse('configuration.busy', texts.busy, { status: 409 })
  throw error
}

/** In the caller's transaction, which must be short and end with it. */
export async function changeWithin(tx: Db, ctx: Ctx, changes: readonly ItemChange[], { rehearse = false, whole = false }: ChangeOptions): Promise<ChangeAnswer> {
  const code = liveRegistryOf(tx)?.code
  if (code === undefined) throw new Error('the configuration changes only where the live registry is kept')
  await lockConfiguration(tx)
  const { items } = await readItems(tx)
  const { registry: before, misfits } = fit(code, items)
  const places = planned(ctx, changes, { items, whole, before })
  const writes = [...places.keys()]
  const strangers = await unknownRoles(tx, before, places)
  if (strangers.length > 0) throw new RefusalError(strangers, 422)
  if (writes.length === 0) return { operation: null, items: [], notes: [] }
  const after = await checked(tx, { before, misfits, code, next: withWrites(items, writes), writes })
  const transitions = fieldTransitions(before, after)
  const notes = await notesOf({ ...ctx, db: tx, registry: before }, transitions, after)
  if (rehearse) return { operation: null, items: [], notes }
  const operation = newId()
  const done = await writeItems(tx, ctx, writes, operation)
  for (const { run } of transitions) await run?.(tx)
  await addColumns(tx, { before, after })
  await enqueue(tx, indexJobName, {}, { key: indexJobName })
  await fillNew({ ...ctx, db: tx, registry: after }, before, after)
  await tx.rows(sql`select pg_notify(${configurationChannel}, '')`)
  tellLater(tx, { kind: 'metadata', to: null })
  recordOperation(ctx, { what: 'configuration.change', detail: { items: done.map(({ kind, id }) => `${kind} ${id}`) } })
  return { operation, items: done, notes }
}

/** The registry as it would be after the changes; nothing is kept, and columns that are not there yet cannot be asked for. */
export async function registryAfter(ctx: Ctx, changes: readonly ItemChange[]): Promise<Registry> {
  const code = liveRegistryOf(ctx.db)?.code ?? []
  const { items } = await readItems(ctx.db)
  const { registry: before, misfits } = fit(code, items)
  const writes = [...planned(ctx, changes, { items, whole: true, before }).keys()]
  return checked(ctx.db, { before, misfits, code, next: withWrites(items, writes), writes })
}

/** Each change with what it replaces, and its place in what was sent; what would change nothing is left out. */
function planned(ctx: Ctx, changes: readonly ItemChange[], { items, whole, before: registry }: { items: readonly Item[]; whole: boolean; before: Registry }): ReadonlyMap<ItemWrite, number> {
  const known = new Map(items.map((item) => [`${item.kind} ${item.id}`, item]))
  const ofCode = new Set([...registry.objects.values()].flatMap((object) => [`object ${object.id}`, ...object.fields.map((field) => `field ${field.id}`)]))
  const refusals: Refusal[] = []
  const identified = identifying((one) => known.has(one) || ofCode.has(one))
  const placeOf = new Map<ItemWrite, number>()
  const writes = inOrder(changes).flatMap(([change, n]): ItemWrite[] => {
    const read = change.body === null ? { body: null } : bodyOf(change.kind, change.body)
    if ('refusals' in read) {
      refusals.push(...read.refusals.map((one) => ({ ...one, field: `changes.${n}${one.field ? `.${one.field}` : ''}` })))
      return []
    }
    const { id, body: said } = identified(change, read.body)
    const before = known.get(`${change.kind} ${id}`) ?? null
    const body = rememberingWords(registry, { kind: change.kind, id, body: said }, before?.body ?? null)
    if (before === null && (body === null || change.version !== null)) refusals.push(refusal('not_found', texts.unknownItem, { field: `changes.${n}` }))
    if (!whole && (before?.version ?? null) !== change.version) throw stale(ctx, before)
    if (isSame(before, body)) return []
    const write: ItemWrite = { kind: change.kind, id, before, body }
    placeOf.set(write, n)
    return [write]
  })
  if (new Set(writes.map(({ kind, id }) => `${kind} ${id}`)).size < writes.length) refusals.push(refusal('malformed', texts.twice, { field: 'changes' }))
  refusals.push(...takenNames(registry, placeOf))
  if (refusals.length > 0) throw new RefusalError(refusals, 422)
  return placeOf
}

/** As they build on each other, each with its place in what was sent. */
const inOrder = (changes: readonly ItemChange[]): [ItemChange, number][] =>
  changes.map((change, n): [ItemChange, number] => [change, n]).sort(([a], [b]) => itemKinds.indexOf(a.kind) - itemKinds.indexOf(b.kind))

const isSame = (before: Item | null, body: ItemBodies[ItemKind] | null): boolean =>
  body === null ? !isThere(before) : isThere(before) && canonical(before.body) === canonical(body)

/** Keys in one order: jsonb keeps them in its own. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner))
}

function stale(ctx: Ctx, now: Item | null): RefusalError {
  return new RefusalError([refusal('stale', texts.stale, { values: { by: texts.somebody[ctx.language] } })], 409, { current: now })
}

function withWrites(items: readonly Item[], writes: readonly ItemWrite[]): Item[] {
  const next = new Map(items.map((item) => [`${item.kind} ${item.id}`, item]))
  for (const { kind, id, before, body } of writes) {
    const version = (before?.version ?? 0) + 1
    next.set(`${kind} ${id}`, { kind, id, version, body: body ?? before!.body, removedAt: body === null ? 'now' : null } as Item)
  }
  return [...next.values()]
}

interface Plan {
  before: Registry
  misfits: readonly Misfit[]
  code: NonNullable<ReturnType<typeof liveRegistryOf>>['code']
  next: readonly Item[]
  writes: readonly ItemWrite[]
}

/** The registry that would come of it. Refuses what does not hold; what was left out before stands in nobody's way, and hides no new fault. */
async function checked(tx: Db, { before, misfits, code, next, writes }: Plan): Promise<Registry> {
  const strays = strayWrites(code, objectsThere(code, next), writes)
  if (strays.length > 0) throw new RefusalError(strays, 422)
  const written = new Set(writes.map(keyOf))
  const leftOut = new Set(misfits.map(({ item }) => keyOf(item)).filter((key) => !written.has(key)))
  const sound = assemble(compose(code, next.filter((item) => !leftOut.has(keyOf(item)))))
  const isRemoval = writes.every(({ body }) => body === null)
  if (sound.faults.length > 0) throw isRemoval ? inUse(sound.faults.map(({ field }) => ({ place: field ?? '' }))) : new RefusalError(sound.faults, 422)
  const after = leftOut.size === 0 ? sound.registry! : refitted(code, next, leftOut)
  const lost = await usesLost(tx, before, after)
  if (lost.length > 0) throw inUse(lost)
  return after
}

/** Something that was left out may hold now; it must not push out what held. */
function refitted(code: Plan['code'], next: readonly Item[], leftOut: ReadonlySet<string>): Registry {
  const { registry, misfits } = fit(code, next)
  const pushedOut = misfits.filter(({ item }) => !leftOut.has(keyOf(item)))
  if (pushedOut.length > 0) throw new RefusalError(pushedOut.map(({ fault }) => fault), 422)
  return registry
}

const keyOf = ({ kind, id }: { kind: ItemKind; id: string }): string => `${kind} ${id}`

function inUse(uses: readonly { place: string }[]): RefusalError {
  const places = [...new Set(uses.map(({ place }) => place))]
  return new RefusalError([refusal('configuration.in_use', texts.inUse, { values: { places: places.join(', ') } })], 422, { uses: places })
}

async function notesOf(ctx: Ctx, transitions: readonly Transition[], after: Registry): Promise<ChangeNote[]> {
  const refusals: Refusal[] = []
  const notes: ChangeNote[] = []
  for (const transition of transitions) {
    const told = await transition.look?.(ctx, after)
    if (told?.refusal) refusals.push(told.refusal)
    if (told?.note) notes.push(told.note)
  }
  if (refusals.length > 0) throw new RefusalError(refusals, 422)
  return notes
}
