/** Objects for the tests of writing: the kernel knows no business word, so these stand for any. */
import { defineObject, is, type Consequence, type Values } from '../../../contract/definition.ts'
import { refusal } from '../../../contract/refusal.ts'
import type { Text } from '../../../contract/text.ts'

const t = (pl: string, en: string): Text => ({ pl, en })
const main = (fields: readonly string[]) => [{ key: 'main', label: t('Dane', 'Facts'), fields }]

export const user = defineObject('user', { label: t('Osoba', 'Person'), plural: t('Osoby', 'People'), fields: { name: t('Nazwisko', 'Name') } }, {
  room: 'testing', icon: 'user', nameField: 'name', access: { kind: 'shared' }, baseline: { read: 'all' },
  fields: { name: is.text({ required: true }) }, list: { columns: ['name'], order: 'name' }, form: main(['name']),
})

export const tag = defineObject('tag', { label: t('Znacznik', 'Tag'), plural: t('Znaczniki', 'Tags'), fields: { name: t('Nazwa', 'Name') } }, {
  room: 'testing', icon: 'tag', nameField: 'name', access: { kind: 'shared' }, baseline: { read: 'all' },
  fields: { name: is.text({ required: true, unique: true }) }, list: { columns: ['name'], order: 'name' }, form: main(['name']),
})

export const group = defineObject('group', { label: t('Grupa', 'Group'), plural: t('Grupy', 'Groups'), fields: { name: t('Nazwa', 'Name') } }, {
  room: 'testing', icon: 'category', nameField: 'name', access: { kind: 'shared' },
  fields: { name: is.text({ required: true }) }, list: { columns: ['name'], order: 'name' }, form: main(['name']),
})

const phoneKinds = [{ value: 'work', label: t('Służbowy', 'Work') }] as const
const stages = [{ value: 'open', label: t('Otwarta', 'Open') }, { value: 'closed', label: t('Zamknięta', 'Closed') }] as const

export const firm = defineObject('firm', {
  label: t('Firma', 'Firm'), plural: t('Firmy', 'Firms'),
  fields: {
    name: t('Nazwa', 'Name'), taxNumber: t('Numer', 'Tax number'), city: t('Miasto', 'City'), parent: t('Centrala', 'Head office'), group: t('Grupa', 'Group'),
    tags: t('Znaczniki', 'Tags'), phones: t('Telefony', 'Phones'), turnover: t('Obrót', 'Turnover'), stage: t('Stan', 'Stage'), reason: t('Powód', 'Reason'),
    rating: t('Ocena', 'Rating'), description: t('Opis', 'Description'),
  },
}, {
  room: 'testing', icon: 'building', nameField: 'name', access: { kind: 'owned' }, archivable: true, tree: 'parent', timeline: true, parts: [{ object: 'employment', link: 'firm' }],
  fields: {
    name: is.text({ required: true, searchable: true, indexed: true }), taxNumber: is.text({ unique: true, searchable: true }), city: is.text({ indexed: true }),
    parent: is.link('firm'), group: is.link('group', { onDelete: 'refuse' }), tags: is.links('tag'), phones: is.phones(phoneKinds, { searchable: true }),
    turnover: is.money(), stage: is.choice(stages, { default: { expression: `'open'` } }), reason: is.text({ requiredWhen: `stage = 'closed'` }),
    rating: is.number({ readOnly: true }), description: is.longText(),
  },
  list: { columns: ['name', 'city', 'taxNumber'], order: 'name' },
  form: main(['name', 'taxNumber', 'city', 'parent', 'group', 'tags', 'phones', 'turnover', 'stage', 'reason', 'rating', 'description']),
  rules: { check: (values) => (values.name === 'forbidden' ? [refusal('firm.forbidden', t('Tak się nie nazywa.', 'Not a name.'), { field: 'name' })] : []) },
})

/** A change of the firm ends the job and begins another. */
function jobsThatFollow(after: Values | null, before: Values | null, { id, today }: { id: string; today: string }): Consequence[] {
  if (after === null || after.firm === (before?.firm ?? null)) return []
  return [
    ...(before?.firm ? [{ object: 'employment', changeWhere: `worker = '${id}' and until is empty`, values: { until: today } }] : []),
    ...(after.firm ? [{ object: 'employment', create: { worker: id, firm: after.firm, since: today } }] : []),
  ]
}

export const worker = defineObject('worker', {
  label: t('Pracownik', 'Worker'), plural: t('Pracownicy', 'Workers'),
  fields: { name: t('Nazwisko', 'Name'), first: t('Imię', 'First name'), last: t('Nazwisko', 'Last name'), firm: t('Firma', 'Firm') },
}, {
  room: 'testing', icon: 'user', nameField: 'name', access: { kind: 'owned' },
  fields: { name: is.text({ readOnly: true, searchable: true }), first: is.text({}), last: is.text({ required: true }), firm: is.link('firm') },
  list: { columns: ['name', 'firm'], order: 'name' }, form: main(['first', 'last', 'firm']),
  rules: { derive: ({ first, last }) => ({ name: [first, last].filter(Boolean).join(' ') || null }), consequences: jobsThatFollow },
})

export const employment = defineObject('employment', {
  label: t('Zatrudnienie', 'Job'), plural: t('Zatrudnienia', 'Jobs'),
  fields: { worker: t('Pracownik', 'Worker'), firm: t('Firma', 'Firm'), since: t('Od', 'Since'), until: t('Do', 'Until'), title: t('Stanowisko', 'Title') },
}, {
  room: 'testing', icon: 'link', nameField: 'title', access: { kind: 'follows', links: ['firm', 'worker'] },
  fields: { worker: is.link('worker', { required: true, onDelete: 'cascade' }), firm: is.link('firm', { required: true, onDelete: 'cascade' }), since: is.date(), until: is.date(), title: is.text({}) },
  list: { columns: ['worker', 'firm', 'since', 'until'], order: '-since' }, form: main(['worker', 'firm', 'since', 'until', 'title']),
})

export const samples = [user, tag, group, firm, worker, employment]
