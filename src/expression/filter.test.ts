import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { check } from './check.ts'
import { describe } from './describe.ts'
import { conditionText, filterParts, filterText, type FilterPart } from './filter.ts'
import { parse } from './parse.ts'
import { show } from './show.ts'
import { typedOf } from './testing/agree.ts'
import { expressions } from './testing/generate.ts'
import { scope, uuid } from './testing/things.ts'

const partsOf = (text: string): FilterPart[] => filterParts(parse(text).tree!)

test('a filter is read as parts with field, operator and values', () => {
  assert.deepEqual(partsOf("stage in ('won', 'lost') and amount >= -10 000 PLN and closedOn >= today - 7 and owner = me and not active and createdAt between today and now"), [
    { kind: 'simple', path: 'stage', operator: 'in', values: [{ kind: 'text', value: 'won' }, { kind: 'text', value: 'lost' }] },
    { kind: 'simple', path: 'amount', operator: '>=', values: [{ kind: 'money', amount: '-10000', currency: 'PLN' }] },
    { kind: 'simple', path: 'closedOn', operator: '>=', values: [{ kind: 'days', days: -7 }] },
    { kind: 'simple', path: 'owner', operator: '=', values: [{ kind: 'path', path: 'me' }] },
    { kind: 'simple', path: 'active', operator: 'no', values: [] },
    { kind: 'simple', path: 'createdAt', operator: 'between', values: [{ kind: 'today' }, { kind: 'now' }] },
  ])
})

test('what the bar cannot show stays text, and stays one part', () => {
  const text = "(stage = 'won' or number > 5) and name contains 'x' and LEN(name) > 3"
  assert.deepEqual(partsOf(text).map((part) => part.kind), ['text', 'simple', 'text'])
  assert.equal(filterText(partsOf(text)), text)
  assert.equal(filterText([{ kind: 'text', text: 'a = 1 or b' }]), 'a = 1 or b')
  assert.equal(filterText([]), '')
})

test('parts are written as people would type them', () => {
  assert.equal(conditionText({ kind: 'simple', path: 'owner.name', operator: 'not starts with', values: [{ kind: 'text', value: "O'N" }] }), "owner.name not starts with 'O''N'")
  assert.equal(conditionText({ kind: 'simple', path: 'roles', operator: 'has any', values: [{ kind: 'text', value: 'a' }] }), "roles has any ('a')")
  assert.equal(conditionText({ kind: 'simple', path: 'company.sector', operator: 'within', values: [{ kind: 'text', value: 'a' }] }), "WITHIN(company.sector, 'a')")
  assert.deepEqual(partsOf("WITHIN(sector, 'a') and WITHIN(sector, other)").map((part) => part.kind), ['simple', 'text'])
  assert.equal(conditionText({ kind: 'simple', path: 'in', operator: 'is empty', values: [] }), 'this.in is empty')
  assert.equal(conditionText({ kind: 'simple', path: 'team', operator: 'in', values: [{ kind: 'path', path: 'me.teams' }] }), 'team in me.teams')
  assert.equal(conditionText({ kind: 'simple', path: 'number', operator: '<', values: [{ kind: 'number', value: '-10000.5' }] }), 'number < -10 000.5')
})

test('bar and text show each other, whatever the condition', () => {
  fc.assert(fc.property(expressions('condition', 2), expressions('condition', 1), (one, other) => {
    const { tree } = parse(`${one} and ${other}`)
    if (tree === undefined) return
    const there = filterText(filterParts(tree))
    const again = parse(there)
    assert.equal(again.problem, undefined, there)
    assert.equal(filterText(filterParts(again.tree!)), there)
    assert.equal(show(again.tree!).replace(/[()]/g, ''), show(tree).replace(/[()]/g, ''))
  }), { numRuns: 1_000, seed: 7 })
})

test('a condition reads as a sentence in both languages', () => {
  const both = (text: string) => ['pl', 'en'].map((language) => describe(typedOf(text)!, language as 'pl' | 'en', { nameOf: (_, id) => (id === uuid(1002) ? 'Ewa Nowak' : null) }))
  assert.deepEqual(both("stage = 'won' and amount > 10 000.5 PLN"), ['Etap to wygrana i Kwota powyżej 10\u00a0000,5 PLN', 'Stage is won and Amount is above 10,000.5 PLN'])
  assert.deepEqual(both(`owner in (me, '${uuid(1002)}')`), ['Właściciel to jedno z: ja, Ewa Nowak', 'Owner is one of me, Ewa Nowak'])
  assert.deepEqual(both('closedOn >= today - 7 or dueOn is empty'), ['Zamknięta najwcześniej 7 dni temu lub Termin: puste', 'Closed on is on or after 7 days ago or Due on is empty'])
  assert.deepEqual(both('not active and closedOn < 2026-01-31'), ['Czynny: nie i Zamknięta przed 31.01.2026', 'Active: no and Closed on is before 31/01/2026'])
})

test('everything the language can say can be described', () => {
  fc.assert(fc.property(expressions('condition', 3), (text) => {
    const typed = typedOf(text)
    if (typed !== null) for (const language of ['pl', 'en'] as const) assert.ok(!/undefined|\[object/.test(describe(typed, language)), text)
  }), { numRuns: 500, seed: 7 })
})

test('of a class or a tree it is said in words, with what is chosen by its name', () => {
  const { typed } = check(parse(`WITHIN(parent, '${uuid(7)}')`).tree!, { ...scope, isTree: () => true })
  assert.deepEqual((['pl', 'en'] as const).map((language) => describe(typed!, language, { nameOf: () => 'Maszyny' })), ['Nadrzędna należy do: Maszyny (z niższymi)', 'Parent is in Maszyny (with those below)'])
  assert.equal(describe(typedOf("not WITHIN(stage, 'won')")!, 'pl'), 'nie jest tak, że Etap należy do: wygrana (z niższymi)')
})
