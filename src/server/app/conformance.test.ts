/** What every object promises, whoever declared it. A new way in to data comes with its row here. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Item, ItemChange, ItemKind, OwnField } from '../../contract/configuration.ts'
import { defineObject, is, type ObjectDefinition, type Values } from '../../contract/definition.ts'
import type { AllowedMove } from '../../contract/records.ts'
import { isStateOf, movesFrom, type StateMachine } from '../../contract/states.ts'
import { languages } from '../../contract/text.ts'
import { sql } from '../../expression/sql.ts'
import { serverOf } from '../../fields/servers.ts'
import { typeOf } from '../../fields/types.ts'
import { compose } from '../kernel/configuration/compose.ts'
import { firstId } from '../kernel/configuration/identity.ts'
import { buildRegistry } from '../kernel/metadata/build.ts'
import { newId } from '../kernel/db/uuid7.ts'
import { columnName, tableName } from '../kernel/metadata/naming.ts'
import { create } from '../kernel/records/create.ts'
import { made, openToAll, startHouse, valueFor, valuesFor, type Caller, type House } from './testing/house.ts'
import { sensible } from './testing/sensible.ts'
import { objects } from './rooms.ts'

const t = (pl: string, en: string) => ({ pl, en })
const kinds = [{ value: 'one', label: t('Pierwszy', 'First') }, { value: 'two', label: t('Drugi', 'Second') }]
/** As an administrator would make it: every type of field there is, in columns x_…. */
const own = defineObject('ownThing', {
  label: t('Rzecz własna', 'Own thing'), plural: t('Rzeczy własne', 'Own things'),
  fields: {
    name: t('Nazwa', 'Name'), text: t('Tekst', 'Text'), long: t('Długi tekst', 'Long text'), number: t('Liczba', 'Number'), money: t('Kwota', 'Money'), percent: t('Procent', 'Percent'),
    date: t('Dzień', 'Date'), time: t('Godzina', 'Time'), moment: t('Chwila', 'Moment'), yesNo: t('Tak czy nie', 'Yes or no'), choice: t('Wybór', 'Choice'), choices: t('Wybory', 'Choices'),
    link: t('Firma', 'Company'), links: t('Etykiety', 'Tags'), mail: t('E-mail', 'E-mail'), phone: t('Telefon', 'Phone'), web: t('Strona', 'Web'), address: t('Adres', 'Address'),
    file: t('Plik', 'File'), files: t('Pliki', 'Files'), picture: t('Obraz', 'Picture'), phones: t('Telefony', 'Phones'), mails: t('E-maile', 'E-mails'), addresses: t('Adresy', 'Addresses'),
  },
}, {
  room: 'own', icon: 'box', nameField: 'name', access: { kind: 'owned' }, archivable: true, custom: true,
  fields: {
    name: is.text({ required: true, searchable: true, indexed: true, custom: true }), text: is.text({ custom: true }), long: is.longText({ custom: true }), number: is.number({ custom: true }), money: is.money({ custom: true }),
    percent: is.percent({ custom: true }), date: is.date({ custom: true }), time: is.time({ custom: true }), moment: is.dateTime({ custom: true }), yesNo: is.yesNo({ custom: true }),
    choice: is.choice(kinds, { custom: true }), choices: is.choices(kinds, { custom: true }), link: is.link('company', { custom: true }), links: is.links('tag', { custom: true }), mail: is.mail({ custom: true }),
    phone: is.phone({ custom: true }), web: is.web({ custom: true }), address: is.address({ custom: true }), file: is.file({ custom: true }), files: is.files({ custom: true }), picture: is.picture({ custom: true }),
    phones: is.phones(kinds, { custom: true }), mails: is.mails(kinds, { custom: true }), addresses: is.addresses(kinds, { custom: true }),
  },
  list: { columns: ['name', 'link', 'date'], order: 'name' },
  form: [{ key: 'all', label: t('Wszystko', 'All'), fields: ['name'] }],
})
/** With a type and states, as an administrator would describe a process. */
const ownProcess = defineObject('ownProcess', {
  label: t('Sprawa własna', 'Own matter'), plural: t('Sprawy własne', 'Own matters'),
  fields: { name: t('Nazwa', 'Name'), kind: t('Rodzaj', 'Type'), stage: t('Stan', 'State'), reason: t('Powód', 'Reason') },
}, {
  room: 'own', icon: 'box', nameField: 'name', access: { kind: 'owned' }, custom: true, typeField: 'kind',
  fields: {
    name: is.text({ required: true, searchable: true, custom: true }), kind: is.choice(kinds, { custom: true }), reason: is.text({ custom: true }),
    stage: is.choice(['begun', 'waiting', 'done', 'dropped'].map((value) => ({ value, label: t(value, value) })), { custom: true }),
  },
  states: [{
    field: 'stage', initial: 'begun', types: [{ type: 'two', states: ['begun', 'done'] }],
    moves: [
      { key: 'wait', label: t('Wstrzymaj', 'Hold'), from: ['begun'], to: 'waiting' }, { key: 'go', label: t('Wznów', 'Resume'), from: ['waiting'], to: 'begun' },
      { key: 'end', label: t('Zakończ', 'End'), from: ['begun'], to: 'done', when: "name != 'Nigdy'" }, { key: 'drop', label: t('Porzuć', 'Drop'), from: [], to: 'dropped', required: ['reason'], types: ['one'] },
    ],
  }],
  list: { columns: ['name', 'kind', 'stage'], order: 'name' },
  form: [{ key: 'all', label: t('Wszystko', 'All'), fields: ['name', 'kind', 'stage', 'reason'] }],
})
/** A calculated field of each kind on an object of the code, and one stored that looks at other records. */
const calculated: OwnField[] = [
  { object: 'company', id: '', name: 'peopleCount', label: t('Ile osób', 'People'), type: 'number', formula: 'COUNT(people)' },
  { object: 'company', id: '', name: 'ofMine', label: t('Moja', 'Mine'), type: 'yesNo', formula: 'owner = me' },
  { object: 'company', id: '', name: 'shown', label: t('Opis', 'Shown'), type: 'text', formula: "name & ' (' & addresses.city & ')'" },
]
const item = (kind: ItemKind, body: object): ItemChange => ({ kind, id: '', version: null, body })
const itemsOf = ({ id: _i, room: _r, custom: _c, fields, ...object }: ObjectDefinition): ItemChange[] =>
  [item('object', object), ...fields.map(({ id: _f, custom: __, ...field }) => item('field', { ...field, object: object.name }))]
const items = [...itemsOf(own), ...itemsOf(ownProcess), ...calculated.map(({ id: _, ...field }) => item('field', field))]
/** As they come to be: the administrator's items and the code's declarations put together. */
const composed = compose(objects, items.map(({ kind, body }) => ({ kind, id: firstId(kind, body as never), version: 1, body }) as Item))
const everyObject: readonly ObjectDefinition[] = [...buildRegistry(composed).objects.values()]

let house: House
before(async () => {
  house = await startHouse([], items)
  // Without a pipeline nothing is sold.
  const pipeline = await create(house.ctx, 'pipeline', { name: 'Próbny' })
  await create(house.ctx, 'stage', { name: 'Próbny', pipeline: pipeline.id })
})
after(async () => {
  const bugs = house.bugs
  await house.end()
  assert.deepEqual(bugs, [], 'no request may end in a bug')
})

for (const object of everyObject) {
  test(`${object.name}: the table has every column of the declaration, and links are indexed`, async () => {
    const columns = await house.world.db.rows<{ column_name: string }>(sql`select column_name from information_schema.columns where table_name = ${tableName(object)}`)
    const there = new Set(columns.map((column) => column.column_name))
    const wanted = object.fields.filter((field) => field.computed !== 'live').flatMap((field) => serverOf(field).columns(field, columnName(field)).map((column) => column.name))
    assert.deepEqual(wanted.filter((column) => !there.has(column)), [])
    const indexes = await house.world.db.rows<{ indexdef: string }>(sql`select indexdef from pg_indexes where tablename = ${tableName(object)}`)
    const links = object.fields.filter((field) => field.type === 'link' || field.type === 'links').map(columnName)
    assert.deepEqual(links.filter((column) => !indexes.some(({ indexdef }) => new RegExp(`\\("?${column}"?[,)]`).test(indexdef))), [])
  })

  test(`${object.name}: every word stands in every language`, () => {
    const labels = [object.label, object.plural, ...object.fields.flatMap((field) => [field.label, ...('choices' in field ? field.choices.map((choice) => choice.label) : [])]), ...object.form.map((section) => section.label)]
    for (const label of labels) for (const language of languages) assert.ok(label[language].trim().length > 0, JSON.stringify(label))
  })

  test(`${object.name}: who has no right to it learns nothing`, async () => {
    const { id } = await made(house.ctx, object.name)
    const stranger = await house.person(`Obcy${object.name}`, {})
    const baseline = isOpen(object)
    const one = await stranger.get(`/api/records/${object.name}/${id}`)
    const list = await stranger.get(`/api/records/${object.name}?count=true`)
    if (baseline) return assert.equal(list.status, 200)
    assert.ok([403, 404].includes(one.status))
    if (list.status === 200) assert.deepEqual({ rows: list.body.rows, count: list.body.count.value }, { rows: [], count: 0 })
    else assert.equal(list.status, 403)
    assert.equal((await stranger.send('PATCH', `/api/records/${object.name}/${id}`, { version: 1 })).status >= 403, true)
    assert.equal((await stranger.send('DELETE', `/api/records/${object.name}/${id}`)).status >= 403, true)
  })

  if (object.programOnly === true) {
    test(`${object.name}: the program alone writes it, by no way in does a person`, async () => {
      const admin = await house.person(`Administratorka${object.name}`, { all: true })
      const [{ id }, path] = [await made(house.ctx, object.name), `/api/records/${object.name}`]
      const { version, can } = (await admin.get(`${path}/${id}`)).body
      assert.deepEqual([can.change, can.delete], [false, false])
      const first = object.fields.find(({ required }) => required)!.name
      const asked = [admin.send('POST', path, await valuesFor(house.ctx, object, 'required')), admin.send('PATCH', `${path}/${id}`, { version, [first]: null }), admin.send('DELETE', `${path}/${id}`), admin.send('POST', `${path}/mass`, { ids: [id], delete: true })]
      assert.deepEqual((await Promise.all(asked)).map(({ status }) => status), [403, 403, 403, 403])
      const { items } = (await admin.send('POST', `${path}/batch`, { create: [{}], update: [{ id, version, [first]: null }] })).body
      assert.deepEqual(items.map(({ ok }: { ok: boolean }) => ok), [false, false])
      const { can: abilities } = (await admin.get('/api/metadata')).body.objects.find(({ name }: { name: string }) => name === object.name)
      assert.deepEqual(abilities, { create: false, read: true, change: false, delete: false, export: true })
      assert.equal((await admin.get(`${path}/${id}`)).body.version, version)
    })
    continue
  }

  test(`${object.name}: a record is made, read, changed, told of, taken back, thrown away and brought back`, async () => {
    const { all, ctx } = house
    const path = `/api/records/${object.name}`
    const values = await valuesFor(ctx, object, 'all')
    const made = await all.send('POST', path, values)
    assert.equal(made.status, 201, made.text)
    const { id } = made.body
    const read = await all.get(`${path}/${id}`)
    assert.equal(read.status, 200)
    for (const field of object.fields) if (field.name in values && values[field.name] !== null) assert.ok(same(field.name, object, read.body[field.name], values[field.name]), `${field.name}: ${JSON.stringify(read.body[field.name])} is not ${JSON.stringify(values[field.name])}`)
    const writable = object.fields.filter((field) => field.readOnly !== true && !('unique' in field && field.unique && field.type !== 'text'))
    const changing = writable.find(({ type }) => !['yesNo', 'link', 'links'].includes(type)) ?? writable[0]!
    const value = (await sensible(object, { [changing.name]: await valueFor(ctx, changing, 1) }, 1))[changing.name]
    const changed = await all.send('PATCH', `${path}/${id}`, { version: read.body.version, [changing.name]: value })
    assert.equal(changed.status, 200, changed.text)
    const stale = await all.send('PATCH', `${path}/${id}`, { version: read.body.version, [changing.name]: values[changing.name] ?? null })
    assert.equal(stale.status, 409, 'a stale version is refused')
    const history = await all.get(`${path}/${id}/history`)
    const entries = history.body.entries as { id: string; verb: string; changes: Record<string, unknown> }[]
    const mine = entries.filter(({ verb, changes }) => verb === 'change' && changing.name in changes)
    assert.deepEqual([mine.length, entries.at(-1)!.verb], [1, 'create'])
    const byProgram = (name: string) => object.fields.find((field) => field.name === name)?.readOnly === true
    for (const { verb, changes } of entries.slice(0, -1)) assert.ok(verb === 'merge' || changing.name in changes || Object.keys(changes).every(byProgram), 'what else was changed follows from it')
    assert.equal((await all.send('POST', '/api/undo', { history: mine[0]!.id })).status, 200)
    const back = await all.get(`${path}/${id}`)
    assert.deepEqual(back.body[changing.name], read.body[changing.name], 'undo gives the former value')
    assert.equal((await all.send('DELETE', `${path}/${id}`)).status, 204)
    assert.equal((await all.get(`${path}/${id}`)).status, 404)
    assert.equal((await all.send('POST', `${path}/${id}/restore`)).status, 200)
    assert.equal((await all.get(`${path}/${id}`)).body.name, back.body.name)
  })

  test(`${object.name}: each required field is refused by its name`, async () => {
    const values = await valuesFor(house.ctx, object, 'required')
    for (const field of object.fields.filter((one) => one.required && !one.readOnly && one.default === undefined)) {
      const { [field.name]: _, ...rest } = values
      const answer = await house.all.send('POST', `/api/records/${object.name}`, rest)
      assert.equal(answer.status, 422, field.name)
      assert.ok(answer.body.fields.some((one: { field: string }) => one.field === field.name), `${field.name}: ${answer.text}`)
    }
  })

  test(`${object.name}: an unknown field and a wrong type are refused, never ignored`, async () => {
    const values = await valuesFor(house.ctx, object, 'required')
    const unknown = await house.all.send('POST', `/api/records/${object.name}`, { ...values, noSuchField: 1 })
    assert.equal(unknown.body.fields[0].field, 'noSuchField')
    for (const field of object.fields.filter((one) => !one.readOnly && one.type !== 'yesNo')) {
      const answer = await house.all.send('POST', `/api/records/${object.name}`, { ...values, [field.name]: true })
      assert.equal(answer.status, 422, `${field.name}: ${answer.text}`)
    }
  })
}

/** Does everybody signed in read it, by itself or with what it follows? */
const isOpen = (object: ObjectDefinition): boolean => object.baseline?.read !== undefined || followed(object).some((one) => one.baseline?.read === 'all' || (one.baseline === undefined && isOpen(one)))

const followed = ({ access, fields }: ObjectDefinition): readonly ObjectDefinition[] =>
  access.kind === 'follows' ? everyObject.filter((one) => fields.some((field) => access.links.includes(field.name) && 'target' in field && field.target === one.name)) : []

function same(field: string, object: ObjectDefinition, read: unknown, given: unknown): boolean {
  const definition = object.fields.find((one) => one.name === field)!
  if (definition.type === 'link') return (read as { id: string }).id === given
  if (definition.type === 'links') return JSON.stringify((read as { id: string }[]).map(({ id }) => id)) === JSON.stringify(given)
  const type = typeOf(definition)
  return type.same(read, type.accept(given, definition) as never)
}

/** What a move asks of other records its own cannot say beforehand: that somebody is there to approve, that there is something to send (tried in quotes). */
const asksOfOthers = new Set(['quote.no_approver', 'quote.not_approver', 'quote.empty'])

for (const object of everyObject.filter(({ states }) => states !== undefined)) {
  test(`${object.name}: allowed moves pass, others are refused, and the record says beforehand which are which`, async () => {
    const admin = await house.person(`Administratorka${object.name}`, { all: true })
    const values = { ...(await valuesFor(house.ctx, object, 'all')), ...openToAll(object) }
    for (const machine of object.states!) for (const from of statesOf(object, machine, values)) for (const to of statesOf(object, machine, values)) {
      if (from === to) continue
      const { id } = await create(house.ctx, object.name, { ...values, ...unlike(object, values), [machine.field]: from })
      const read = await admin.get(`/api/records/${object.name}/${id}`)
      const named = read.body.can.moves.filter((move: AllowedMove) => move.field === machine.field && move.to === to && move.missing === undefined && move.reason === undefined)
      const changed = await admin.send('PATCH', `/api/records/${object.name}/${id}`, { version: read.body.version, [machine.field]: to })
      const leads = movesFrom(machine, from, object.typeField === undefined ? null : (values[object.typeField] as string)).some((move) => move.to === to)
      if (asksOfOthers.has(changed.body.code)) continue
      assert.equal(changed.status, named.length > 0 ? 200 : 422, `${from} → ${to}: ${changed.text}`)
      if (!leads) assert.equal(changed.body.fields[0].code, 'move_not_allowed', `${from} → ${to}: ${changed.text}`)
      const { id: again } = await create(house.ctx, object.name, { ...values, ...unlike(object, values), [machine.field]: from })
      const many = await admin.send('POST', `/api/records/${object.name}/batch`, { update: [{ id: again, version: (await admin.get(`/api/records/${object.name}/${again}`)).body.version, [machine.field]: to }] })
      assert.equal(many.body.items[0].ok, named.length > 0, `${from} → ${to}: ${many.text}`)
    }
  })
}

/** States that a record of the type in these values may have. */
function statesOf(object: ObjectDefinition, machine: StateMachine, values: Values): string[] {
  const field = object.fields.find(({ name }) => name === machine.field)
  const type = object.typeField === undefined ? null : (values[object.typeField] as string)
  return field?.type === 'choice' ? field.choices.map(({ value }) => value).filter((state) => isStateOf(machine, state, type)) : []
}

/** Unique values that no other record has. */
const unlike = (object: ObjectDefinition, values: Values): Values =>
  Object.fromEntries(object.fields.flatMap((field) => ('unique' in field && field.unique === true && typeof values[field.name] === 'string' ? [[field.name, null]] : [])))

const secret = 'Tajna Spółka Ćma'

/** A meeting with the company, in which the caller takes part. */
const withCompany = ({ id: participant }: Caller, company: string) =>
  create(house.ctx, 'activity', { title: 'Spotkanie', type: 'meeting', company, participants: [participant], start: '2035-01-08T09:00:00Z', end: '2035-01-08T10:00:00Z' })

/** Ways in by which somebody could learn of a hidden company or a hidden field. */
const waysIn: Record<string, (caller: Caller, id: string) => Promise<{ status: number; text: string }>> = {
  list: (caller) => caller.get('/api/records/company?columns=name,shortName,owner&count=true&limit=500'),
  search: (caller) => caller.get('/api/search?q=tajna'),
  'search in the list': (caller) => caller.get('/api/records/company?search=tajna'),
  picker: (caller) => caller.get('/api/records/company?search=cma&limit=10&columns=name,addresses.city,nip'),
  where: (caller) => caller.get(`/api/records/company?where=${encodeURIComponent("name contains 'Tajna'")}`),
  groups: (caller) => caller.get('/api/records/company/groups?by=name'),
  record: (caller, id) => caller.get(`/api/records/company/${id}`),
  history: (caller, id) => caller.get(`/api/records/company/${id}/history`),
  'time line': (caller, id) => caller.get(`/api/records/company/${id}/timeline`),
  tree: (caller, id) => caller.get(`/api/records/company/${id}/tree`),
  board: async (caller, company) => {
    const { id } = await create(house.ctx, 'opportunity', { name: 'Znana szansa', company })
    const { pipeline } = (await caller.get(`/api/records/opportunity/${id}`)).body
    const answer = await caller.get(`/api/records/opportunity/board?in=${pipeline.id}&columns=name,company,company.name`)
    assert.match(answer.text, /Znana szansa/)
    return answer
  },
  export: (caller) => caller.get('/api/records/company/export?format=csv&columns=name,shortName'),
  'links of others': (caller) => caller.get('/api/records/person?columns=name,company,company.name&limit=500'),
  'sort by a link': (caller) => caller.get('/api/records/person?columns=name&order=company.name'),
  'earlier names': (caller) => caller.get('/api/records/earlierName?columns=name,company'),
  notes: (caller) => caller.get('/api/records/note?columns=title,company'),
  'text messages': (caller) => caller.get('/api/records/smsMessage?columns=title,text,company'),
  trash: (caller) => caller.get('/api/trash'),
  duplicates: (caller) => caller.send('POST', '/api/records/company/duplicates', { values: { name: secret, addresses: [{ kind: 'seat', city: 'Ukryte' }] } }),
  'a unique value': (caller) => caller.send('POST', '/api/records/company', { name: 'Inna', externalId: 'TAJNE-1' }),
  batch: (caller, id) => caller.send('POST', '/api/records/company/batch', { update: [{ id, version: 1, name: 'x' }] }),
  merge: (caller, id) => caller.send('POST', '/api/merge/company', { keep: id, merge: ['01900000-0000-7000-8000-000000000001'], version: 1 }),
  calendar: async (caller, id) => {
    await withCompany(caller, id)
    return caller.get(`/api/calendar?from=2035-01-08T00:00:00Z&until=2035-01-09T00:00:00Z&people=${caller.id}&tasks=true`)
  },
  'free time': async (caller, id) => {
    await withCompany(caller, id)
    return caller.send('POST', '/api/calendar/free-time', { people: [caller.id], minutes: 30, from: '2035-01-08T00:00:00Z', until: '2035-01-09T00:00:00Z' })
  },
  'copy of a meeting': async (caller, id) => caller.send('POST', '/api/calendar/copy', { activity: (await withCompany(caller, id)).id, start: '2035-01-08T12:00:00Z', end: '2035-01-08T13:00:00Z' }),
  'who is invited': async (caller, id) => caller.get(`/api/calendar/attendees?activity=${(await withCompany(caller, id)).id}`),
  'my day': async (caller, company) => {
    await create(house.ctx, 'activity', { title: 'Zaległe', type: 'task', company, owner: caller.id, delegatedBy: caller.id, due: '2020-01-08T09:00:00Z' })
    return caller.get('/api/my-day')
  },
  'time line of a person': async (caller, company) => {
    const { id } = await create(house.ctx, 'person', { lastName: 'Znana' })
    await create(house.ctx, 'activity', { title: 'Wizyta', type: 'visit', company, people: [id], owner: caller.id, start: '2035-01-08T09:00:00Z' })
    const answer = await caller.get(`/api/records/person/${id}/timeline`)
    assert.match(answer.text, /Wizyta/)
    return answer
  },
  notices: async (caller, id) => {
    await toldOf(caller, id)
    return caller.get('/api/notices')
  },
  'a notice': async (caller, id) => caller.get(`/api/notices/${await toldOf(caller, id)}`),
  'what went out': async (caller, id) => {
    await toldOf(caller, id)
    return caller.get('/api/notices/deliveries')
  },
  'ringing reminders': async (caller, id) => {
    await toldOf(caller, id)
    return caller.get('/api/reminders/ringing')
  },
  action: (caller, id) => caller.send('POST', `/api/records/company/${id}/actions/rename`, { name: 'x', since: '2026-01-01' }),
}

/** He was told of it, and of a reminder, while he could still see it. */
async function toldOf({ id: person }: Caller, company: string): Promise<string> {
  const [notice, reminder, title] = [newId(), newId(), { pl: secret, en: secret }]
  await house.world.db.rows(sql`
    insert into notice (id, person, kind, key, object, record, title, body, why, priority, created_at, told_at)
    values (${notice}, ${person}, 'reminder', ${`reminder:${reminder}:1`}, 'company', ${company}, ${title}, ${title}, ${title}, 'normal', now(), now())`)
  await house.world.db.rows(sql`insert into notice_delivery (id, notice, person, way, state, due_at, is_delayed, is_digest) values (${newId()}, ${notice}, ${person}, 'mail', 'waiting', now(), true, false)`)
  await house.world.db.rows(sql`insert into reminder (id, person, activity, minutes_before, fired, created_at) values (${reminder}, ${person}, ${newId()}, 15, 1, now())`)
  return notice
}

for (const [way, ask] of Object.entries(waysIn)) {
  test(`a hidden company leaves no trace in: ${way}`, async () => {
    const { ctx } = house
    const owner = await house.person(`Właściciel${way}`.replaceAll(/\W/g, ''), {})
    const hidden = await create(ctx, 'company', { name: secret, shortName: 'Tajna', owner: owner.id, addresses: [{ kind: 'seat', city: 'Ukryte' }], externalId: 'TAJNE-1' })
    await create(ctx, 'person', { lastName: 'Widoczna', company: hidden.id })
    await create(ctx, 'note', { text: 'Tajna notatka o ćmie', company: hidden.id })
    await create(ctx, 'smsMessage', { to: '601234567', text: 'Tajna notatka SMS', state: 'sent', company: hidden.id })
    await create(ctx, 'earlierName', { name: 'Tajna dawniej', company: hidden.id })
    const verbs = ['create', 'read', 'change', 'delete', 'export'] as const
    const seller = await house.person(`Handlowiec${way}`.replaceAll(/\W/g, ''), {
      grants: [...verbs.map((verb) => ({ role: 'r', object: 'company', verb, scope: 'own' as const, rule: null })), ...verbs.map((verb) => ({ role: 'r', object: 'person', verb, scope: 'all' as const, rule: null })), ...['note', 'earlierName', 'smsMessage', 'opportunity', 'pipeline', 'stage'].map((object) => ({ role: 'r', object, verb: 'read' as const, scope: 'all' as const, rule: null }))],
    })
    const answer = await ask(seller, hidden.id).finally(() => house.world.db.rows(sql`update company set external_id = null where id = ${hidden.id}`))
    assert.doesNotMatch(answer.text, /tajna spółka|tajna notatka|tajna dawniej/i, answer.text)
    assert.ok(!answer.text.includes(hidden.id) || answer.status >= 400 || way === 'batch', answer.text)
  })
}

test('the tree of any object is told from its head; a hidden link leaves each alone, hidden names are not told', async () => {
  const { ctx } = house
  const top = await create(ctx, 'productGroup', { name: 'Drzewo' })
  const middle = await create(ctx, 'productGroup', { name: secret, parent: top.id })
  const leaf = await create(ctx, 'productGroup', { name: 'Liść', parent: middle.id })
  const reader = (name: string, rule: string | null, fields = {}) => house.person(name, { grants: [{ role: 'r', object: 'productGroup', verb: 'read', scope: 'all', rule }], fields })
  const seen = async (caller: Caller, id: string) => ((await caller.get(`/api/records/productGroup/${id}/tree`)).body.nodes as { name: string; depth: number }[] | undefined)?.map(({ name, depth }) => [name, depth])
  assert.deepEqual(await seen(await reader('Leśnik', null), leaf.id), [['Drzewo', 0], [secret, 1], ['Liść', 2]])
  assert.deepEqual(await seen(await reader('Bezgałęzi', null, { productGroup: { parent: 'none' } }), leaf.id), [['Liść', 0]])
  assert.deepEqual(await seen(await reader('Beznazw', null, { productGroup: { name: 'none' } }), leaf.id), [['', 0], ['', 1], ['', 2]])
  const page = (await house.all.get(`/api/records/productGroup/${leaf.id}/page`)).body.parts.tree
  assert.deepEqual([page.root, page.nodes.length], [top.id, 3])
  assert.equal((await house.all.get(`/api/records/person/${leaf.id}/tree`)).status, 404)
})

test('a hidden field leaves no trace: not in columns, filter, order, groups, search, history, metadata, description or error', async () => {
  const { ctx } = house
  const company = await create(ctx, 'company', { name: 'Jawna', turnover: { amount: '987654.32', currency: 'PLN' }, externalId: 'UKRYTY-77' })
  const grants = (['create', 'read', 'change', 'export'] as const).map((verb) => ({ role: 'r', object: 'company', verb, scope: 'all' as const, rule: null }))
  const caller = await house.person('Bezobrotu', { grants, fields: { company: { turnover: 'none', externalId: 'none' } } })
  const asked = [
    '/api/records/company?columns=name,turnover', '/api/records/company?order=turnover', `/api/records/company?where=${encodeURIComponent('turnover > 1 PLN')}`,
    '/api/records/company/groups?by=externalId', '/api/records/company/groups?by=region&measures=sum(turnover)', '/api/records/company/export?format=csv&columns=name,turnover',
  ]
  for (const path of asked) {
    const hidden = await caller.get(path)
    const missing = await caller.get(path.replaceAll('turnover', 'nosuchfield').replaceAll('externalId', 'nosuchfield'))
    assert.equal(hidden.status, 400, path)
    assert.equal(hidden.body.code, missing.body.code, `${path}: a hidden field answers like one that does not exist`)
    assert.doesNotMatch(hidden.text, /987654|Obrót/)
  }
  for (const path of [`/api/records/company/${company.id}`, '/api/records/company?limit=500', '/api/records/company?search=UKRYTY', '/api/search?q=UKRYTY-77', `/api/records/company/${company.id}/history`, `/api/records/company/${company.id}/timeline`, `/api/records/company/${company.id}/tree`]) {
    assert.doesNotMatch((await caller.get(path)).text, /987654|UKRYTY-77|"turnover"|"externalId"/, path)
  }
  const metadata = (await caller.get('/api/metadata')).body.objects.find((one: { name: string }) => one.name === 'company')
  assert.deepEqual(metadata.fields.filter((one: { name: string }) => ['turnover', 'externalId'].includes(one.name)), [])
  const { schemas } = (await caller.get('/api/openapi.json')).body.components
  for (const schema of ['Company', 'CompanyInput', 'CompanyChange']) assert.doesNotMatch(JSON.stringify(schemas[schema]), /turnover|externalId/)
  assert.equal((await caller.send('PATCH', `/api/records/company/${company.id}`, { version: 1, turnover: null })).body.fields[0].code, 'unknown_field')
})

test('pages follow each other without gap or double, also while others write', async () => {
  const { ctx, all } = house
  const names = Array.from({ length: 60 }, (_, n) => `Strona ${String(n % 20).padStart(2, '0')}`)
  for (const one of names) await create(ctx, 'tag', { name: `${one} ${Math.random()}` })
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: { body: { rows: { id: string }[]; next: string | null } } = await all.get(`/api/records/tag?where=${encodeURIComponent("name starts with 'Strona'")}&order=-name&limit=7${after === null ? '' : `&after=${after}`}`)
    seen.push(...page.body.rows.map(({ id }) => id))
    after = page.body.next
    await create(ctx, 'tag', { name: `Strona 99 ${Math.random()}` })
  } while (after !== null)
  assert.equal(seen.length, 60)
  assert.equal(new Set(seen).size, 60)
})

test('what the description of the API promises is what is answered', async () => {
  const { body: description } = await house.all.get('/api/openapi.json')
  assert.equal(description.openapi, '3.1.0')
  for (const object of everyObject) {
    assert.ok(description.paths[`/api/records/${object.name}`]?.post, object.name)
    const schema = description.components.schemas[object.name[0]!.toUpperCase() + object.name.slice(1)]
    const { id } = await made(house.ctx, object.name)
    const { body } = await house.all.get(`/api/records/${object.name}/${id}`)
    const told = new Set(Object.keys(schema.properties))
    assert.deepEqual(Object.keys(body).filter((key) => !told.has(key)), [], object.name)
  }
})

