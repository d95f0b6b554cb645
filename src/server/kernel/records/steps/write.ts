/** The rows themselves, with history and outbox, and everything that must be true before they may stay. */
import { refusal, RefusalError } from '../../../../contract/refusal.ts'
import { newId } from '../../db/uuid7.ts'
import { tellLater } from '../../events/notify.ts'
import { followWrites, isFollowed } from '../followers.ts'
import { refusalErrorOf } from '../refusals.ts'
import { stale } from '../stale.ts'
import { insertRows } from '../statements/insert.ts'
import type { StatementOutcome } from '../statements/told.ts'
import { updateRows } from '../statements/update.ts'
import { texts } from '../texts.ts'
import type { Done, Draft, Refused, Writing } from '../writing.ts'
import { consequencesOf, doConsequences } from './consequences.ts'
import { refuseForeignFiles } from './files.ts'
import { holdTree, refuseCycles, touchesTree } from './tree.ts'
import { isUniqueViolation, refuseTaken, touchesUnique } from './unique.ts'

export interface Written {
  done: Done[]
  refused: Refused[]
}

/** Writes drafts that came through the steps. Each is written whole (with its consequences) or refused; none is half done. */
export async function write(writing: Writing, drafts: readonly Draft[]): Promise<Written> {
  const foreign = await refuseForeignFiles(writing, drafts)
  if (foreign.length === 0) return writeOwn(writing, drafts)
  const { done, refused } = await writeOwn(writing, drafts.filter(({ n }) => !foreign.some((one) => one.n === n)))
  return { done, refused: [...foreign, ...refused] }
}

async function writeOwn(writing: Writing, drafts: readonly Draft[]): Promise<Written> {
  if (drafts.length === 0) return { done: [], refused: [] }
  if (!needsTransaction(writing, drafts)) return writeAlone(writing, drafts)
  // What follows from one write is undone with it.
  const options = { ...writing.options, operation: writing.options.operation ?? newId() }
  try {
    return await writing.ctx.db.transaction((db) => writeTogether({ ...writing, options, ctx: { ...writing.ctx, db } }, drafts))
  } catch (error) {
    if (!(error instanceof RefusalError) && !isUniqueViolation(error)) throw error
    return drafts.length === 1 ? { done: [], refused: [await whyRefused(writing, drafts[0]!, error)] } : inHalves(writing, drafts)
  }
}

/** A trigger of the object's room may refuse a row; the statement is then undone, and with it a transaction that the caller began. */
async function writeAlone(writing: Writing, drafts: readonly Draft[]): Promise<Written> {
  try {
    return await writeRows(writing, drafts)
  } catch (error) {
    if (!(error instanceof RefusalError) || writing.ctx.db.inTransaction) throw error
    return drafts.length === 1 ? { done: [], refused: [await whyRefused(writing, drafts[0]!, error)] } : inHalves(writing, drafts)
  }
}

function needsTransaction(writing: Writing, drafts: readonly Draft[]): boolean {
  return drafts.some((draft) => touchesTree(writing, draft) || (draft.before !== null && touchesUnique(writing, draft))) || consequencesOf(writing, drafts).length > 0 || isFollowed(writing, drafts)
}

async function writeTogether(writing: Writing, drafts: readonly Draft[]): Promise<Written> {
  const climbing = drafts.filter((draft) => touchesTree(writing, draft))
  if (climbing.length > 0) await holdTree(writing)
  const written = await writeRows(writing, drafts)
  if (climbing.length > 0) await refuseCycles(writing, climbing.map(({ id }) => id))
  const done = new Set(written.done.map(({ n }) => n))
  const stay = drafts.filter(({ n }) => done.has(n))
  await doConsequences(writing, consequencesOf(writing, stay))
  await followWrites(writing, stay)
  return written
}

/** One of many cannot stay: halves go for themselves, and their halves, so that only the guilty ones are refused and the others cost little. */
async function inHalves(writing: Writing, drafts: readonly Draft[]): Promise<Written> {
  const middle = Math.ceil(drafts.length / 2)
  const first = await writeOwn(writing, drafts.slice(0, middle))
  const second = await writeOwn(writing, drafts.slice(middle))
  return { done: [...first.done, ...second.done], refused: [...first.refused, ...second.refused] }
}

async function whyRefused(writing: Writing, draft: Draft, error: unknown): Promise<Refused> {
  if (error instanceof RefusalError) return { n: draft.n, id: draft.before?.id ?? null, refused: error }
  const [taken] = await refuseTaken(writing, [draft])
  return taken ?? { n: draft.n, id: draft.before?.id ?? null, refused: new RefusalError([refusal('not_unique', texts.notUnique)]) }
}

async function writeRows(writing: Writing, drafts: readonly Draft[]): Promise<Written> {
  const creates = drafts[0]!.before === null
  const taken = creates ? [] : await refuseTaken(writing, drafts.filter((draft) => touchesUnique(writing, draft)), { onlyChanged: true })
  const left = taken.length === 0 ? drafts : drafts.filter((draft) => !taken.some(({ n }) => n === draft.n))
  if (left.length === 0) return { done: [], refused: taken }
  const outcome = creates ? await insertRows(writing, left) : await updateRows(writing, left)
  const refused = await explain(writing, left, outcome)
  const out = new Set(refused.map(({ n }) => n))
  const done = left.filter(({ n }) => !out.has(n)).map(({ n, id, before }) => ({ n, id, version: before === null ? 1 : before.version + 1 }))
  if (done.length > 0) tellLater(writing.ctx.db, { object: writing.layout.object.name, verb: writing.verb, position: outcome.position!, records: done, by: writing.ctx.who.userId })
  return { done, refused: [...taken, ...refused] }
}

/** Why the statement left rows out: rules and links it tells itself; else another holds the value, or was faster. */
export async function explain(writing: Writing, drafts: readonly Draft[], { refused }: StatementOutcome): Promise<Refused[]> {
  if (refused === null) return []
  const byNumber = new Map(drafts.map((draft) => [draft.n, draft]))
  const found: Refused[] = []
  const unknown: Draft[] = []
  for (const { n, within, lost } of refused) {
    const draft = byNumber.get(n)!
    const id = draft.before?.id ?? null
    const lostLinks = lost.map((place) => refusal('link_not_there', texts.linkNotThere, { field: writing.layout.links[place]!.name }))
    if (lostLinks.length > 0) found.push({ n, id, refused: refusalErrorOf(lostLinks) })
    else if (within !== true) found.push({ n, id, refused: new RefusalError([refusal('not_allowed', texts.outOfReach)], 403) })
    else unknown.push(draft)
  }
  return [...found, ...(await whyLeftOut(writing, unknown))]
}

async function whyLeftOut(writing: Writing, drafts: readonly Draft[]): Promise<Refused[]> {
  if (drafts.length === 0) return []
  if (drafts[0]!.before !== null) return Promise.all(drafts.map(async (draft) => ({ n: draft.n, id: draft.id, refused: await stale(writing, draft) })))
  const taken = new Map((await refuseTaken(writing, drafts)).map((one) => [one.n, one]))
  // Twice in the same lot, or its holder went to the trash this very moment.
  return drafts.map(({ n }) => taken.get(n) ?? { n, id: null, refused: new RefusalError([refusal('not_unique', texts.notUnique, repeatedField(writing))]) })
}

const repeatedField = ({ layout }: Writing) => (layout.uniques.length === 1 ? { field: layout.uniques[0]!.fields[0]!.name } : {})
