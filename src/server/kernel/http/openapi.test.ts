import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ItemChange } from '../../../contract/configuration.ts'
import { made, startHouse, type House } from '../../app/testing/house.ts'

let house: House
// The document is JSON of any shape.
let document: any
const both = (text: string) => ({ pl: text, en: text })
/** Names that a firm may give, alike but for a number, or like a call of another object. */
const own = ['visit1', 'visit2', 'companyGroups'].flatMap((name): ItemChange[] => [
  { kind: 'object', id: '', version: null, body: { name, label: both(name), plural: both(name), icon: 'flag', nameField: 'title', access: { kind: 'shared' }, list: { columns: ['title'], order: 'title' }, form: [] } },
  { kind: 'field', id: '', version: null, body: { object: name, name: 'title', label: both('Title'), type: 'text' } },
])
before(async () => {
  house = await startHouse([], own)
  document = (await house.all.get('/api/openapi.json')).body
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const methods = ['get', 'post', 'put', 'patch', 'delete']
const operations = () =>
  Object.entries<any>(document.paths).flatMap(([path, item]) => methods.filter((method) => item[method] !== undefined).map((method) => ({ path, method, operation: item[method], parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])] })))
const at = (ref: string) => ref.slice(2).split('/').reduce((node: any, key) => node?.[key], document)

test('every reference leads somewhere', () => {
  const dangling: string[] = []
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('$ref' in node && at(String(node.$ref)) === undefined) dangling.push(String(node.$ref))
    Object.values(node).forEach(walk)
  }
  walk(document)
  assert.deepEqual(dangling, [])
})

test('every parameter of a path is declared, every call has a name of its own and says what refuses it', () => {
  const names = new Set<string>()
  for (const { path, method, operation, parameters } of operations()) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1])
    assert.deepEqual(parameters.filter((one) => one.in === 'path').map((one) => one.name).sort(), inPath.sort(), `${method} ${path}`)
    assert.ok(!names.has(operation.operationId), operation.operationId)
    names.add(operation.operationId)
    assert.ok(operation.responses['4XX'], `${method} ${path}`)
  }
})

test('the whole API is described: records, works beyond one record, files, events, the page of a record', () => {
  for (const path of ['/api/records/company', '/api/records/company/{id}/archive', '/api/records/company/duplicates', '/api/records/{object}/mass', '/api/records/{object}/{id}/page', '/api/merge/{object}', '/api/undo', '/api/runs', '/api/trash', '/api/files', '/api/files/{hash}', '/api/events', '/api/search', '/api/imports', '/api/session', '/api/keys']) assert.ok(document.paths[path], path)
})

/** Enough of JSON Schema for what the document uses. */
function faults(schema: any, value: any, place: string): string[] {
  if (schema === undefined || schema === true) return []
  if (schema.$ref !== undefined) return faults(at(schema.$ref), value, place)
  const any = schema.anyOf ?? schema.oneOf
  if (any !== undefined) return any.some((one: any) => faults(one, value, place).length === 0) ? [] : [`${place}: none of the shapes`]
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value
  const types = [schema.type ?? type].flat()
  if (!types.includes(type) && !(type === 'integer' && types.includes('number'))) return [`${place}: ${type}, not ${types}`]
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [`${place}: ${value}`]
  if (type === 'array') return value.flatMap((item: any, index: number) => faults(schema.items, item, `${place}.${index}`))
  if (type !== 'object') return []
  const missing = (schema.required ?? []).filter((key: string) => !(key in value)).map((key: string) => `${place}: lacks ${key}`)
  const unknown = Object.keys(value).filter((key) => schema.properties?.[key] === undefined && schema.additionalProperties === false).map((key) => `${place}: undeclared ${key}`)
  return [...missing, ...unknown, ...Object.keys(value).flatMap((key) => faults(schema.properties?.[key], value[key], `${place}.${key}`))]
}

test('real answers have the shapes that are described', async () => {
  const wrong: string[] = []
  for (const { path, method, operation, parameters } of operations()) {
    const object = /^\/api\/records\/(\w+)/.exec(path)?.[1]
    if (method !== 'get' || /export|events|docs|\.csv|\{object\}/.test(path) || parameters.some((one) => one.in === 'query' && one.required)) continue
    if (path.includes('{') && (object === undefined || !path.includes('{id}'))) continue
    const id = object !== undefined && path.includes('{id}') ? (await made(house.ctx, object)).id : ''
    const { status, body } = await house.all.get(path.replace('{id}', id))
    if (status === 401 || status === 403) continue // the house's caller is no person with an account
    assert.equal(status, 200, path)
    wrong.push(...faults(operation.responses['200'].content['application/json'].schema, body, path))
  }
  assert.deepEqual(wrong, [])
  const { body } = await house.all.send('POST', '/api/records/tag', {})
  assert.deepEqual(faults(document.components.schemas.Problem, body, 'Problem'), [])
})

test('the description can be read as a page that runs nothing', async () => {
  const answer = await house.app.inject({ url: '/api/docs', headers: { authorization: 'Bearer program' } })
  assert.equal(answer.statusCode, 200)
  assert.match(String(answer.headers['content-type']), /^text\/html/)
  assert.match(String(answer.headers['content-security-policy']), /default-src 'none'; sandbox/)
  assert.match(answer.body, /POST \/api\/records\/company/)
  assert.doesNotMatch(answer.body, /<script|<style|onclick/i)
})
