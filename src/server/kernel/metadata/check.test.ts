import assert from 'node:assert/strict'
import { test } from 'node:test'
import { is, type FieldDefinition, type ObjectDefinition } from '../../../contract/definition.ts'
import type { LayoutDefinition } from '../../../contract/layout.ts'
import type { Move, StateMachine } from '../../../contract/states.ts'
import { book, shelf } from '../testing/objects.ts'
import { buildRegistry } from './build.ts'
import { faultsOf } from './check.ts'

const codes = (...objects: ObjectDefinition[]) => faultsOf(objects).map((fault) => `${fault.code.replace('metadata.', '')} ${fault.field}`)
const withField = (field: object): ObjectDefinition => ({ ...book, fields: [...book.fields, { id: 'book.new', name: 'new', label: { pl: 'Nowe', en: 'New' }, ...field } as FieldDefinition] })
const section = { key: 'main', label: { pl: 'A', en: 'A' }, fields: ['title'] }
const withLayouts = (...layouts: LayoutDefinition[]): ObjectDefinition => ({ ...book, layouts })
const move = (rest: Partial<Move> = {}): Move => ({ key: 'print', label: { pl: 'Drukuj', en: 'Print' }, from: ['novel'], to: 'poems', ...rest })
const withStates = (rest: Partial<StateMachine>): ObjectDefinition => ({ ...book, states: [{ field: 'genre', moves: [], ...rest }] })

test('declarations without a fault pass', () => assert.deepEqual(codes(book, shelf), []))

const faulty: [string, ObjectDefinition, string[]][] = [
  ['a field declared twice', withField({ ...is.text(), id: 'book.other', name: 'title' }), ['doubled_name book.title', 'doubled_column book.fields']],
  ['two fields in one column', withField({ ...is.text(), name: 'a', column: 'title' }), ['doubled_column book.fields']],
  ['a link to nowhere', withField(is.link('cupboard')), ['unknown_target book.new']],
  ['a label missing in one language', withField({ ...is.text(), label: { pl: 'Nowe', en: ' ' } }), ['missing_text book.new']],
  ['a choice without a label', withField(is.choice([{ value: 'x', label: { pl: '', en: 'X' } }])), ['missing_text book.new.x']],
  ['a choice given twice', withField(is.choice([{ value: 'x', label: { pl: 'X', en: 'X' } }, { value: 'x', label: { pl: 'Y', en: 'Y' } }])), ['choice.doubled book.new']],
  ['an empty list of choices', withField(is.choices([])), ['choice.none book.new']],
  ['limits that leave no number', withField(is.number({ min: 2, max: 1 })), ['number.limits book.new']],
  ['numbers that would come again after a year', withField(is.autoNumber('{mm}/{nnn}')), ['autoNumber.repeats book.new']],
  ['a name the program uses', withField({ ...is.text(), name: 'version' }), ['taken_name book.version']],
  ['a field by a name that always means somebody or something else in conditions', withField({ ...is.text(), name: 'me' }), ['taken_name book.me']],
  ['a name that could not be a column', withField({ ...is.text(), name: 'new; drop table book' }), ['bad_name book.new; drop table book']],
  ['an unknown column in the list', { ...book, list: { ...book.list, columns: ['title', 'author'] } }, ['unknown_field book.list.columns']],
  ['an unknown order', { ...book, list: { ...book.list, order: '-author' } }, ['unknown_field book.list.order']],
  ['an unknown field behind a link', { ...book, headline: ['shelf.height'] }, ['unknown_field book.headline']],
  ['an unknown part of a value', { ...book, headline: ['price.weight'] }, ['unknown_field book.headline']],
  ['a field on the form twice', { ...book, form: [...book.form, { key: 'more', label: { pl: 'Więcej', en: 'More' }, fields: ['title'] }] }, ['twice_on_form book.form']],
  ['a form with an unknown field', { ...book, form: [{ key: 'main', label: { pl: 'D', en: 'D' }, fields: ['author'] }] }, ['unknown_field book.form.main']],
  ['a name field that is no text', { ...book, nameField: 'price' }, ['bad_name_field book.nameField']],
  ['a tree of another object', { ...book, tree: 'shelf' }, ['bad_tree book.tree']],
  ['a related list of what is not there', { ...book, related: [{ object: 'shelf', link: 'stands', columns: ['name'] }] }, ['unknown_field book.related.shelf']],
  ['a related list whose link leads elsewhere', { ...book, related: [{ object: 'shelf', link: 'inside', columns: ['name'] }] }, ['bad_related book.related.shelf']],
  ['a type of record that is no choice', { ...book, typeField: 'title' }, ['bad_states book.typeField']],
  ['states of what is no choice', withStates({ field: 'price' }), ['bad_states book.states.price']],
  ['a state that is not among the values', withStates({ initial: 'essay' }), ['bad_states book.states.genre.initial']],
  ['a move from, to, or for what is not there', withStates({ moves: [move({ from: ['essay'] }), move({ key: 'b', to: 'essay' }), move({ key: 'c', types: ['none'] }), move({ key: 'd', required: ['author'] })] }),
    ['bad_states book.states.genre.moves.print', 'bad_states book.states.genre.moves.b', 'bad_states book.states.genre.moves.c', 'unknown_field book.states.genre.moves.d']],
  ['a beginning in a state that is archived', { ...withStates({ initial: 'novel' }), fields: book.fields.map((field) => (field.type === 'choice' && field.name === 'genre' ? { ...field, choices: field.choices.map((choice) => (choice.value === 'novel' ? { ...choice, archived: true } : choice)) } : field)) }, ['bad_states book.states.genre.initial']],
  ['a move given twice', withStates({ moves: [move(), move()] }), ['bad_states book.states.genre.moves.print']],
  ['a move without words', withStates({ moves: [move({ whenNot: { pl: 'Nie', en: '' } })] }), ['missing_text book.states.genre.moves.print']],
  ['states of a type that is not there', withStates({ types: [{ type: 'none', states: ['novel'] }] }), ['bad_states book.states.genre.types.none']],
  ['two layouts for the same people', withLayouts({ kind: 'card', role: null, type: null, body: { fields: [] } }, { kind: 'card', role: null, type: null, body: { fields: ['title'] } }), ['bad_layout book.layouts.card']],
  ['a layout of an unknown kind', withLayouts({ kind: 'poster', role: null, type: null, body: {} } as never), ['bad_layout book.layouts.poster']],
  ['a layout for a type that is not there', withLayouts({ kind: 'card', role: 'r1', type: 'map', body: { fields: [] } }), ['bad_layout book.layouts.card.r1.map']],
  ['a section of a layout twice, and without words', withLayouts({ kind: 'create', role: null, type: null, body: { sections: [section, { ...section, label: { pl: '', en: 'B' } }] } }), ['missing_text book.layouts.create.main', 'bad_layout book.layouts.create']],
  ['a class under one that is not there', withField(is.choice([{ value: 'x', label: { pl: 'X', en: 'X' }, parent: 'y' }])), ['choice.parent book.new']],
  ['classes in a circle', withField(is.choice([{ value: 'x', label: { pl: 'X', en: 'X' }, parent: 'y' }, { value: 'y', label: { pl: 'Y', en: 'Y' }, parent: 'x' }])), ['choice.circle book.new']],
]
for (const [what, object, expected] of faulty) test(`${what} is named`, () => assert.deepEqual(codes(object, shelf), expected))

test('every fault is named at once, not only the first', () => {
  const broken = { ...book, nameField: 'author', headline: ['nobody'], plural: { pl: '', en: '' } }
  assert.throws(() => buildRegistry([broken, shelf]), (error: Error) => ['4 fault', 'book.nameField', 'book.headline', 'book.plural'].every((part) => error.message.includes(part)))
})

test('expressions of a declaration are checked with it', () => {
  const withView = (where: string) => buildRegistry([{ ...book, list: { ...book.list, views: [{ key: 'mine', label: { pl: 'Moje', en: 'Mine' }, where }] } }, shelf])
  withView("owner = me and shelf.name = 'A'")
  for (const where of ['author = me', 'price', "bought = 'yesterday'", 'title = ']) assert.throws(() => withView(where), /book\.list\.views\.mine/, where)
  assert.throws(() => buildRegistry([withField({ ...is.number(), default: { expression: "'many'" } }), shelf]), /book\.new/)
  assert.throws(() => buildRegistry([withField({ ...is.number(), shownWhen: 'nobody = 1' }), shelf]), /book\.new/)
})

test('conditions of moves, sections, related lists and colours are checked; layouts may name fields that are gone', () => {
  const built = (rest: Partial<ObjectDefinition>) => () => buildRegistry([{ ...book, ...rest }, shelf])
  const coloured = (when: string) => () => buildRegistry([{ ...book, fields: book.fields.map((field) => (field.name === 'bought' ? { ...field, colors: [{ when, color: 'red' }] } : field)) }, shelf])
  built(withStates({ moves: [move({ when: "owner = me and shelf.name = 'A'" })] }))()
  built(withLayouts({ kind: 'record', role: null, type: null, body: { sections: [{ ...section, fields: ['gone'], shownWhen: 'price > 1' }], headline: ['gone'], related: [] } }))()
  coloured('bought < today - 30')()
  assert.throws(built(withStates({ moves: [move({ when: 'author = me' })] })), /book\.states\.genre\.moves\.print/)
  assert.throws(built({ form: [{ ...section, shownWhen: 'price' }] }), /book\.form\.main/)
  assert.throws(built(withLayouts({ kind: 'mobile', role: null, type: null, body: { columns: [], sections: [{ ...section, shownWhen: 'gone = 1' }] } })), /book\.layouts\.mobile\.main/)
  assert.throws(built(withLayouts({ kind: 'record', role: 'r', type: null, body: { sections: [], headline: [], related: [{ object: 'shelf', link: 'inside', columns: [], where: 'gone = 1' }] } })), /book\.layouts\.record\.r\.shelf/)
  assert.throws(coloured('price > 1'), /book\.bought/)
})

test('a value to begin with is one that the field takes', () => {
  const beginning = (field: object, expression: string) => () => buildRegistry([withField({ ...field, default: { expression } }), shelf])
  beginning(is.number({ max: 5 }), '5')()
  assert.throws(beginning(is.number({ max: 5 }), '10'), /book\.new/)
  assert.throws(beginning(is.text({ maxLength: 3 }), "'abcd'"), /book\.new/)
  const counting = { ...shelf, fields: [...shelf.fields, { id: 'shelf.count', name: 'count', label: { pl: 'Ile', en: 'How many' }, type: 'number', default: { expression: 'COUNT(books)' } } as FieldDefinition] }
  assert.throws(() => buildRegistry([book, counting]), /shelf\.count: a value to begin with cannot count/)
})

test('two objects of one name are refused', () => assert.ok(codes(shelf, shelf).includes('doubled_name shelf')))

test('the registry finds fields, system fields and who links here', () => {
  const registry = buildRegistry([book, shelf])
  assert.equal(registry.field('book', 'price')?.type, 'money')
  assert.equal(registry.field('book', 'createdAt')?.type, 'dateTime')
  assert.equal(registry.field('book', 'owner')?.readOnly, false)
  assert.equal(registry.field('shelf', 'owner'), null)
  const kept = buildRegistry([{ ...book, ownerLabel: { pl: 'Czyta', en: 'Reader' } }, shelf])
  assert.deepEqual([registry.field('book', 'owner')?.label.en, kept.field('book', 'owner')?.label.en, kept.field('book', 'createdBy')?.label.en], ['Owner', 'Reader', 'Created by'])
  assert.equal(registry.field('book', 'author'), null)
  assert.deepEqual(registry.reverse('shelf').map(({ object, field }) => `${object.name}.${field.name}`), ['book.shelf', 'shelf.inside'])
  assert.throws(() => registry.object('cupboard'), /no such object/)
})

test('the version says whether two processes run the same declarations', () => {
  assert.equal(buildRegistry([book, shelf]).version, buildRegistry([book, shelf]).version)
  assert.notEqual(buildRegistry([book, shelf]).version, buildRegistry([withField(is.text()), shelf]).version)
})
