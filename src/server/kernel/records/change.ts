import type { Values } from '../../../contract/definition.ts'
import type { RecordRow } from '../../../contract/records.ts'
import type { RefusalError } from '../../../contract/refusal.ts'
import type { Ctx } from '../context.ts'
import { followAtOnce } from '../formulas/atOnce.ts'
import { idsWhere } from './conditions.ts'
import { readCurrent } from './current.ts'
import { faceAfter, readSeen } from './face.ts'
import { isFollowed } from './followers.ts'
import { inTrash, notAllowed, notFound, versionMissing } from './refusals.ts'
import { stale } from './stale.ts'
import { throughSteps } from './steps/order.ts'
import { parse } from './steps/parse.ts'
import { present } from './steps/present.ts'
import { write, type Written } from './steps/write.ts'
import { texts } from './texts.ts'
import { isRefused, startWriting, type Current, type Draft, type Outcome, type Refused, type WriteOptions, type Writing } from './writing.ts'

export interface Change {
  id: string
  /** The version the caller saw. Left out: the program writes over whatever is there. */
  version?: number
  values: Values
}

/**
 * Changes the fields named. Refuses: 404 not_found; 428 version_missing; 409 stale (facts: StaleFacts), in_trash; 403 not_allowed,
 * also when the record would come out of the caller's reach; 422 as `create` does, tree_cycle.
 */
export async function change(ctx: Ctx, object: string, id: string, given: { version: number | undefined; values: Values }, options: WriteOptions = {}): Promise<RecordRow> {
  if (given.version === undefined) throw versionMissing()
  const writing = startWriting(ctx, object, 'change', options)
  const seen = await readSeen(ctx, writing.layout, id)
  const current = new Map(seen === null ? [] : [[id, seen.current]])
  const { ready, settled } = await judge(writing, [{ n: 0, id, version: given.version, values: given.values }], current)
  const [outcome] = ready.length === 0 ? settled : outcomesOf(await write(writing, ready))
  if (isRefused(outcome!)) throw outcome.refused
  const [draft] = ready
  if (draft === undefined) return seen!.face
  const hasMore = await followAtOnce(ctx, object, draft)
  return (hasMore || isFollowed(writing, ready) ? null : faceAfter(writing, seen!, draft, outcome!.version)) ?? present(ctx, object, outcome!)
}

const mostTogether = 1_000

/** Many changes, each with its outcome in the order given. Nothing different: the version stays and nothing is told. */
export async function changeMany(ctx: Ctx, object: string, changes: readonly Change[], options: WriteOptions = {}): Promise<Outcome[]> {
  const writing = startWriting(ctx, object, 'change', options)
  const outcomes: Outcome[] = new Array<Outcome>(changes.length)
  for (const lot of lots(changes.map((wanted, n) => ({ ...wanted, n })))) {
    for (const one of await changeLot(writing, lot)) outcomes[one.n] = one
  }
  return outcomes
}

type Numbered = Change & { n: number }

/** A record named twice is changed twice, one after the other. */
export function lots<T extends { id: string }>(items: readonly T[]): T[][] {
  const all: T[][] = []
  let lot: T[] = []
  let ids = new Set<string>()
  for (const item of items) {
    if (lot.length === mostTogether || ids.has(item.id)) {
      all.push(lot)
      lot = []
      ids = new Set()
    }
    lot.push(item)
    ids.add(item.id)
  }
  return lot.length === 0 ? all : [...all, lot]
}

async function changeLot(writing: Writing, changes: readonly Numbered[]): Promise<Outcome[]> {
  const { ready, settled } = await judgeLot(writing, changes)
  return [...settled, ...outcomesOf(await write(writing, ready))]
}

const outcomesOf = ({ done, refused }: Written): Outcome[] => [...done, ...refused]

/** Reads the records and takes the changes through the steps: `ready` may be written, `settled` is refused or comes out the same. */
export async function judgeLot(writing: Writing, changes: readonly Numbered[]): Promise<{ ready: Draft[]; settled: Outcome[] }> {
  return judge(writing, changes, await readCurrent(writing.ctx, writing.layout, changes.map(({ id }) => id)))
}

async function judge(writing: Writing, changes: readonly Numbered[], current: ReadonlyMap<string, Current>): Promise<{ ready: Draft[]; settled: Outcome[] }> {
  const refused: Refused[] = []
  const drafts: Draft[] = []
  for (const wanted of changes) {
    const before = current.get(wanted.id)
    const whyNot = before === undefined || !before.may.read ? notFound() : before.deletedAt !== null ? inTrash() : null
    if (whyNot === null) drafts.push(draftOf(before!, wanted))
    else refused.push({ n: wanted.n, id: wanted.id, refused: whyNot })
  }
  for (const draft of drafts.filter(isLate)) refused.push({ n: draft.n, id: draft.id, refused: await whyLate(writing, draft) })
  const through = await throughSteps(writing, drafts.filter((draft) => !isLate(draft)), 'change')
  const same = through.ready.filter(({ changed }) => changed.length === 0).map(({ n, id, before }) => ({ n, id, version: before!.version }))
  return { ready: through.ready.filter(({ changed }) => changed.length > 0), settled: [...refused, ...through.refused, ...same] }
}

function draftOf(before: Current, { n, version, values }: Numbered): Draft {
  const { deletedAt, deletedBy, archivedAt } = before
  return { n, id: before.id, seen: version ?? null, before, given: values, after: before.values, standing: { deletedAt, deletedBy, archivedAt }, changed: [], refusals: [] }
}

const isLate = ({ seen, before }: Draft): boolean => seen !== null && seen !== before!.version

/** What he may not do at all is said before that he came late. */
async function whyLate(writing: Writing, draft: Draft): Promise<RefusalError> {
  return draft.before!.may.change ? stale(writing, parse(writing, draft)) : notAllowed(texts.changeNotAllowed)
}

/** Changes all records that meet a condition; for consequences and other works of the program. */
export async function changeWhere(ctx: Ctx, object: string, { where, values }: { where: string; values: Values }, options: WriteOptions = {}): Promise<Outcome[]> {
  const ids = await idsWhere(ctx, object, where)
  return changeMany(ctx, object, ids.map((id) => ({ id, values })), options)
}
