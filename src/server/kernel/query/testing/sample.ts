/** Objects and rows for the tests of reading: firms with owners, people and remarks in them, former names, sectors, users. */
import { defineObject, is, type FieldDraft, type ObjectDefinition } from '../../../../contract/definition.ts'
import { fold } from '../../../../expression/fold.ts'
import { sql } from '../../../../expression/sql.ts'
import { serverOf } from '../../../../fields/servers.ts'
import { typeOf } from '../../../../fields/types.ts'
import type { Grant, Who } from '../../access/who.ts'
import type { Ctx } from '../../context.ts'
import { newId } from '../../db/uuid7.ts'
import { columnName, snakeCase, tableName } from '../../metadata/naming.ts'
import { startWorld, type World } from '../../testing/world.ts'

const text = (word: string) => ({ pl: word, en: word })

type Rest = Pick<ObjectDefinition, 'nameField' | 'access'> & Partial<ObjectDefinition>

function sample(name: string, plural: string, fields: Record<string, FieldDraft>, rest: Rest): ObjectDefinition {
  const labels = Object.fromEntries(Object.keys(fields).map((field) => [field, text(field)]))
  const form = [{ key: 'basics', label: text('basics'), fields: Object.keys(fields) }]
  return defineObject(name, { label: text(name), plural: text(plural), fields: labels }, { room: 'test', icon: 'box', list: { columns: Object.keys(fields), order: rest.nameField }, form, ...rest, fields })
}

export const stages = ['new', 'offer', 'won'].map((value) => ({ value, label: text(value) }))
const kinds = ['work', 'home'].map((value) => ({ value, label: text(value) }))

export const user = sample('user', 'Users', { name: is.text({ searchable: true }), mail: is.mail({}), salary: is.number({}), region: is.text({}) }, {
  nameField: 'name', access: { kind: 'shared' }, baseline: { read: 'all' }, baselineFields: ['name', 'region'],
})
export const sector = sample('sector', 'Sectors', { name: is.text({ searchable: true }), margin: is.number({}) }, { nameField: 'name', access: { kind: 'shared' } })
export const firm = sample('firm', 'Firms', {
  name: is.text({ searchable: true, indexed: true }),
  nip: is.text({ pattern: 'nip', searchable: true, unique: true }),
  secret: is.text({ searchable: true }),
  stage: is.choice(stages),
  tags: is.choices(stages),
  turnover: is.money({ indexed: true }),
  staff: is.number({ indexed: true }),
  since: is.date({}),
  active: is.yesNo(),
  place: is.address({ searchable: true, indexed: true }),
  phones: is.phones(kinds, { searchable: true }),
  parent: is.link('firm', { reverse: text('Branches') }),
  sector: is.link('sector'),
  sectors: is.links('sector'),
}, { nameField: 'name', access: { kind: 'owned' }, archivable: true, tree: 'parent', distinguishedBy: ['place.city', 'secret'], searchThrough: [{ object: 'formerName', link: 'firm' }] })
export const formerName = sample('formerName', 'Former names', { name: is.text({ searchable: true }), firm: is.link('firm', { required: true }) }, {
  nameField: 'name', access: { kind: 'follows', links: ['firm'] },
})
export const worker = sample('worker', 'People', { name: is.text({ searchable: true }), firm: is.link('firm', { reverse: text('People') }), wage: is.money({}) }, {
  nameField: 'name', access: { kind: 'owned' },
})
export const remark = sample('remark', 'Remarks', { title: is.text({ searchable: true }), firm: is.link('firm'), worker: is.link('worker'), hours: is.number({}) }, {
  nameField: 'title', access: { kind: 'follows', links: ['firm', 'worker'] },
})
export const objects = [user, sector, firm, formerName, worker, remark]

export interface Sample extends World {
  /** Puts a row into an object's table past the write path; values as the API's JSON, links as ids. Gives its id. */
  put(object: string, values: Record<string, unknown>): Promise<string>
  /** A person with exactly these rights. */
  person(who: Partial<Who>): Ctx
}

export async function startSample(extra: readonly ObjectDefinition[] = []): Promise<Sample> {
  const world = await startWorld([...objects, ...extra])
  return { ...world, put: (object, values) => put(world, object, values), person: (who) => world.ctxOf({ userId: newId(), ...who }) }
}

export const grant = (object: string, verb: Grant['verb'], scope: Grant['scope'], rule: string | null = null): Grant => ({ role: 'r', object, verb, scope, rule })

async function put({ db, registry }: World, objectName: string, values: Record<string, unknown>): Promise<string> {
  const object = registry.object(objectName)
  const now = '2026-11-01T08:00:00.000Z'
  const row: Record<string, unknown> = { id: newId(), version: 1, created_at: now, updated_at: now, search: searchOf(object, values) }
  for (const [name, value] of Object.entries(values)) {
    const field = object.fields.find((each) => each.name === name)
    if (field === undefined) row[snakeCase(name)] = value
    else serverOf(field).columns(field, columnName(field)).forEach((column, index) => (row[column.name] = serverOf(field).toColumns(value, field)[index]))
  }
  const table = sql([`"${tableName(object)}"`] as unknown as TemplateStringsArray)
  await db.rows(sql`insert into ${table} select * from jsonb_populate_record(null::${table}, ${JSON.stringify(row)}::jsonb)`)
  return row['id'] as string
}

function searchOf(object: ObjectDefinition, values: Record<string, unknown>): string {
  return object.fields.filter((field) => field.searchable && values[field.name] != null).flatMap((field) => typeOf(field).searchTexts?.(values[field.name], field) ?? []).map(fold).join('\n')
}
