import { z } from 'zod'
import { route } from '../../contract/route.ts'

const name = z.string().min(1).max(100)
const language = z.enum(['pl', 'en'])
const fileValue = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().max(300), size: z.number(), type: z.string().max(200) })

/** `file`: as the template is, DOCX or XLSX. `pdf`: that and its PDF, which takes a moment; templates that are PDF only are always made so. */
const format = z.enum(['file', 'pdf'])
export type DocumentFormat = z.infer<typeof format>

const madeDocument = z.object({
  id: z.uuid(),
  name: z.string(),
  edition: z.number(),
  /** making: its PDF is on the way. failed: `problem` says why, and it can be asked for again. */
  state: z.enum(['making', 'ready', 'failed']),
  problem: z.string().nullable(),
  file: fileValue.nullable(),
  pdf: fileValue.nullable(),
  /** The run that makes the PDF, to be watched under /api/runs; null when there is nothing to wait for. */
  run: z.uuid().nullable(),
})
export type MadeDocument = z.infer<typeof madeDocument>

export const makeDocumentRoute = route({
  method: 'POST', path: '/api/documents', summary: 'Make a document of a record from a template', scope: 'records:write',
  body: z.strictObject({ template: z.uuid(), object: name, id: z.uuid(), format: format.default('file') }), answer: madeDocument,
})
export const makeAgain = route({
  method: 'POST', path: '/api/documents/:id/again', summary: 'Make the PDF of a document once more', scope: 'records:write',
  params: z.object({ id: z.uuid() }), answer: madeDocument,
})

const offeredTemplate = z.object({
  id: z.uuid(), name: z.string(), language, purpose: z.string(), kind: z.enum(['docx', 'xlsx']), pdfOnly: z.boolean(),
  /** Why it cannot be used by this person for this record; null: it can. */
  hindrance: z.string().nullable(),
})
export const offeredTemplates = route({
  method: 'GET', path: '/api/documents/templates', summary: 'Templates that a record can be made into, and whether PDF can be made here', scope: 'records:read',
  query: z.strictObject({ object: name, id: z.uuid().optional() }),
  answer: z.object({ templates: z.array(offeredTemplate), pdf: z.object({ available: z.boolean(), hindrance: z.string().nullable() }) }),
})

const marker = z.object({
  /** What is put between the braces. */
  text: z.string(),
  label: z.string(),
  /** Kind of value in the expression language; 'many' for what is repeated, 'record' for what leads further, 'picture' for what can be shown. */
  kind: z.string(),
  /** The object whose markers stand behind it. */
  target: z.string().nullable(),
  /** Rows that only documents have: their markers, for they are of no object. */
  inside: z.array(z.object({ text: z.string(), label: z.string(), kind: z.string() })).optional(),
})
export type Marker = z.infer<typeof marker>
export const availableMarkers = route({
  method: 'GET', path: '/api/documents/markers', summary: 'What a template for an object may mention, one step deep', scope: 'records:read',
  query: z.strictObject({ object: name, inside: z.enum(['true', 'false']).optional() }),
  answer: z.object({ object: name, label: z.string(), markers: z.array(marker), formats: z.array(z.object({ text: z.string(), help: z.string() })) }),
})

const templateFault = z.object({
  code: z.string(),
  /** 'Akapit 12', 'Tabela 2, wiersz 3', 'Arkusz Oferta, komórka B7', 'Stopka 1, akapit 1'. */
  place: z.string(),
  marker: z.string().nullable(),
  message: z.string(),
})
export type ShownFault = z.infer<typeof templateFault>
export const checkTemplateRoute = route({
  method: 'POST', path: '/api/documents/check', summary: 'What is wrong with a template file, before it is saved', scope: 'records:read',
  body: z.strictObject({ object: name, file: fileValue }),
  answer: z.object({ kind: z.enum(['docx', 'xlsx']).nullable(), markers: z.number(), faults: z.array(templateFault) }),
})

/** Made and handed out, and kept nowhere: to see what a template gives on a record. */
export const tryTemplate = route({
  method: 'GET', path: '/api/documents/trial', summary: 'A template tried on a record; nothing is kept', scope: 'records:read',
  query: z.strictObject({ template: z.uuid(), id: z.uuid(), format: format.default('file') }), answer: z.unknown(),
})

const settings = z.object({
  /** The company record that documents name as the one issuing them: `{{our.name}}`. */
  seller: z.object({ id: z.uuid(), name: z.string() }).nullable(),
})
export const readSettings = route({ method: 'GET', path: '/api/documents/settings', summary: 'Who issues documents', scope: 'records:read', answer: settings })
export const changeSettings = route({
  method: 'PUT', path: '/api/documents/settings', summary: 'Say who issues documents', scope: 'admin',
  body: z.strictObject({ seller: z.uuid().nullable() }), answer: settings,
})

/** Objects of the program whose records documents are made of. */
export const madeFrom: readonly string[] = ['company', 'person', 'opportunity', 'quote', 'salesOrder', 'contract', 'activity']
