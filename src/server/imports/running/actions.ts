/**
 * The run itself: lots of rows, each lot in one transaction together with the counts, so that a process killed at any moment has
 * either done a lot or not begun it. Whoever takes the work up again goes on behind the last line that was counted.
 */
import type { Values } from '../../../contract/definition.ts'
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
import { resolveLinks, type Found } from '../links/actions.ts'
import type { ImportRow } from '../queries.ts'
import type { RefusedRow } from '../refused/queries.ts'
import type { FileRow } from '../reading/rows.ts'
import { decisionFor, onlyEmpty, type Decision } from '../rules.ts'
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
    seen: options.rehearse ? new Map() : null,
  }
}

/** Rows read as the file has them, without the database: what is wrong with them by themselves is known. */
export function readLot(going: Going, rows: readonly FileRow[]): Work[] {
  return rows.map((row): Work => {
    const wrong = row.problem ?? (row.cells.length === going.headers.length ? null : wrongColumns(going.headers.length, row.cells.length))
    const prepared = wrong === null ? prepareRow(going.plan, row.cells, going.manner) : { values: {}, lookups: [], refusals: [{ column: null, field: null, refusal: wrong }] }
    return { line: row.line, cells: row.cells, prepared, match: null, earlier: null, decision: 'create', outcome: null }
  })
}

/** Rows that were read made ready: links looked up, records found that they are the same as, and what is to happen with each. */
export async function prepareLot(going: Going, works: readonly Work[]): Promise<void> {
  const sound = () => works.filter(({ prepared }) => prepared.refusals.length === 0)
  await resolveLinks(going.ctx, sound().map(({ prepared }) => prepared), { found: going.found, operation: going.row.id, rehearse: going.seen !== null })
  for (const work of works) if (work.prepared.refusals.length > 0) work.outcome = 'refused'
  await matchLot(going, sound())
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
    await writeInRounds(inTx, works)
    const counts = countsOf(works)
    await keepRefused(inTx, works, 'run')
    await db.rows(sql`update import set read = read + ${counts.read}, created = created + ${counts.created}, updated = updated + ${counts.updated},
      skipped = skipped + ${counts.skipped}, refused = refused + ${counts.refused} where id = ${going.row.id}`)
    await also(db, counts)
    return counts
  })
}

/**
 * Rows of one lot that share a key must not be written side by side: the first goes, the others are looked up again
 * when it is there. Mostly one round is enough.
 */
async function writeInRounds(going: Going, works: readonly Work[]): Promise<void> {
  let left = works.filter(({ outcome }) => outcome === null)
  for (let round = 0; left.length > 0; round++) {
    const { now, later } = firstOfEachKey(going, left)
    if (round > 0) await matchLot(going, now)
    await writeWorks(going, now)
    left = later
  }
}

function firstOfEachKey(going: Going, works: readonly Work[]): { now: Work[]; later: Work[] } {
  const object = going.ctx.registry.object(going.row.object)
  const keys = (going.row.options.keys ?? []).map((key) => keyOf(going.ctx, object, key))
  const taken = new Set<string>()
  const now: Work[] = []
  const later: Work[] = []
  for (const work of works) {
    const texts = keys.flatMap((parts, at) => {
      const values = parts?.map((part) => keyValue(part, work.prepared.values))
      return values === undefined || values.includes(null) ? [] : [`${at}\n${values.join('\n')}`]
    })
    if (work.match !== null) texts.push(`record ${work.match.id}`)
    if (texts.some((text) => taken.has(text))) later.push(work)
    else now.push(work)
    for (const text of texts) taken.add(text)
  }
  return { now, later }
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
