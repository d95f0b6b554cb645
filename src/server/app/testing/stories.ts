/** What an ordinary person does with records, over HTTP, in as few words as possible; whatever is not as expected is told with the whole answer. */
import assert from 'node:assert/strict'
import type { Values } from '../../../contract/definition.ts'
import type { Caller } from './house.ts'

export type Made = Values & { id: string; version: number }

export async function made(by: Caller, object: string, values: Values) {
  const { status, body, text } = await by.send('POST', `/api/records/${object}`, values)
  assert.equal(status, 201, text)
  return body as Made
}

export async function changed(by: Caller, object: string, record: Made, values: Values) {
  const { status, body, text } = await by.send('PATCH', `/api/records/${object}/${record.id}`, { version: record.version, ...values })
  assert.equal(status, 200, text)
  return body as Made
}

/** Codes and fields of the refusal. */
export const refused = async (asked: ReturnType<Caller['send']>): Promise<string[]> => {
  const { status, body, text } = await asked
  assert.ok(status === 422 || status === 403, text)
  return body.fields?.map((one: { code: string; field?: string }) => `${one.code} ${one.field ?? ''}`.trim()) ?? [body.code]
}
export const notMade = (by: Caller, object: string, values: Values) => refused(by.send('POST', `/api/records/${object}`, values))
export const notChanged = (by: Caller, object: string, { id, version }: Made, values: Values) => refused(by.send('PATCH', `/api/records/${object}/${id}`, { version, ...values }))

export const pathOf = (object: string, asked: Record<string, string>) => `/api/records/${object}?${new URLSearchParams(asked)}`
export async function listed(by: Caller, object: string, asked: Record<string, string>): Promise<Values[]> {
  const { status, body, text } = await by.get(pathOf(object, asked))
  assert.equal(status, 200, text)
  return body.rows
}
export const column = async (by: Caller, object: string, field: string, asked: Record<string, string> = {}) => (await listed(by, object, { columns: field, ...asked })).map((row) => row[field])
export const read = async (by: Caller, object: string, id: string): Promise<Values> => (await by.get(`/api/records/${object}/${id}`)).body
/** The view of the configuration, as this person has it. */
export async function viewed(by: Caller, object: string, name: string): Promise<Record<string, string>> {
  const { body } = await by.get(`/api/views?object=${object}`)
  const view = body.views.find((one: { name: string }) => one.name === name)
  assert.ok(view, `${name} among ${JSON.stringify(body.views.map((one: { name: string }) => one.name))}`)
  return { ...(view.where && { where: view.where }), ...(view.order && { order: view.order }) }
}
export const metadataOf = async (by: Caller, object: string) => (await by.get('/api/metadata')).body.objects.find((one: { name: string }) => one.name === object)
