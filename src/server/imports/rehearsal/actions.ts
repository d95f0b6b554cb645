/** Going through a file without writing: what would become of each row, and all refusals. */
import type { Values } from '../../../contract/definition.ts'
import { lowerCase } from '../../../expression/letterCase.ts'
import type { RefusalError } from '../../../contract/refusal.ts'
import { refusal } from '../../../contract/refusal.ts'
import type { Match } from '../../kernel/query/duplicates.ts'
import { rehearseChanges, rehearseCreates } from '../../kernel/records/rehearse.ts'
import type { ImportAnswer } from '../contract.ts'
import type { FoundRow } from '../found/queries.ts'
import { wouldBeMade } from '../links/actions.ts'
import type { FileRow } from '../reading/rows.ts'
import { onlyEmpty } from '../rules.ts'
import { inRounds, offerMade, prepareLot, readLot, refusedRowOf, type Going, type Work } from '../running/actions.ts'
import { currentValues } from '../running/queries.ts'
import { refusals } from '../texts.ts'
import { shownValues } from './queries.ts'

type Preview = NonNullable<ImportAnswer['preview']>
const shownRows = 50
const shownRefusals = 1_000

export const emptyPreview = (): Preview => ({ rows: [], refused: [], found: [], refusedMore: false, foundMore: false, foundCount: 0 })

/** A lot gone through: each work gets the outcome it would have. */
export async function rehearseLot(going: Going, rows: readonly FileRow[], unique: UniqueSeen): Promise<Work[]> {
  const works = readLot(going, rows)
  await prepareLot(going, works)
  await inRounds(going, works, (now) => rehearseWorks(going, now, unique))
  return works
}

async function rehearseWorks(going: Going, left: readonly Work[], unique: UniqueSeen): Promise<void> {
  const skips = left.filter(({ match, earlier, decision }) => (match !== null || earlier !== null) && (decision === 'skip' || decision === 'ask'))
  for (const work of skips) work.outcome = 'skipped'
  const creates = left.filter(({ match, earlier, decision, outcome }) => outcome === null && (decision === 'create' || (match === null && earlier === null)))
  settle(creates, await rehearseCreates(going.ctx, going.row.object, creates.map(({ prepared }) => withoutMade(prepared.values)), { anyState: true }), 'created')
  for (const work of creates) if (work.outcome === 'created') refuseRepeated(going, work, unique)
  const updates = left.filter(({ outcome }) => outcome === null)
  // A row that updates an earlier row of the same file has nothing in the database to be checked against yet.
  const there = updates.filter(({ match }) => match !== null)
  const current = await currentValues(going.ctx, going.row.object, there.filter(({ decision }) => decision === 'updateEmpty').map(({ match }) => match!.id))
  const changes = there.map(({ match, decision, prepared: { values } }) => ({ id: match!.id, values: withoutMade(decision === 'update' ? values : onlyEmpty(values, current.get(match!.id) ?? {})) }))
  settle(there, await rehearseChanges(going.ctx, going.row.object, changes), 'updated')
  for (const work of updates) work.outcome ??= 'updated'
  offerMade(going, left)
}

const isMade = (value: unknown): boolean => (Array.isArray(value) ? value.includes(wouldBeMade) : value === wouldBeMade)

/** A record that the run would make first is not there yet, so no link to it can be judged. */
const withoutMade = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (!isMade(value) ? [[name, value]] : Array.isArray(value) ? [[name, value.filter((id) => id !== wouldBeMade)]] : [])))

function settle(works: readonly Work[], refused: readonly (RefusalError | null)[], done: 'created' | 'updated'): void {
  for (const [at, work] of works.entries()) {
    const why = (refused[at]?.refusals ?? []).filter((one) => !(one.field !== undefined && isMade(work.prepared.values[one.field])))
    work.outcome = why.length > 0 ? 'refused' : done
    work.prepared.refusals.push(...why.map((one) => ({ column: null, field: one.field ?? null, refusal: one })))
  }
}

/** Unique values that this file brings, with the line that brought them first. */
export type UniqueSeen = Map<string, number>

function refuseRepeated(going: Going, work: Work, seen: UniqueSeen): void {
  for (const field of going.ctx.registry.object(going.row.object).fields) {
    const value = work.prepared.values[field.name]
    if (!('unique' in field && field.unique) || typeof value !== 'string') continue
    if ('uniqueUnless' in field && field.uniqueUnless !== undefined && work.prepared.values[field.uniqueUnless]) continue
    const key = `${field.name}\n${'anyCase' in field && field.anyCase ? lowerCase(value) : value}`
    const line = seen.get(key)
    if (line === undefined) seen.set(key, work.line)
    else {
      work.outcome = 'refused'
      work.prepared.refusals.push({ column: null, field: field.name, refusal: refusal('not_unique', refusals.repeatedInFile, { field: field.name, values: { line } }) })
    }
  }
}

/** What a person looks at: the first rows as they would be, the refusals, the records found. */
export function addToPreview(preview: Preview, going: Going, works: readonly Work[]): void {
  for (const work of works) {
    if (preview.rows.length < shownRows) preview.rows.push(plannedRow(going, work))
    if (work.outcome === 'refused') {
      if (preview.refused.length < shownRefusals) preview.refused.push(refusedRowOf(going, work))
      else preview.refusedMore = true
    }
  }
  const found = works.filter(isFound)
  const room = Math.max(0, shownRefusals - preview.found.length)
  preview.found.push(...found.slice(0, room).map((work) => foundRowOf(going, work)))
  preview.foundMore ||= found.length > room
  preview.foundCount = (preview.foundCount ?? 0) + found.length
}

export const isFound = (work: Work): work is Work & { match: Match } => work.outcome !== 'refused' && work.match !== null

export const foundRowOf = (going: Going, work: Work & { match: Match }): FoundRow =>
  ({ line: work.line, record: { id: work.match.id, name: work.match.name }, by: [...work.match.by], cells: refusedRowOf(going, work).cells, values: shownValues(going, work) })

const plans = { created: 'create', updated: 'update', skipped: 'skip', refused: 'refuse' } as const

function plannedRow(going: Going, work: Work): Preview['rows'][number] {
  const asked = work.decision === 'ask' && work.outcome === 'skipped'
  return { line: work.line, plan: asked ? 'ask' : plans[work.outcome!], values: shownValues(going, work), reasons: refusedRowOf(going, work).reasons, repeats: work.earlier }
}
