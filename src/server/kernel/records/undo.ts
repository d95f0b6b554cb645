import type { UndoAnswer, UndoConflict } from '../../../contract/records.ts'
import { refusal, refuse, RefusalError } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import { mayVerb } from '../access/row-rule.ts'
import { one } from '../query/one.ts'
import type { Ctx } from '../context.ts'
import { isId, newId } from '../db/uuid7.ts'
import { asNow } from '../history/as-now.ts'
import type { HistoryRow } from '../history/history.ts'
import type { JobTools } from '../jobs/define.ts'
import { namesOf } from '../history/names.ts'
import { texts } from './texts.ts'
import { effects, type Effect } from './undo-effects.ts'
import { linksTo, takeBack, type Left } from './undo-lot.ts'

export type UndoTarget = { operation: string } | { history: string }

export interface UndoOptions {
  /**
   * What to do when something was changed since: `refuse` all (409, the list in the facts), or `skip` it and tell. Left out: one entry
   * refuses, an operation skips.
   */
  conflicts?: 'refuse' | 'skip'
  /** For long ones, after each lot; what it throws stops the undo with the lots before kept. */
  progress?(ctx: Ctx, done: number, total: number): Promise<void>
  /** The undo's own operation. */
  as?: string
}

/** So many records are taken back in one transaction; a greater operation goes lot by lot. */
const mostAtOnce = 2_000
const lotSize = 500

/**
 * Takes back one change or everything that was done together: created records go to the trash, changed fields get their former values,
 * deleted and merged records return with their links. Fields that others changed since stay as they are. It is an operation of its
 * own. Refuses: 404 nothing_to_undo, 422 cannot_undo (purged for good), 409 changed_since.
 */
export async function undo(ctx: Ctx, target: UndoTarget, options: UndoOptions = {}): Promise<UndoAnswer> {
  const operation = options.as ?? newId()
  const strict = (options.conflicts ?? ('history' in target ? 'refuse' : 'skip')) === 'refuse'
  if ('history' in target) return inOne(ctx, await ofEntry(ctx, target.history), { operation, strict })
  const records = await recordsOf(ctx, target.operation)
  if (records.length === 0) return nothingToUndo()
  if (strict || records.length <= mostAtOnce) {
    const answer = await inOne(ctx, await entriesOf(ctx, target.operation, records), { operation, strict, of: target.operation })
    await options.progress?.(ctx, records.length, records.length)
    return answer
  }
  return lotByLot(ctx, { of: target.operation, operation, records, ...(options.progress === undefined ? {} : { progress: options.progress }) })
}

/** For a job: goes on after a kill, and is one operation however often it is begun. */
export function undoOperation(ctx: Ctx, operation: string, tools: Pick<JobTools, 'run'>): Promise<UndoAnswer> {
  const { run } = tools
  return undo(ctx, { operation }, { ...(run === null ? {} : { as: run.id }), progress: async (tx, done, total) => run?.save(tx.db, { done, total }) })
}

const nothingToUndo = (): never => refuse('nothing_to_undo', texts.nothingToUndo, { status: 404 })

interface Undoing {
  operation: string
  strict: boolean
  of?: string
}

async function inOne(ctx: Ctx, rows: readonly HistoryRow[], { operation, strict, of }: Undoing): Promise<UndoAnswer> {
  if (rows.some(({ verb }) => verb === 'purge')) refuse('cannot_undo', texts.cannotUndo)
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db }
    const { undone, left } = await takeBack(tx, effects(rows), operation)
    const conflicts = await conflictsOf(tx, left)
    // Where nothing could be taken back, the person hears what stood in the way: who has the room.
    const why = undone > 0 ? undefined : left.find(({ reason, refused }) => refused !== undefined && reason === 'changed_since')?.refused
    if (why !== undefined) throw why
    if (strict && conflicts.length > 0) {
      throw new RefusalError([refusal('changed_since', texts.changedSince, { values: { count: new Set(conflicts.map(({ id }) => id)).size } })], 409, { conflicts })
    }
    if (of !== undefined) await markMergeUndone(tx, of)
    return { operation, undone, conflicts }
  })
}

/** What stood in the way of one lot may be gone after the others: leftovers are tried again at the end. */
async function lotByLot(ctx: Ctx, work: { of: string; operation: string; records: readonly Named[]; progress?: UndoOptions['progress'] }): Promise<UndoAnswer> {
  const { of, operation, records, progress } = work
  let undone = 0
  const leftovers: Effect[] = []
  const lot = async (effectsNow: readonly Effect[], done: number) =>
    ctx.db.transaction(async (db) => {
      const tx = { ...ctx, db }
      const result = await takeBack(tx, effectsNow, operation)
      await progress?.(tx, done, records.length)
      return result
    })
  for (let start = 0; start < records.length; start += lotSize) {
    const rows = await entriesOf(ctx, of, records.slice(start, start + lotSize))
    const result = await lot(effects(rows), Math.min(start + lotSize, records.length))
    undone += result.undone
    leftovers.push(...result.left.map(({ effect }) => effect))
  }
  const last = leftovers.length === 0 ? { undone: 0, left: [] } : await lot([...new Set(leftovers)], records.length)
  return { operation, undone: undone + last.undone, conflicts: await conflictsOf(ctx, last.left) }
}

interface Named {
  object: string
  record: string
}

/** The last made first: what links to others goes before what it links to. */
function recordsOf(ctx: Ctx, operation: string): Promise<Named[]> {
  if (!isId(operation)) return Promise.resolve([])
  return ctx.db.rows<Named>(sql`select object, record from history where operation = ${operation}::uuid group by object, record order by max(at) desc, record desc`)
}

async function entriesOf(ctx: Ctx, operation: string, records: readonly Named[]): Promise<HistoryRow[]> {
  const rows = await ctx.db.rows<HistoryRow>(sql`
    select id, at, by, object, record, verb, version, changes, operation from history
    where operation = ${operation}::uuid and record = any(${records.map(({ record }) => record)}::uuid[]) order by version`)
  return rows.map((row) => ({ ...row, changes: asNow(ctx, row.object, row.changes) }))
}

/** One entry, and with it what followed from it: entries of the same moment on records that link to this one. */
async function ofEntry(ctx: Ctx, history: string): Promise<HistoryRow[]> {
  const columns = sql`id, at, by, object, record, verb, version, changes, operation`
  const [found] = isId(history) ? await ctx.db.rows<HistoryRow>(sql`select ${columns} from history where id = ${history}::uuid`) : []
  const entry = found === undefined ? undefined : { ...found, changes: asNow(ctx, found.object, found.changes) }
  if (entry === undefined || !mayVerb(ctx, entry.object, 'read') || (await one(ctx, entry.object, entry.record, { columns: ['id'], trash: true })) === null) return nothingToUndo()
  if (entry.operation === null) return [entry]
  const beside = await ctx.db.rows<HistoryRow>(sql`
    select ${columns} from history where operation = ${entry.operation}::uuid and at = ${entry.at}::timestamptz and record <> ${entry.record}::uuid order by version limit 1000`)
  return [entry, ...(await linksTo(ctx, entry, beside))]
}

async function conflictsOf(ctx: Ctx, left: readonly Left[]): Promise<UndoConflict[]> {
  const byObject = Map.groupBy(left, ({ effect }) => effect.object)
  const names = new Map<string, string>()
  for (const [object, some] of byObject) for (const { id, name } of (await namesOf(ctx, object, some.map(({ effect }) => effect.record))).values()) names.set(id, name)
  return left.map(({ effect, field, reason }) => ({ object: effect.object, id: effect.record, name: names.get(effect.record) ?? null, field, reason }))
}

const markMergeUndone = (ctx: Ctx, operation: string): Promise<unknown> => ctx.db.rows(sql`update merge set undone_at = ${ctx.now.toISOString()}::timestamptz where operation = ${operation}::uuid`)
