/**
 * The run itself: lots of rows, each lot in one transaction together with the counts, so that a process killed at any moment has
 * either done a lot or not begun it. Whoever takes the work up again goes on behind the last line that was counted.
 */
import type { FieldDefinition, Values } from '../../../contract/definition.ts'
import { refusal } from '../../../contract/refusal.ts'
import { say } from '../../../contract/text.ts'
import { sql } from '../../../expression/sql.ts'
import type { Manner } from '../../../fields/field.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Db } from '../../kernel/db/database.ts'
import { mannerOf } from '../../kernel/manner.ts'
import { findDuplicates, keyOf, keyValue, type Match } from '../../kernel/query/duplicates.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { createMany } from '../../kernel/records/create.ts'
import { isRefused, type Outcome } from '../../kernel/records/writing.ts'
import type { Counts } from '../contract.ts'
import { offerOf, refuseCircle, resolveLinks, wouldBeMade, type Found } from '../links/actions.ts'
import type { ImportRow } from '../queries.ts'
import type { RefusedRow } from '../refused/queries.ts'
import type { FileRow } from '../reading/rows.ts'
import { decisionFor, onlyEmpty, unfilled, type Decision } from '../rules.ts'
import { refusals } from '../texts.ts'
import { planOf, prepareRow, wrongColumns, type CellRefusal, type FileCell, type Plan, type PreparedRow } from '../values/rules.ts'
import { currentValues } from './queries.ts'

/** Rows of one transaction: its commit, its turn among imports and its first reading are paid for by many rows. */
export const lotSize = 2_000

export interface Going {
  ctx: Ctx
  row: ImportRow
  plan: Plan
  manner: Manner
  found: Found
  headers: readonly string[]
  /** What the file lacks for new records: it then changes those that are there, and no others. */
  lacking: readonly FieldDefinition[]
  /** Keys of rows that this rehearsal has seen, since it writes nothing that later rows could be compared with. */
  seen: Map<string, number> | null
}

/** One row of the file on its way. */
export interface Work {
  line: number
  cells: readonly FileCell[]
  prepared: PreparedRow
  match: Match | null
  /** The same file had it before, in this line. */
  earlier: number | null
  decision: Decision
  outcome: 'created' | 'updated' | 'skipped' | 'refused' | null
}

export function startGoing(ctx: Ctx, row: ImportRow, options: { rehearse: boolean }): Going {
  const object = ctx.registry.object(row.object)
  const owner = ctx.registry.field(row.object, 'owner')
  const fields = owner === null ? object.fields : [...object.fields, owner]
  return {
    ctx, row, found: new Map(),
    plan: planOf(fields, row.mapping, (row.options.defaults ?? {}) as Values),
    manner: mannerOf(ctx),
    headers: row.columns.map(({ header }) => header),
    lacking: unfilled(fields, row.mapping, row.options),
    seen: options.rehearse ? new Map() : null,
  }
}

/** Rows read as the file has them, without the database: what is wrong with them by themselves is known. */
export function readLot(going: Going, rows: readonly FileRow[]): Work[] {
  return rows.map((row): Work => {
    const wrong = row.problem ?? (row.cells.length === going.headers.length ? null : wrongColumns(going.headers.length, row.cells.length))
    const prepared = wrong === null ? prepareRow(going.plan, row.cells, going.manner) : { values: {}, lookups: [], refusals: [{ column: null, field: null, refusal: wrong }], awaits: false }
    return { line: row.line, cells: row.cells, prepared, match: null, earlier: null, decision: 'create', outcome: null }
  })
}

/** Rows that were read made ready: links looked up, records found that they are the same as, and what is to happen with each. */
export async function prepareLot(going: Going, works: readonly Work[]): Promise<void> {
  await lookUpLinks(going, works)
  await matchLot(going, works.filter(isReady))
}

const isReady = ({ prepared, outcome }: Work): boolean => outcome === null && !prepared.awaits

async function lookUpLinks(going: Going, works: readonly Work[]): Promise<void> {
  const rows = works.flatMap(({ prepared, outcome }) => (outcome === null && prepared.refusals.length === 0 ? [prepared] : []))
  await resolveLinks(going.ctx, rows, { found: going.found, operation: going.row.id, rehearse: going.seen !== null, offered: offeredBy(going, rows) })
  for (const work of works) if (work.prepared.refusals.length > 0) work.outcome = 'refused'
}

/** The fields by which rows of this file name records of its own object: groups of a tree, versions that replace one another. */
const waysTo = ({ plan, row: { object } }: Going): string[] =>
  [...new Set(plan.targets.flatMap((target) => ('target' in target.definition && target.definition.target === object ? [target.by ?? 'name'] : [])))]

function offeredBy(going: Going, rows: readonly PreparedRow[]): Set<string> {
  return new Set(waysTo(going).flatMap((by) => rows.flatMap((row) => offerOf(row, going.row.object, by) ?? [])))
}

/** What a rehearsal would have made, for the rows that name it. */
export function offerMade(going: Going, works: readonly Work[]): void {
  for (const by of waysTo(going)) for (const { prepared, outcome } of works) {
    const offer = outcome === 'created' ? offerOf(prepared, going.row.object, by) : null
    if (offer !== null) going.found.set(offer, [wouldBeMade])
  }
}

/** Works through a lot in rounds: in each go rows whose keys no other has and that wait for nobody; the others are looked up again when these are there. */
export async function inRounds(going: Going, works: readonly Work[], go: (now: readonly Work[]) => Promise<void>): Promise<void> {
  for (let round = 0, left = works.filter(({ outcome }) => outcome === null); left.length > 0; round++) {
    const ready = left.filter(isReady)
    // A rehearsal knows from the file itself which rows repeat one another.
    const now = going.seen === null ? firstOfEachKey(going, ready) : ready
    if (now.length === 0) for (const work of left) refuseCircle(work.prepared, going.found)
    else {
      if (round > 0) await matchLot(going, now)
      refuseNew(going, now)
      await go(now.filter(({ outcome }) => outcome === null))
    }
    await lookUpLinks(going, left.filter(({ prepared }) => prepared.awaits))
    left = left.filter(({ outcome }) => outcome === null)
  }
}

function refuseNew({ lacking, ctx: { language } }: Going, works: readonly Work[]): void {
  if (lacking.length === 0) return
  const fields = lacking.map(({ label }) => label[language]).join(', ')
  for (const work of works.filter(({ match, earlier }) => match === null && earlier === null)) {
    work.outcome = 'refused'
    work.prepared.refusals.push({ column: null, field: null, refusal: refusal('record_missing', refusals.recordMissing, { values: { fields } }) })
  }
}

async function matchLot(going: Going, works: readonly Work[]): Promise<void> {
  const keys = going.row.options.keys ?? []
  if (keys.length === 0) return
  const matches = Map.groupBy(await findDuplicates(going.ctx, going.row.object, works.map(({ prepared }) => prepared.values), keys), ({ n }) => n)
  for (const [n, work] of works.entries()) {
    work.match = matches.get(n)?.[0] ?? null
    work.earlier = work.match === null ? earlierIn(going, work) : null
    if (work.match !== null || work.earlier !== null) work.decision = decisionFor(going.row.options, work.line)
  }
}

/** Only a rehearsal needs to remember: in a real run the earlier row is in the database by then, or in this lot. */
function earlierIn(going: Going, work: Work): number | null {
  const { ctx, row, seen } = going
  if (seen === null) return null
  const object = ctx.registry.object(row.object)
  let earlier: number | null = null
  for (const key of row.options.keys ?? []) {
    const parts = keyOf(ctx, object, key)?.map((part) => keyValue(part, work.prepared.values))
    if (parts === undefined || parts.includes(null)) continue
    const text = `${key.join()}\n${parts.join('\n')}`
    earlier ??= seen.get(text) ?? null
    if (!seen.has(text)) seen.set(text, work.line)
  }
  return earlier
}

/** Writes a lot through the gate and the counts with it. `also` runs in the same transaction; what it throws undoes the lot. */
export async function writeLot(going: Going, works: readonly Work[], also: (db: Db, counts: Counts) => Promise<void> = async () => undefined): Promise<Counts> {
  return going.ctx.db.transaction(async (db) => {
    const ctx = { ...going.ctx, db }
    // Two imports into one object take turns lot by lot, so that each sees what the other made: no doubled records.
    await db.rows(sql`select pg_advisory_xact_lock(hashtext(${`import ${going.row.object}`}))`)
    const inTx = { ...going, ctx }
    await prepareLot(inTx, works)
    await inRounds(inTx, works, (now) => writeWorks(inTx, now))
    const counts = countsOf(works)
    await keepRefused(inTx, works, 'run')
    await db.rows(sql`update import set read = read + ${counts.read}, created = created + ${counts.created}, updated = updated + ${counts.updated},
      skipped = skipped + ${counts.skipped}, refused = refused + ${counts.refused} where id = ${going.row.id}`)
    await also(db, counts)
    return counts
  })
}

/** Rows of one lot that share a key must not be written side by side. Mostly these are all. */
function firstOfEachKey(going: Going, works: readonly Work[]): Work[] {
  const object = going.ctx.registry.object(going.row.object)
  const keys = (going.row.options.keys ?? []).map((key) => keyOf(going.ctx, object, key))
  const taken = new Set<string>()
  return works.filter((work) => {
    const texts = keys.flatMap((parts, at) => {
      const values = parts?.map((part) => keyValue(part, work.prepared.values))
      return values === undefined || values.includes(null) ? [] : [`${at}\n${values.join('\n')}`]
    })
    if (work.match !== null) texts.push(`record ${work.match.id}`)
    const isFirst = !texts.some((text) => taken.has(text))
    for (const text of texts) taken.add(text)
    return isFirst
  })
}

async function writeWorks(going: Going, works: readonly Work[]): Promise<void> {
  const { ctx, row } = going
  const byDecision = (wanted: (decision: Decision) => boolean) => works.filter(({ decision, match }) => wanted(match === null ? 'create' : decision))
  for (const work of byDecision((decision) => decision === 'skip' || decision === 'ask')) work.outcome = 'skipped'
  const creates = byDecision((decision) => decision === 'create')
  settle(creates, await createMany(ctx, row.object, creates.map(({ prepared }) => prepared.values), { operation: row.id, anyState: true }), 'created')
  const updates = byDecision((decision) => decision === 'update' || decision === 'updateEmpty')
  const current = await currentValues(ctx, row.object, updates.filter(({ decision }) => decision === 'updateEmpty').map(({ match }) => match!.id))
  const changes = updates.map(({ decision, match, prepared }) => ({
    id: match!.id,
    values: decision === 'update' ? prepared.values : onlyEmpty(prepared.values, current.get(match!.id) ?? {}),
  }))
  settle(updates, await changeMany(ctx, row.object, changes, { operation: row.id }), 'updated')
}

function settle(works: readonly Work[], outcomes: readonly Outcome[], done: 'created' | 'updated'): void {
  for (const [at, work] of works.entries()) {
    const outcome = outcomes[at]!
    work.outcome = isRefused(outcome) ? 'refused' : done
    if (isRefused(outcome)) work.prepared.refusals.push(...outcome.refused.refusals.map((refusal): CellRefusal => ({ column: null, field: refusal.field ?? null, refusal })))
  }
}

export function countsOf(works: readonly Work[]): Counts {
  const count = (outcome: Work['outcome']) => works.filter((work) => work.outcome === outcome).length
  return { read: works.length, created: count('created'), updated: count('updated'), skipped: count('skipped'), refused: count('refused') }
}

const cellText = (cell: FileCell) => (typeof cell === 'string' ? cell : String(cell.value))
/** A refused row is kept as it was; of a giant cell only its beginning, so that bad files cannot fill the database. */
const keptCell = 2_000

export function refusedRowOf(going: Going, { line, cells, prepared }: Work): RefusedRow {
  const { language } = going.ctx
  const columnOf = (column: number | null, field: string | null) => column ?? going.row.mapping.find((target) => target.field === field?.split('.')[0])?.column ?? null
  return {
    line,
    cells: cells.slice(0, 500).map((cell) => cellText(cell).slice(0, keptCell).replaceAll('\0', '')),
    reasons: prepared.refusals.map(({ column, field, refusal }) => ({
      column: going.headers[columnOf(column, field) ?? -1] ?? null, field, code: refusal.code, message: say(refusal.text, language, refusal.values),
    })),
  }
}

export async function keepRefused(going: Going, works: readonly Work[], phase: 'preview' | 'run'): Promise<void> {
  const refused = works.filter(({ outcome }) => outcome === 'refused').map((work) => refusedRowOf(going, work))
  if (refused.length === 0) return
  await going.ctx.db.rows(sql`insert into import_refused (import, phase, line, reasons, cells)
    select ${going.row.id}::uuid, ${phase}, r.line, r.reasons, r.cells from jsonb_to_recordset(${JSON.stringify(refused)}::jsonb) as r(line bigint, reasons jsonb, cells jsonb)
    on conflict do nothing`)
}
