import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { FieldDefinition, FieldTypeName } from '../contract/definition.ts'
import { isRefusal } from '../contract/refusal.ts'
import { languages, say } from '../contract/text.ts'
import { examples } from './examples.ts'
import type { FieldExamples, FieldType, Manner } from './field.ts'
import './phone/world.ts'
import { types } from './types.ts'

const manner = (language: 'pl' | 'en'): Manner => ({ language, timeZone: 'Europe/Warsaw', today: '2026-11-23', currency: 'PLN' })
const readOnlyByLookup = new Set<FieldTypeName>(['file', 'files', 'picture'])

for (const name of Object.keys(types) as FieldTypeName[]) {
  const type = types[name] as FieldType<FieldTypeName, unknown>
  const example = examples[name] as FieldExamples<FieldTypeName, unknown>
  const field = { id: 'example.field', name: 'field', label: { pl: 'Pole', en: 'Field' }, ...example.field } as FieldDefinition

  describe(name, () => {
    test('its values are accepted as they are, and through JSON', () => {
      for (const value of example.values) {
        assert.deepEqual(type.accept(value, field), value)
        assert.deepEqual(type.accept(JSON.parse(JSON.stringify(value)), field), value)
        assert.ok(type.same(value, structuredClone(value)))
      }
    })

    test('different values are not the same, and none is the same as empty', () => {
      for (const [index, one] of example.values.entries()) {
        assert.ok(!type.same(one, null) && !type.same(null, one))
        for (const other of example.values.slice(index + 1)) assert.ok(!type.same(one, other), `${JSON.stringify(one)} ${JSON.stringify(other)}`)
      }
      assert.ok(type.same(null, null))
    })

    test('null is empty, also in every form it is shown', () => {
      assert.equal(type.accept(null, field), null)
      assert.equal(type.accept(undefined, field), null)
      assert.equal(type.show(null, field, manner('pl')), '')
      assert.equal(type.cell(null, field, manner('pl')), null)
      assert.equal(type.exprValue(null, field), null)
    })

    test('what is not a value is refused in a whole sentence of both languages', () => {
      for (const json of example.refused) {
        const answer = type.accept(json, field)
        assert.ok(isRefusal(answer), `accepted ${JSON.stringify(json)?.slice(0, 80)} as ${JSON.stringify(answer)?.slice(0, 80)}`)
        for (const language of languages) {
          const sentence = say(answer.text, language, answer.values)
          assert.match(sentence, /^.*[.]$/u)
          assert.doesNotMatch(sentence, /\{[a-z]+[,}]/, 'a fact is missing')
          assert.doesNotMatch(sentence, /undefined|\bnull\b|\[object|NaN(?!”)|[\u0000-\u001f]/)
        }
      }
    })

    test('what people type is understood', () => {
      for (const { text, language, value } of example.typed) assert.deepEqual(type.read(text, field, manner(language ?? 'pl')), value, text)
    })

    test('what cannot be understood is refused', () => {
      for (const text of example.typedRefused) {
        const answer = type.read(text, field, manner('pl'))
        assert.ok(isRefusal(answer), `read ${JSON.stringify(text)} as ${JSON.stringify(answer)}`)
        assert.ok(say(answer.text, 'pl', answer.values).length > 10)
      }
    })

    test('what is shown can be typed again', { skip: readOnlyByLookup.has(name) ? 'a file is its contents, not its name' : example.plainShown ? 'the text alone is shown, without its formatting' : false }, () => {
      for (const value of example.values) {
        for (const language of languages) {
          const shown = type.show(value, field, manner(language))
          assert.deepEqual(type.read(shown, field, manner(language)), value, shown)
        }
      }
    })

    test('its cell, search texts and schema are well formed', () => {
      for (const value of example.values) {
        const cell = type.cell(value, field, manner('pl'))
        assert.ok(cell !== null)
        if (cell.kind === 'number') assert.ok(Number.isFinite(cell.value))
        for (const text of type.searchTexts?.(value, field) ?? []) assert.ok(typeof text === 'string' && text !== '')
        for (const part of Object.keys(type.parts?.(field) ?? {})) assert.notEqual(type.partValue?.(value, part), undefined)
      }
      assert.ok('type' in type.jsonSchema(field))
    })
  })
}
