import { z } from 'zod'
import { route } from '../../contract/route.ts'

const fieldName = z.string().min(1).max(100)

/** Where one column of the file goes. */
export const columnTarget = z.strictObject({
  /** Index of the column in the file, from 0. */
  column: z.number().int().min(0).max(2_000),
  field: fieldName,
  /** Part of a composed value: city of an address, amount or currency of money. */
  part: z.string().max(50).optional(),
  /** Kind of a phone, mail or address; each kind becomes an entry of its own. */
  kind: z.string().max(50).optional(),
  /** For links: the field of the target that the text is looked up by; its name when left out. */
  by: fieldName.optional(),
  /** For links: what to do when nothing is found. */
  whenMissing: z.enum(['refuse', 'empty', 'create']).optional(),
  /** What stands in the file → what it means: {"hurt": "wholesale"}. Compared folded. */
  values: z.record(z.string().max(500), z.string().max(500)).optional(),
})
export type ColumnTarget = z.infer<typeof columnTarget>

export const fileFormat = z.strictObject({
  kind: z.enum(['csv', 'xlsx', 'ods']),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'iso-8859-2']).optional(),
  separator: z.enum([',', ';', '\t', '|']).optional(),
  quote: z.enum(['"', "'"]).optional(),
  sheet: z.string().max(200).optional(),
  sheets: z.array(z.string()).optional(),
  /** Line of the file that holds the head, from 1. */
  headLine: z.number().int().min(1).max(10_000).optional(),
})
export type FileFormat = z.infer<typeof fileFormat>

const decision = z.enum(['skip', 'update', 'updateEmpty', 'create'])

export const importOptions = z.strictObject({
  /** Keys by which a row is the same as a record, each a list of paths; the first that finds one counts. Empty: no look-up. */
  keys: z.array(z.array(z.string().max(200)).min(1).max(5)).max(10).optional(),
  /** What to do with a row whose record is already there. */
  found: z.enum(['skip', 'update', 'updateEmpty', 'create', 'ask']).optional(),
  /** For `ask`: what was decided, by line of the file. */
  decisions: z.record(z.string().regex(/^\d+$/), decision).optional(),
  /** For `ask`: what is done with all the other found rows; skipped when left out. */
  undecided: decision.optional(),
  /** Values for fields that no column fills, in the form of the API. */
  defaults: z.record(fieldName, z.unknown()).optional(),
})
export type ImportOptions = z.infer<typeof importOptions>

const reason = z.object({ column: z.string().nullable(), field: z.string().nullable(), code: z.string(), message: z.string() })
export const refusedRow = z.object({ line: z.number(), reasons: z.array(reason), cells: z.array(z.string()) })
/** `values` as they would be written; links come with their names, those that the run would make with `new: true`. */
export const foundRow = z.object({ line: z.number(), record: z.object({ id: z.string(), name: z.string() }), by: z.array(z.string()), cells: z.array(z.string()), values: z.record(z.string(), z.unknown()).optional() })
const plannedRow = z.object({ line: z.number(), plan: z.enum(['create', 'update', 'skip', 'refuse', 'ask']), values: z.record(z.string(), z.unknown()), reasons: z.array(reason), /** Line of the same file that this row repeats. */ repeats: z.number().nullable().optional() })

/** read = created + updated + skipped + refused, always. */
const counts = z.object({ read: z.number(), created: z.number(), updated: z.number(), skipped: z.number(), refused: z.number() })
export type Counts = z.infer<typeof counts>

export const importState = z.enum(['uploaded', 'previewing', 'previewed', 'running', 'done', 'cancelled', 'failed', 'undoing', 'undone'])

export const importAnswer = z.object({
  id: z.uuid(),
  object: z.string(),
  state: importState,
  fileName: z.string(),
  size: z.number(),
  format: fileFormat,
  columns: z.array(z.object({ index: z.number(), header: z.string(), samples: z.array(z.string()) })),
  mapping: z.array(columnTarget),
  options: importOptions,
  /** Of the preview until it runs (what was decided of found rows included), of the run afterwards. */
  counts,
  /** Rows the file holds, once counted. */
  total: z.number().nullable(),
  /** The run that does, or did, the last of its works. */
  run: z.uuid().nullable(),
  /** How far the work that is going on has come; `total` once it is known. */
  progress: z.object({ done: z.number(), total: z.number().nullable() }).nullable(),
  preview: z.object({
    rows: z.array(plannedRow), refused: z.array(refusedRow), found: z.array(foundRow), refusedMore: z.boolean(), foundMore: z.boolean(),
    /** How many rows have their record already. */
    foundCount: z.number().optional(),
  }).nullable(),
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  failure: z.string().nullable(),
  /** Records whose change could not be taken back because somebody changed them since. */
  undoConflicts: z.number().nullable(),
})
export type ImportAnswer = z.infer<typeof importAnswer>

const one = z.object({ id: z.uuid() })
const settings = z.strictObject({ format: fileFormat.partial().optional(), mapping: z.array(columnTarget).max(500).optional(), options: importOptions.optional() })
export const uploadSettings = settings
/** The request waits so long for a short work to end before it answers 202 with what there is; 20 when left out, at most 30. */
const waiting = z.strictObject({ wait: z.coerce.number().int().min(0).max(30).optional() })

export const uploadImport = route({ method: 'POST', path: '/api/imports', summary: 'Upload a file to import (multipart: object, file; also mapping and options as JSON)', scope: 'records:write', answer: importAnswer })
export const listImports = route({ method: 'GET', path: '/api/imports', summary: 'Own imports, the newest first', scope: 'records:read', query: z.strictObject({ object: z.string().max(100).optional() }), answer: z.object({ imports: z.array(importAnswer) }) })
export const readImport = route({ method: 'GET', path: '/api/imports/:id', summary: 'State and counts of an import', scope: 'records:read', params: one, answer: importAnswer })
export const changeImport = route({ method: 'PATCH', path: '/api/imports/:id', summary: 'Change format, mapping or options before it runs', scope: 'records:write', params: one, body: settings, answer: importAnswer })
export const previewImport = route({ method: 'POST', path: '/api/imports/:id/preview', summary: 'Go through the whole file and write nothing: the first rows and all refusals', scope: 'records:write', params: one, query: waiting, body: settings.optional(), answer: importAnswer })
export const runImport = route({ method: 'POST', path: '/api/imports/:id/run', summary: 'Import', scope: 'records:write', params: one, query: waiting, body: settings.optional(), answer: importAnswer })
export const cancelImport = route({ method: 'POST', path: '/api/imports/:id/cancel', summary: 'Stop after the rows in hand', scope: 'records:write', params: one, answer: importAnswer })
export const dropImport = route({ method: 'DELETE', path: '/api/imports/:id', summary: 'Give up an import that has written nothing', scope: 'records:write', params: one, answer: z.null() })
export const undoImport = route({ method: 'POST', path: '/api/imports/:id/undo', summary: 'Take back all that the import wrote', scope: 'records:write', params: one, query: waiting, answer: importAnswer })
export const listRefused = route({
  method: 'GET', path: '/api/imports/:id/refused', summary: 'Refused rows page by page, and how many for which reason', scope: 'records:read', params: one,
  query: z.strictObject({ after: z.coerce.number().int().min(0).optional(), limit: z.coerce.number().int().min(1).max(500).optional(), code: z.string().max(100).optional(), column: z.string().max(500).optional() }),
  answer: z.object({
    rows: z.array(refusedRow), next: z.number().nullable(),
    /** Of all refused rows; a row with two reasons counts under both. `message` is one of them where `alike` is false. */
    groups: z.array(z.object({ code: z.string(), column: z.string().nullable(), message: z.string(), alike: z.boolean(), count: z.number() })),
  }),
})
export const listFound = route({
  method: 'GET', path: '/api/imports/:id/found', summary: 'Rows whose record is already there, page by page: all of them where the import asks', scope: 'records:read', params: one,
  query: z.strictObject({ after: z.coerce.number().int().min(0).optional(), limit: z.coerce.number().int().min(1).max(500).optional() }),
  answer: z.object({ rows: z.array(foundRow), next: z.number().nullable() }),
})
export const columnValues = route({
  method: 'GET', path: '/api/imports/:id/columns/:column', summary: 'What stands in a column of the file, the most frequent first', scope: 'records:read',
  params: z.object({ id: z.uuid(), column: z.coerce.number().int().min(0).max(2_000) }),
  answer: z.object({ values: z.array(z.object({ text: z.string(), count: z.number() })), /** There are others than these. */ more: z.boolean() }),
})
export const refusedRows = route({ method: 'GET', path: '/api/imports/:id/errors.csv', summary: 'Refused rows as they were, with the reason in a column', scope: 'records:read', params: one, answer: z.unknown() })

const savedMapping = z.object({ id: z.uuid(), object: z.string(), name: z.string(), mapping: z.array(columnTarget), options: importOptions, headers: z.array(z.string()) })
export type SavedMapping = z.infer<typeof savedMapping>
export const listMappings = route({ method: 'GET', path: '/api/import-mappings', summary: 'Saved mappings of an object', scope: 'records:read', query: z.strictObject({ object: z.string().max(100) }), answer: z.object({ mappings: z.array(savedMapping) }) })
export const saveMapping = route({
  method: 'POST', path: '/api/import-mappings', summary: 'Save a mapping under a name (the same name again replaces it)', scope: 'records:write',
  body: z.strictObject({ object: z.string().max(100), name: z.string().trim().min(1).max(120), mapping: z.array(columnTarget).max(500), options: importOptions.optional(), headers: z.array(z.string().max(500)).max(2_000) }),
  answer: savedMapping,
})
export const dropMapping = route({ method: 'DELETE', path: '/api/import-mappings/:id', summary: 'Forget a saved mapping', scope: 'records:write', params: one, answer: z.null() })
