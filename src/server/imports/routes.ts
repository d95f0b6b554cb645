import { setTimeout as pause } from 'node:timers/promises'
import { Readable } from 'node:stream'
import { refuse } from '../../contract/refusal.ts'
import { say } from '../../contract/text.ts'
import { sql } from '../../expression/sql.ts'
import { csvLine } from '../exports/index.ts'
import type { Ctx } from '../kernel/context.ts'
import { newId } from '../kernel/db/uuid7.ts'
import { currentFiles } from '../kernel/files/current.ts'
import { Download, implement, type Http } from '../kernel/http/implement.ts'
import { parseWith } from '../kernel/http/parameters.ts'
import { refuseUnwritable } from '../kernel/http/writable.ts'
import { cancelRun, startRun } from '../kernel/jobs/runs.ts'
import { recordOperation } from '../kernel/monitoring/operations.ts'
import { alter, existing, giveUp, receive, requireComplete, requireImporter, valuesOf, type Settings } from './actions.ts'
import * as contract from './contract.ts'
import { importsOf, mappingsOf, refusalGroups, refusedPage, type ImportRow } from './queries.ts'
import { refusals, words } from './texts.ts'

const going = new Set(['previewing', 'running', 'undoing'])

function shown({ language }: Ctx, row: ImportRow): contract.ImportAnswer {
  return {
    id: row.id, object: row.object, state: row.state, fileName: row.file_name, size: row.size, format: row.format, columns: row.columns,
    mapping: row.mapping, options: row.options, counts: { read: row.read, created: row.created, updated: row.updated, skipped: row.skipped, refused: row.refused },
    total: row.total, run: row.run, preview: row.preview, progress: going.has(row.state) ? { done: row.run_done ?? 0, total: row.run_total ?? (row.state === 'undoing' ? null : row.total) } : null, by: row.by_name === null ? null : { id: row.by, name: row.by_name },
    createdAt: row.created_at, startedAt: row.started_at, finishedAt: row.finished_at, failure: row.failure ?? (row.run_error === null ? null : say(row.run_error, language)), undoConflicts: row.undo_conflicts,
  }
}

const maxFile = 2 * 1024 * 1024 * 1024

async function upload(ctx: Ctx, http: Http): Promise<contract.ImportAnswer> {
  const fields: Record<string, string> = {}
  let file: { fileName: string; hash: string; size: number } | null = null
  for await (const part of http.parts()) {
    if (part.kind === 'field') fields[known(part.name)] = part.value
    else file = { fileName: part.fileName, ...(await currentFiles().put(part.stream, { maxBytes: maxFile })) }
  }
  if (fields.object === undefined) return refuse('import.no_object', refusals.noObject, { field: 'object', status: 400 })
  if (file === null) return refuse('import.no_file', refusals.noFile, { field: 'file', status: 400 })
  const settings = parseWith(contract.uploadSettings, { mapping: jsonIn(fields, 'mapping'), options: jsonIn(fields, 'options'), format: jsonIn(fields, 'format') }, ctx.language)!
  refuseUnwritable({ ...fields, ...settings })
  http.setStatus(201)
  return shown(ctx, await receive(ctx, currentFiles(), { object: fields.object, ...file, settings }))
}

const partNames = new Set(['object', 'mapping', 'options', 'format'])
const known = (name: string): string => (partNames.has(name) ? name : refuse('unknown_field', refusals.unknownPart, { field: name, values: { name }, status: 400 }))

function jsonIn(fields: Readonly<Record<string, string>>, name: string): unknown {
  const text = fields[name]
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return refuse('malformed', refusals.notJson, { field: name, status: 400 })
  }
}

type Work = 'preview' | 'run' | 'undo'
const states = { preview: 'previewing', run: 'running', undo: 'undoing' } as const
const from = { preview: ['uploaded', 'previewed'], run: ['uploaded', 'previewed'], undo: ['done', 'cancelled', 'failed'] } as const

const isOneOf = (state: string, states: readonly string[]): boolean => states.includes(state)

/** Begins one of the long works; of two that ask at once one wins. */
async function begin(ctx: Ctx, id: string, work: Work): Promise<void> {
  const row = await existing(ctx, id)
  requireImporter(ctx, row.object)
  if (work !== 'undo') requireComplete(ctx, row)
  await ctx.db.transaction(async (db) => {
    const run = newId()
    const counted = work === 'run' ? sql`, read = 0, created = 0, updated = 0, skipped = 0, refused = 0` : sql``
    const claimed = await db.rows(sql`update import set state = ${states[work]}, run = ${run}, started_at = now(), finished_at = null, failure = null ${counted}
      where id = ${id} and run is not distinct from ${row.run} and ${isOneOf(row.state, from[work])} returning id`)
    if (claimed.length === 0) refuse(work === 'undo' ? 'import.not_done' : 'import.already_running', work === 'undo' ? refusals.notDone : refusals.alreadyRunning, { status: 409 })
    const title = work === 'undo' ? words.undoing : work === 'run' ? words.running : words.checking
    const titled = { pl: say(title, 'pl', { file: row.file_name }), en: say(title, 'en', { file: row.file_name }) }
    await startRun({ ...ctx, db }, { id: run, kind: `import.${work}`, title: titled, payload: { import: id }, ...(row.total === null ? {} : { total: row.total }) })
  })
  recordOperation(ctx, { what: `import.${work}`, object: row.object, detail: { import: id } })
}

const usualWait = 20

/** Short works end while the caller waits; a longer one is answered with its state, to be asked again. */
async function answerWhenDone(ctx: Ctx, id: string, wait: number, http: Http): Promise<contract.ImportAnswer> {
  const until = Date.now() + wait * 1_000
  let row = await existing(ctx, id)
  for (let between = 50; going.has(row.state) && Date.now() < until && !http.gone.aborted; between = Math.min(between * 1.5, 500)) {
    await pause(between)
    row = await existing(ctx, id)
  }
  if (going.has(row.state)) http.setStatus(202)
  return shown(ctx, row)
}

async function work(ctx: Ctx, id: string, which: Work, http: Http, given: { settings?: Settings | undefined; wait?: number | undefined }): Promise<contract.ImportAnswer> {
  const { settings } = given
  if (settings !== undefined && Object.keys(settings).length > 0) await alter(ctx, currentFiles(), id, settings)
  await begin(ctx, id, which)
  return answerWhenDone(ctx, id, given.wait ?? usualWait, http)
}

async function cancel(ctx: Ctx, id: string): Promise<contract.ImportAnswer> {
  const row = await existing(ctx, id)
  if (row.run === null || !going.has(row.state)) return refuse('import.not_running', refusals.notRunning, { status: 409 })
  await cancelRun(ctx, row.run)
  // One that had not begun is over at once: no worker will say so.
  await ctx.db.rows(sql`update import set state = case when state = 'previewing' then 'uploaded' else 'cancelled' end, finished_at = now()
    where id = ${id} and state = any(${[...going]}) and exists (select 1 from run where run.id = import.run and run.state = 'cancelled')`)
  return shown(ctx, await existing(ctx, id))
}

const phaseOf = (row: ImportRow): 'preview' | 'run' => (['uploaded', 'previewing', 'previewed'].includes(row.state) ? 'preview' : 'run')
const usualRefused = 100

async function refusedOfImport(ctx: Ctx, id: string, { after, limit = usualRefused, ...of }: { after?: number | undefined; limit?: number | undefined; code?: string | undefined; column?: string | undefined }) {
  const row = await existing(ctx, id)
  const rows = await refusedPage(ctx, row.id, phaseOf(row), { after: after ?? -1, limit, ...of })
  return { rows, next: rows.length < limit ? null : rows.at(-1)!.line, groups: await refusalGroups(ctx, row.id, phaseOf(row)) }
}

/** The file's own columns, the line, and why; page by page, so that a million refusals fit. */
async function* refusedCsv(ctx: Ctx, row: ImportRow): AsyncIterable<string> {
  const { language } = ctx
  yield `\uFEFF${csvLine([...row.columns.map(({ header }) => header), say(words.line, language), say(words.reason, language)], language)}`
  for (let after = -1; ; ) {
    const page = await refusedPage(ctx, row.id, phaseOf(row), { after, limit: 1_000 })
    for (const { line, cells, reasons } of page) {
      const padded = row.columns.map((_, at) => cells[at] ?? '')
      const why = reasons.map(({ column, message }) => (column === null ? message : `${column}: ${message}`)).join(' | ')
      yield csvLine([...padded, String(line), why], language)
    }
    if (page.length < 1_000) return
    after = page.at(-1)!.line
  }
}

export const routes = [
  implement(contract.uploadImport, (ctx, _given, http) => upload(ctx, http)),
  implement(contract.listImports, async (ctx, { query }) => ({ imports: (await importsOf(ctx, query.object ?? null)).map((row) => ({ ...shown(ctx, row), preview: null })) })),
  implement(contract.readImport, async (ctx, { params }) => shown(ctx, await existing(ctx, params.id))),
  implement(contract.changeImport, async (ctx, { params, body }) => shown(ctx, await alter(ctx, currentFiles(), params.id, body))),
  implement(contract.previewImport, (ctx, { params, query, body }, http) => work(ctx, params.id, 'preview', http, { settings: body, wait: query.wait })),
  implement(contract.runImport, (ctx, { params, query, body }, http) => work(ctx, params.id, 'run', http, { settings: body, wait: query.wait })),
  implement(contract.undoImport, (ctx, { params, query }, http) => work(ctx, params.id, 'undo', http, { wait: query.wait })),
  implement(contract.dropImport, async (ctx, { params }) => {
    await giveUp(ctx, params.id)
    return null
  }),
  implement(contract.cancelImport, (ctx, { params }) => cancel(ctx, params.id)),
  implement(contract.listRefused, (ctx, { params, query }) => refusedOfImport(ctx, params.id, query)),
  implement(contract.columnValues, (ctx, { params }) => valuesOf(ctx, currentFiles(), params)),
  implement(contract.refusedRows, async (ctx, { params }) => {
    const row = await existing(ctx, params.id)
    recordOperation(ctx, { what: 'import.errors', object: row.object, detail: { import: row.id } })
    const name = `${row.file_name.replace(/\.[^.]*$/, '')} - ${ctx.language === 'pl' ? 'odrzucone' : 'refused'}.csv`
    return new Download(Readable.from(refusedCsv(ctx, row)), { name, type: 'text/csv; charset=utf-8' })
  }),
  implement(contract.listMappings, async (ctx, { query }) => ({ mappings: await mappingsOf(ctx, query.object) })),
  implement(contract.saveMapping, async (ctx, { body }) => {
    requireImporter(ctx, body.object)
    const [saved] = await ctx.db.rows<contract.SavedMapping>(sql`insert into import_mapping (id, object, name, mapping, options, headers, by, created_at)
      values (${newId()}, ${body.object}, ${body.name}, ${JSON.stringify(body.mapping)}::jsonb, ${JSON.stringify(body.options ?? {})}::jsonb, ${JSON.stringify(body.headers)}::jsonb, ${ctx.who.userId}, ${ctx.now})
      on conflict (by, object, name) do update set mapping = excluded.mapping, options = excluded.options, headers = excluded.headers
      returning id, object, name, mapping, options, headers`)
    return saved!
  }),
  implement(contract.dropMapping, async (ctx, { params }) => {
    await ctx.db.rows(sql`delete from import_mapping where id = ${params.id} and by = ${ctx.who.userId}`)
    return null
  }),
]
