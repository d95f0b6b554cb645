import { z } from 'zod'
import type { FieldDefinition } from '../../../contract/definition.ts'
import type { ObjectView } from '../../../contract/records.ts'
import type { Route } from '../../../contract/route.ts'
import { say, type Language } from '../../../contract/text.ts'
import { typeOf } from '../../../fields/types.ts'
import type { Ctx } from '../context.ts'
import { metadataFor } from './metadata.ts'
import { actionPaths, recordPaths } from './openapi-records.ts'

type Json = Record<string, unknown>

/**
 * OpenAPI 3.1 of everything this caller may use: the routes of the rooms from their contracts, the records from the
 * registry, own fields and objects included.
 */
export function openapiFor(ctx: Ctx, routes: readonly Route[], about: { url: string; version: string }): Json {
  const { objects } = metadataFor(ctx)
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) }
  }
  paths['/api/events'] = { get: liveOperation }
  for (const object of objects) Object.assign(paths, recordPaths(object, ctx.language), actionPaths(object, ctx.language))
  return {
    openapi: '3.1.0',
    info: { title: 'Sedno', version: about.version, description: 'Companies, people and the work around them.', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: about.url }],
    security: [{ session: [] }, { key: [] }],
    tags: [...objects.map((object) => ({ name: object.name, description: say(object.plural, ctx.language) }))],
    paths: named(paths),
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'sedno_session' },
        key: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: problemSchema, Link: linkSchema, ...Object.fromEntries(objects.flatMap((object) => schemasOf(object, ctx.language))) },
      responses: { Problem: { description: 'Refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } } },
    },
  }
}

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Json
  return rest
}

/** `post /api/imports/{id}/run` → postImportsIdRun: a name for the function of a generated client. */
const operationId = (method: string, path: string): string =>
  `${method}${path.replace('/api', '').replace(/[^a-zA-Z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase()).replace(/[^a-zA-Z0-9]/g, '')}`

/** Each call under a name of its own: an object may be called like a call of another (companyGroups). */
function named(paths: Record<string, Json>): Record<string, Json> {
  const taken = new Set<string>()
  const free = (name: string) => {
    let own = name
    for (let n = 2; taken.has(own); n++) own = `${name}${n}`
    taken.add(own)
    return own
  }
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path,
      Object.fromEntries(Object.entries(item).map(([key, value]) => [key, Array.isArray(value) ? value : { operationId: free(operationId(key, path)), ...(value as Json) }])),
    ]),
  )
}

function operationOf(route: Route): Json {
  const inPath = Object.entries(((route.params ? jsonSchema(route.params, 'input') : {}).properties ?? {}) as Record<string, Json>)
  const query = route.query ? jsonSchema(route.query, 'input') : {}
  const inQuery = Object.entries((query.properties ?? {}) as Record<string, Json>)
  const required = new Set((query.required ?? []) as string[])
  return {
    summary: route.summary,
    ...(route.open ? { security: [] } : {}),
    parameters: [
      ...inPath.map(([name, schema]) => ({ name, in: 'path', required: true, schema })),
      ...inQuery.map(([name, schema]) => ({ name, in: 'query', required: required.has(name), schema })),
    ],
    ...(route.body ? { requestBody: { required: true, content: { [route.raw === true ? '*/*' : 'application/json']: { schema: jsonSchema(route.body, 'input') } } } } : {}),
    responses: {
      ...(route.answer instanceof z.ZodNull ? { '204': { description: 'Done' } } : { '200': { description: 'Done', content: { [route.raw === true ? 'text/plain' : 'application/json']: { schema: jsonSchema(route.answer, 'output') } } } }),
      '4XX': { $ref: '#/components/responses/Problem' },
      '5XX': { $ref: '#/components/responses/Problem' },
    },
  }
}

const liveOperation: Json = {
  summary: 'Server-sent events: `changes` of what the caller may see, and what is told to him alone. Last-Event-ID goes on where one was.',
  responses: { '200': { description: 'The stream', content: { 'text/event-stream': { schema: { type: 'string' } } } }, '4XX': { $ref: '#/components/responses/Problem' } },
}

const linkSchema: Json = { type: ['object', 'null'], properties: { id: { type: 'string', format: 'uuid' }, name: { type: ['string', 'null'] } }, required: ['id', 'name'] }

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'trace'],
  properties: {
    type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, code: { type: 'string' }, detail: { type: 'string' }, trace: { type: 'string' },
    fields: { type: 'array', items: { type: 'object', required: ['field', 'code', 'message'], properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } } } },
  },
}

const orNull = (schema: Json): Json => ('type' in schema && typeof schema.type === 'string' && !('enum' in schema) ? { ...schema, type: [schema.type, 'null'] } : { anyOf: [schema, { type: 'null' }] })

const schemaName = (object: ObjectView) => object.name[0]!.toUpperCase() + object.name.slice(1)

function schemasOf(object: ObjectView, language: Language): [string, Json][] {
  const read = object.fields.map((field) => [field.name, { ...readSchema(field), description: say(field.label, language) }] as const)
  const written = object.fields
    .filter((field) => field.access === 'write')
    .map((field) => [field.name, { ...orNull(typeOf(field).jsonSchema(field)), description: say(field.label, language) }] as const)
  const required = object.fields.filter((field) => field.required && field.access === 'write' && field.default === undefined).map((field) => field.name)
  const can = { type: 'object', properties: { change: { type: 'boolean' }, delete: { type: 'boolean' } } }
  return [
    [schemaName(object), { type: 'object', required: ['id', 'version'], properties: { id: { type: 'string', format: 'uuid' }, version: { type: 'integer' }, ...Object.fromEntries(read), can } }],
    [`${schemaName(object)}Input`, { type: 'object', additionalProperties: false, properties: Object.fromEntries(written), ...(required.length > 0 ? { required } : {}) }],
    [`${schemaName(object)}Change`, { type: 'object', additionalProperties: false, required: ['version'], properties: { version: { type: 'integer' }, ...Object.fromEntries(written) } }],
  ]
}

function readSchema(field: FieldDefinition): Json {
  if (field.name === 'version') return { type: 'integer' }
  if (field.type === 'link') return { $ref: '#/components/schemas/Link' }
  if (field.type === 'links') return { anyOf: [{ type: 'array', items: { $ref: '#/components/schemas/Link' } }, { type: 'null' }] }
  return orNull(typeOf(field).jsonSchema(field))
}
