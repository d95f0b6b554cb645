import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { FieldDefinition, FieldTypeName } from '../contract/definition.ts'
import { languages, say, type Text } from '../contract/text.ts'
import { examples } from './examples.ts'
import { optionFaults } from './option-faults.ts'
import { fieldGroups, type OptionDefinition } from './options.ts'
import { types } from './types.ts'
import { wideningOf } from './widening.ts'

const t = (text: string): Text => ({ pl: text, en: text })
const field = (type: FieldTypeName, options: object = {}) => ({ id: 'a.b', name: 'b', label: t('Pole'), type, ...options }) as unknown as FieldDefinition
const faults = (type: FieldTypeName, options?: object) => optionFaults(field(type, options)).map(({ code, field: place }) => `${place} ${code}`)
const values = (...codes: string[]) => codes.map((value) => ({ value, label: t(value) }))

describe('what may be said of a field', () => {
  for (const name of Object.keys(types) as FieldTypeName[]) {
    test(`${name} is offered in both languages, and its example has no fault`, () => {
      const { about, options } = types[name]
      const texts = [about.label, about.help, ...Object.values(options as Record<string, OptionDefinition>).flatMap((option) => [option.label, ...(option.help ? [option.help] : []), ...(option.kind === 'oneOf' ? option.choices.map((choice) => choice.label) : [])])]
      for (const text of texts) for (const language of languages) assert.ok(say(text, language).trim().length > 1, JSON.stringify(text))
      assert.ok(about.group in fieldGroups)
      assert.match(about.icon, /^[a-z0-9-]+$/)
      assert.deepEqual(optionFaults(field(name, examples[name].field)), [])
    })
  }

  test('an option of the wrong kind, out of range, missing or unknown is named', () => {
    assert.deepEqual(faults('text', { maxLength: 'x', unique: 1, pattern: 'pesel', colour: 'red' }), ['colour option.unknown', 'maxLength option.kind', 'pattern option.kind', 'unique option.kind'])
    assert.deepEqual(faults('number', { decimals: 11 }), ['decimals option.range'])
    assert.deepEqual(faults('number', { decimals: 1.5, min: Number.NaN, unit: { pl: 'szt.' } }), ['decimals option.kind', 'min option.kind', 'unit option.kind'])
    assert.deepEqual(faults('link'), ['target option.missing'])
    assert.deepEqual(faults('money', { currency: 'XXQ' }), ['currency option.kind'])
    assert.deepEqual(faults('file', { accept: ['pdf'] }), ['accept option.kind'])
    assert.deepEqual(faults('date', { decimals: 2 }), ['decimals option.unknown'])
  })

  test('options that contradict each other are named', () => {
    assert.deepEqual(faults('number', { min: 5, max: 1 }), ['min number.limits'])
    assert.deepEqual(faults('text', { unique: true, maxLength: 2000 }), ['maxLength text.unique_length'])
    for (const pattern of ['OF/{yyyy}', '{n}{n}', 'OF/{rok}/{nnn}', '{nnn']) assert.deepEqual(faults('autoNumber', { pattern }), ['pattern autoNumber.pattern'], pattern)
    for (const pattern of ['{mm}/{nnn}', '{yyyy}/{dd}/{n}']) assert.deepEqual(faults('autoNumber', { pattern }), ['pattern autoNumber.repeats'], pattern)
    assert.deepEqual(faults('autoNumber', { pattern: 'OF/{yyyy}/{nnn}', gapless: true }), [])
  })

  test('a list of values is neither empty nor doubled, and no value lies under itself', () => {
    assert.deepEqual(faults('choice', { choices: [] }), ['choices choice.none'])
    assert.deepEqual(faults('choices', { choices: values('a', 'b', 'a') }), ['choices.2 choice.doubled'])
    assert.deepEqual(faults('choice', { choices: [...values('a/b', 'a b', ''), { value: 'c', label: { pl: 'C', en: ' ' } }] }), ['choices.0 choice.code', 'choices.1 choice.code', 'choices.2 choice.code', 'choices.2 choice.label', 'choices.3 choice.label'])
    assert.deepEqual(faults('choice', { choices: [{ ...values('a')[0], color: 'pink' }, { ...values('b')[0], parent: 'z' }] }), ['choices.0 choice.color', 'choices.1 choice.parent'])
    const circle = values('a', 'b', 'c').map((choice, place, all) => ({ ...choice, parent: all[(place + 1) % 3]!.value }))
    const [fault] = optionFaults(field('choice', { choices: circle }))
    assert.equal(say(fault!.text, 'pl', fault!.values), 'Wartości leżą jedna pod drugą w kółko: a → b → c → a.')
    assert.deepEqual(faults('phones', { kinds: [...values('a'), { ...values('b')[0], parent: 'a' }] }), ['kinds.1 choice.kinds_flat'])
  })

  test('every fault is a whole sentence in both languages', () => {
    const all = [...optionFaults(field('text', { maxLength: 0, pattern: 1 })), ...optionFaults(field('link')), ...optionFaults(field('autoNumber', { pattern: '{x}' })), ...optionFaults(field('choice', { choices: [] }))]
    for (const fault of all) for (const language of languages) assert.match(say(fault.text, language, fault.values), /^[^{]*.*[.]$/u)
  })
})

test('a type widens only where nothing is lost', () => {
  const widens = (from: FieldTypeName, to: FieldTypeName, options: object = {}) => wideningOf(field(from), field(to, options)) !== null
  assert.ok(widens('text', 'longText') && widens('choice', 'choices') && widens('link', 'links') && widens('number', 'money', { currency: 'PLN' }))
  assert.ok(!widens('number', 'money'), 'a bare number says nothing of its currency')
  assert.ok(!widens('longText', 'text') && !widens('choices', 'choice') && !widens('links', 'link') && !widens('number', 'text') && !widens('file', 'picture'))
  assert.ok(!widens('date', 'dateTime'), 'a day has no time zone: a reader in another one would see the day before')
})
