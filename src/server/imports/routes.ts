import { Readable } from 'node:stream'
import { refuse } from '../../contract/refusal.ts'
import { say } from '../../contract/text.ts'
import type { Ctx } from '../kernel/context.ts'
import { currentFiles } from '../kernel/files/current.ts'
import { Download, implement, type Http } from '../kernel/http/implement.ts'
import { parseWith } from '../kernel/http/parameters.ts'
import { refuseUnwritable } from '../kernel/http/writable.ts'
import { recordOperation } from '../kernel/monitoring/operations.ts'
import { alter, existing, giveUp, receive, valuesOf, type Settings } from './actions.ts'
import * as contract from './contract.ts'
import { foundOf } from './found/queries.ts'
import { forgetMapping, keepMapping } from './mapping/actions.ts'
import { mappingsOf } from './mapping/queries.ts'
import { answerOf, going, importsOf } from './queries.ts'
import { refusedCsv, refusedOf } from './refused/queries.ts'
import { refusals, words } from './texts.ts'
import { begin, cancel, untilDone, type Work } from './works/actions.ts'

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
  return answerOf(ctx, await receive(ctx, currentFiles(), { object: fields.object, ...file, settings }))
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

const usualWait = 20

/** Short works end while the caller waits; a longer one is answered with its state, to be asked again. */
async function work(ctx: Ctx, id: string, which: Work, http: Http, given: { settings?: Settings | undefined; wait?: number | undefined }): Promise<contract.ImportAnswer> {
  const { settings } = given
  if (settings !== undefined && Object.keys(settings).length > 0) await alter(ctx, currentFiles(), id, settings)
  await begin(ctx, id, which)
  const row = await untilDone(ctx, id, { seconds: given.wait ?? usualWait, gone: http.gone })
  if (going.has(row.state)) http.setStatus(202)
  return answerOf(ctx, row)
}

export const routes = [
  implement(contract.uploadImport, (ctx, _given, http) => upload(ctx, http)),
  implement(contract.listImports, async (ctx, { query }) => ({ imports: (await Promise.all((await importsOf(ctx, query.object ?? null)).map((row) => answerOf(ctx, row)))).map((answer) => ({ ...answer, preview: null })) })),
  implement(contract.readImport, async (ctx, { params }) => answerOf(ctx, await existing(ctx, params.id))),
  implement(contract.changeImport, async (ctx, { params, body }) => answerOf(ctx, await alter(ctx, currentFiles(), params.id, body))),
  implement(contract.previewImport, (ctx, { params, query, body }, http) => work(ctx, params.id, 'preview', http, { settings: body, wait: query.wait })),
  implement(contract.runImport, (ctx, { params, query, body }, http) => work(ctx, params.id, 'run', http, { settings: body, wait: query.wait })),
  implement(contract.undoImport, (ctx, { params, query }, http) => work(ctx, params.id, 'undo', http, { wait: query.wait })),
  implement(contract.dropImport, async (ctx, { params }) => {
    await giveUp(ctx, params.id)
    return null
  }),
  implement(contract.cancelImport, async (ctx, { params }) => answerOf(ctx, await cancel(ctx, params.id))),
  implement(contract.listRefused, async (ctx, { params, query }) => refusedOf(ctx, await existing(ctx, params.id), query)),
  implement(contract.listFound, async (ctx, { params, query }) => foundOf(ctx, await existing(ctx, params.id), query)),
  implement(contract.columnValues, (ctx, { params }) => valuesOf(ctx, currentFiles(), params)),
  implement(contract.refusedRows, async (ctx, { params }) => {
    const row = await existing(ctx, params.id)
    recordOperation(ctx, { what: 'import.errors', object: row.object, detail: { import: row.id } })
    const name = `${row.file_name.replace(/\.[^.]*$/, '')} - ${say(words.refusedFile, ctx.language)}.csv`
    return new Download(Readable.from(refusedCsv(ctx, row)), { name, type: 'text/csv; charset=utf-8' })
  }),
  implement(contract.listMappings, async (ctx, { query }) => ({ mappings: await mappingsOf(ctx, query.object) })),
  implement(contract.saveMapping, (ctx, { body }) => keepMapping(ctx, body)),
  implement(contract.dropMapping, async (ctx, { params }) => {
    await forgetMapping(ctx, params.id)
    return null
  }),
]
