import type { ObjectView } from '../../../contract/records.ts'
import { say, type Language } from '../../../contract/text.ts'
import { typeOf } from '../../../fields/types.ts'

type Json = Record<string, unknown>

const text = { type: 'string' }
const query = (name: string, schema: Json, description: string) => ({ name, in: 'query', required: false, schema, description })
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }
const problem = { '4XX': { $ref: '#/components/responses/Problem' }, '5XX': { $ref: '#/components/responses/Problem' } }
const json = (schema: Json) => ({ content: { 'application/json': { schema } } })
const answers = (description: string, schema: Json, status = '200') => ({ [status]: { description, ...json(schema) }, ...problem })

const listParameters = [
  query('columns', text, 'Paths over links, with commas: name,owner.name'),
  query('where', text, 'Condition in the expression language'),
  query('search', text, 'Words, as in the search box'),
  query('archived', { type: 'string', enum: ['no', 'only', 'all'] }, 'Records put among past data'),
]
const pageParameters = [
  ...listParameters,
  query('order', text, 'name,-createdAt'),
  query('limit', { type: 'integer', minimum: 1, maximum: 500 }, 'Records in one page'),
  query('after', text, '`next` of the page before'),
  query('count', { type: 'boolean' }, 'Count all that match'),
  query('trash', { type: 'boolean' }, 'The trash instead of the records'),
]

const timelineParameters = [
  query('kinds', text, 'Kinds of entries, with commas; types of activities are kinds of their own'),
  query('text', text, 'Words of the entry'),
  query('responsible', text, 'Id of the user who is to do it'),
  query('priority', text, 'Of activities'),
  query('person', text, "Id of the customer's person"),
  query('case', text, 'Id of another record it belongs to'),
  query('state', { type: 'string', enum: ['planned', 'overdue', 'done'] }, 'Left out: what is planned first, then what was'),
  query('with', text, 'Records whose time lines join: branches'),
  query('limit', { type: 'integer', minimum: 1, maximum: 200 }, 'Entries in one page'),
  query('after', text, '`next` of the page before'),
]

/** The record routes of one object. */
export function recordPaths(object: ObjectView, language: Language): Record<string, Json> {
  const name = object.name[0]!.toUpperCase() + object.name.slice(1)
  const ref = (suffix = '') => ({ $ref: `#/components/schemas/${name}${suffix}` })
  const tags = [object.name]
  const label = say(object.label, language)
  const path = `/api/records/${object.name}`
  const list = {
    type: 'object', required: ['rows', 'next'],
    properties: {
      rows: { type: 'array', items: { type: 'object' } }, next: { type: ['string', 'null'] },
      count: { type: 'object', properties: { value: { type: 'integer' }, exact: { type: 'boolean' } } },
    },
  }
  const write = (schema: Json) => ({ requestBody: { required: true, ...json(schema) } })
  return {
    [path]: {
      get: { tags, summary: say(object.plural, language), parameters: pageParameters, responses: answers('A page', list) },
      post: { tags, summary: `${label}: create`, ...write(ref('Input')), responses: answers('Created', ref(), '201') },
    },
    [`${path}/{id}`]: {
      parameters: [id],
      get: { tags, summary: `${label}: read`, responses: answers('The record', ref()) },
      patch: { tags, summary: `${label}: change`, ...write(ref('Change')), responses: answers('Changed', ref()) },
      delete: { tags, summary: `${label}: to trash`, parameters: [query('version', { type: 'integer' }, 'Version seen')], responses: { '204': { description: 'In the trash' }, ...problem } },
    },
    [`${path}/{id}/restore`]: { parameters: [id], post: { tags, summary: `${label}: restore from trash`, responses: answers('Restored', ref()) } },
    ...(object.archivable
      ? {
          [`${path}/{id}/archive`]: { parameters: [id], post: { tags, summary: `${label}: among past data`, responses: answers('Archived', ref()) } },
          [`${path}/{id}/unarchive`]: { parameters: [id], post: { tags, summary: `${label}: back from past data`, responses: answers('Back', ref()) } },
        }
      : {}),
    [`${path}/duplicates`]: { post: { tags, summary: `${label}: likely the same as these values`, ...write(duplicatesSchema), responses: answers('What is like them', { type: 'object' }) } },
    [`${path}/{id}/history`]: { parameters: [id], get: { tags, summary: `${label}: changes`, parameters: [query('after', text, '`next` of the page before'), query('limit', { type: 'integer', minimum: 1, maximum: 500 }, 'Entries in one page')], responses: answers('Changes', { type: 'object' }) } },
    ...registerPaths(path, { tags, label }),
    [`${path}/groups`]: { get: { tags, summary: `${label}: groups and measures`, parameters: [...listParameters, { ...query('by', text, 'Paths to group by'), required: true }, query('measures', text, 'count,sum(amount)')], responses: answers('Groups', { type: 'object' }) } },
    [`${path}/batch`]: { post: { tags, summary: `${label}: up to 1,000 writes`, ...write(batchSchema(ref)), responses: answers('An answer per item; `atomic` and one refused: 422 with `items`', { type: 'object' }) } },
    [`${path}/export`]: {
      get: {
        tags, summary: `${label}: export`,
        parameters: [{ ...query('format', { type: 'string', enum: ['xlsx', 'csv'] }, 'Kind of file'), required: true }, ...listParameters, query('order', text, 'name,-createdAt')],
        responses: { '200': { description: 'The file', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }, ...problem },
      },
    },
    ...(object.timeline ? { [`${path}/{id}/timeline`]: { parameters: [id], get: { tags, summary: `${label}: time line`, parameters: timelineParameters, responses: answers('Entries', { type: 'object' }) } } } : {}),
  }
}

function registerPaths(path: string, { tags, label }: { tags: string[]; label: string }): Record<string, Json> {
  const moment = (name: string, what: string) => query(name, { type: 'string', format: 'date-time' }, what)
  const get = (summary: string, parameters: Json[]): Json => ({ parameters: [id], get: { tags, summary: `${label}: ${summary}`, parameters, responses: answers('Changes', { type: 'object' }) } })
  return {
    [`${path}/{id}/register`]: get('changes with those of its parts', [query('after', text, '`next` of the page before'), query('limit', { type: 'integer', minimum: 1, maximum: 500 }, 'Entries in one page')]),
    [`${path}/{id}/register/at`]: get('with its parts as at a moment', [moment('moment', 'Now when left out')]),
    [`${path}/{id}/register/compare`]: get('two moments compared', [moment('from', 'Before all when left out'), moment('to', 'Now when left out')]),
  }
}

const batchSchema = (ref: (suffix?: string) => Json): Json => ({
  type: 'object', additionalProperties: false,
  properties: {
    create: { type: 'array', maxItems: 1000, items: ref('Input') },
    update: { type: 'array', maxItems: 1000, items: { allOf: [{ type: 'object', properties: { id: { type: 'string' } } }, { type: 'object' }] } },
    delete: { type: 'array', maxItems: 1000, items: { anyOf: [{ type: 'string' }, { type: 'object' }] } },
    atomic: { type: 'boolean' }, key: { type: 'string' },
  },
})

const duplicatesSchema: Json = { type: 'object', additionalProperties: false, required: ['values'], properties: { values: { type: 'object' }, except: { type: 'string', format: 'uuid' } } }

/** The object's own verbs. */
export function actionPaths(object: ObjectView, language: Language): Record<string, Json> {
  return Object.fromEntries(
    (object.actions ?? []).map((action) => {
      const input = action.input ?? []
      const properties = Object.fromEntries(input.map((field) => [field.name, { ...typeOf(field).jsonSchema(field), description: say(field.label, language) }]))
      const required = input.filter((field) => field.required).map((field) => field.name)
      const schema = { type: 'object', additionalProperties: false, properties, ...(required.length > 0 ? { required } : {}) }
      return [
        `/api/records/${object.name}/{id}/actions/${action.name}`,
        { parameters: [id], post: { tags: [object.name], summary: say(action.label, language), requestBody: { required: input.length > 0, ...json(schema) }, responses: answers('Done', { type: 'object' }) } },
      ]
    }),
  )
}
