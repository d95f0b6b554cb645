/** Every sentence the language says about a text it cannot take. */
import type { Text, TextValues } from '../contract/text.ts'
import type { Place, Problem } from './language.ts'
import { kindNames } from './kindNames.ts'

const expected = kindNames('expected')
const found = kindNames('found')

const sentences = {
  too_long: {
    pl: 'Wyrażenie jest za długie: {length, number} znaków, a może mieć najwyżej {limit, number}.',
    en: 'The expression is too long: {length, number} characters where at most {limit, number} are taken.',
  },
  too_deep: {
    pl: 'Wyrażenie jest zbyt zagnieżdżone: najwyżej {limit, number} poziomów.',
    en: 'The expression is nested too deeply: at most {limit, number} levels.',
  },
  too_large: {
    pl: 'To obliczenie może dać zbyt wielką liczbę. Podziel je na części zaokrąglone przez ROUND.',
    en: 'This calculation may give too great a number. Cut it into fewer multiplications.',
  },
  nothing_written: { pl: 'Wpisz wyrażenie.', en: 'Write an expression.' },
  unknown_sign: { pl: 'Nieznany znak „{sign}”.', en: 'Unknown sign “{sign}”.' },
  use_word: { pl: 'Zamiast „{sign}” napisz „{word}”.', en: 'Write “{word}” instead of “{sign}”.' },
  forbidden_character: { pl: 'Tekst zawiera znak, którego nie da się zapisać.', en: 'The text holds a character that cannot be stored.' },
  unclosed_text: { pl: 'Brak cudzysłowu {quote} na końcu tekstu.', en: 'The text is not closed: {quote} is missing.' },
  bad_number: { pl: 'To nie jest liczba: „{written}”.', en: 'This is not a number: “{written}”.' },
  number_digits: {
    pl: 'Liczba może mieć najwyżej {whole, number} cyfr przed przecinkiem i {decimals, number} po nim.',
    en: 'A number may have at most {whole, number} digits before the point and {decimals, number} after it.',
  },
  no_such_date: { pl: 'Nie ma takiej daty: {written}.', en: 'There is no such date: {written}.' },
  no_such_time: { pl: 'Nie ma takiej godziny: {written}.', en: 'There is no such time: {written}.' },
  expected_value: {
    pl: 'Tu powinna być wartość albo pole{ends, select, yes {, a wyrażenie się kończy} other {, a jest „{found}”}}.',
    en: 'A value or a field was expected here{ends, select, yes {, but the expression ends} other {, not “{found}”}}.',
  },
  unexpected: {
    pl: 'Niespodziewane „{found}”. Czy brakuje tu „and” albo „or”?',
    en: 'Unexpected “{found}”. Is an “and” or “or” missing here?',
  },
  expected_sign: {
    pl: 'Tu powinno być „{sign}”{ends, select, yes {, a wyrażenie się kończy} other {, a jest „{found}”}}.',
    en: 'Expected “{sign}” here{ends, select, yes {, but the expression ends} other {, not “{found}”}}.',
  },
  unclosed_bracket: { pl: 'Ten nawias nie jest zamknięty.', en: 'This bracket is not closed.' },
  empty_list: { pl: 'Lista w nawiasie jest pusta.', en: 'The list in brackets is empty.' },
  expected_name: { pl: 'Po kropce powinna być nazwa pola.', en: 'The name of a field was expected after the dot.' },
  chained: {
    pl: 'Dwa porównania obok siebie: połącz je przez „and” albo użyj nawiasów.',
    en: 'Two comparisons in a row: join them with “and”, or use brackets.',
  },
  only_in_aggregate: {
    pl: '„{word}” może stać tylko w SUM, AVG, MIN, MAX, COUNT, FIRST, LAST i EXISTS na powiązanych rekordach.',
    en: '“{word}” may stand only in SUM, AVG, MIN, MAX, COUNT, FIRST, LAST and EXISTS over related records.',
  },
  only_first_last: { pl: '„by” może stać tylko w FIRST i LAST.', en: '“by” may stand only in FIRST and LAST.' },
  list_not_here: { pl: 'Lista w nawiasie może stać tylko po „in”, „has any” i „has all”.', en: 'A list in brackets may stand only after “in”, “has any” and “has all”.' },

  unknown_field: {
    pl: 'Nieznane pole „{name}”.{near, select, none {} other { Czy chodzi o „{near}”?}}',
    en: 'Unknown field “{name}”.{near, select, none {} other { Did you mean “{near}”?}}',
  },
  unknown_function: {
    pl: 'Nieznana funkcja {name}.{near, select, none {} other { Czy chodzi o {near}?}}',
    en: 'Unknown function {name}.{near, select, none {} other { Did you mean {near}?}}',
  },
  unknown_currency: {
    pl: 'Nie ma waluty „{written}”.{near, select, none {} other { Czy chodzi o {near}?}}',
    en: 'There is no currency “{written}”.{near, select, none {} other { Did you mean {near}?}}',
  },
  not_a_link: {
    pl: 'Pole „{name}” nie prowadzi do innego rekordu, więc po nim nie może być „.{next}”.',
    en: 'The field “{name}” does not lead to another record, so “.{next}” cannot follow it.',
  },
  many_records: {
    pl: '„{name}” to wiele rekordów: użyj COUNT, SUM, EXISTS lub podobnej funkcji.',
    en: '“{name}” is many records: use COUNT, SUM, EXISTS or the like.',
  },
  not_a_collection: {
    pl: '{function} działa na powiązanych rekordach, a „{name}” nimi nie jest.',
    en: '{function} works on related records, which “{name}” is not.',
  },
  two_collections: {
    pl: '„{name}” znów prowadzi do wielu rekordów: użyj kolejnej funkcji wewnątrz.',
    en: '“{name}” leads to many records again: use another function inside.',
  },
  value_needed: { pl: '{function} potrzebuje pola: {function}({name}.pole).', en: '{function} needs a field: {function}({name}.field).' },
  expected_kind: {
    pl: `Tu powinna być ${expected.pl}, a jest ${found.pl}.`,
    en: `Expected ${expected.en} here, but this is ${found.en}.`,
  },
  expected_condition: {
    pl: `Tu powinien być warunek, który jest prawdziwy albo nie, a jest ${found.pl}.`,
    en: `A condition that is true or not was expected here, but this is ${found.en}.`,
  },
  cannot_compare: {
    pl: `Nie można porównać: z lewej jest ${kindNames('left').pl}, a z prawej ${kindNames('right').pl}.`,
    en: `These cannot be compared: ${kindNames('left').en} on the left, ${kindNames('right').en} on the right.`,
  },
  no_order: {
    pl: `„{operator}” porównuje liczby, kwoty, daty, godziny i teksty, a tu jest ${found.pl}.`,
    en: `“{operator}” compares numbers, money, dates, times and texts, but this is ${found.en}.`,
  },
  cannot_calculate: {
    pl: `Nie można obliczyć „{operator}”: z lewej jest ${kindNames('left').pl}, a z prawej ${kindNames('right').pl}.`,
    en: `“{operator}” cannot be calculated: ${kindNames('left').en} on the left, ${kindNames('right').en} on the right.`,
  },
  text_plus: { pl: 'Teksty łączy się znakiem „&”, nie „+”.', en: 'Texts are joined with “&”, not “+”.' },
  not_text: {
    pl: `„{operator}” szuka w tekście, a tu jest ${found.pl}.`,
    en: `“{operator}” looks into a text, but this is ${found.en}.`,
  },
  not_a_list: {
    pl: `„{operator}” pyta o listę wartości, a tu jest ${found.pl}.`,
    en: `“{operator}” asks about a list of values, but this is ${found.en}.`,
  },
  use_has: { pl: 'To lista wartości: użyj „has”.', en: 'This is a list of values: use “has”.' },
  unknown_choice: {
    pl: 'Pole nie ma wartości „{value}”. Może mieć: {choices}.',
    en: 'The field has no value “{value}”. It may have: {choices}.',
  },
  not_an_id: {
    pl: '„{value}” nie jest identyfikatorem rekordu. Aby szukać po nazwie, napisz „{path}.{name} contains …”.',
    en: '“{value}” is not the identifier of a record. To look by name write “{path}.{name} contains …”.',
  },
  other_object: {
    pl: 'Z lewej jest rekord typu „{left}”, a z prawej „{right}”: nigdy nie będą tym samym.',
    en: 'A record of “{left}” on the left and of “{right}” on the right: they are never the same.',
  },
  argument_count: {
    pl: 'Liczba argumentów {name} to {least, number}{most, select, same {} more { lub więcej} other {–{most}}}, a podano {given, number}.',
    en: '{name} takes {least, number}{most, select, same {} more { or more} other {–{most}}} {most, select, same {{least, plural, one {argument} other {arguments}}} other {arguments}}, and {given, number} {given, plural, one {is} other {are}} given.',
  },
  whole_number: {
    pl: 'Tu powinna być wpisana liczba całkowita od {from, number} do {to, number}.',
    en: 'A whole number from {from, number} to {to, number}, written out, was expected here.',
  },
  mixed_kinds: {
    pl: `Możliwe wyniki mają być jednego rodzaju: jest ${kindNames('left').pl} i ${kindNames('right').pl}.`,
    en: `The possible results must be of one kind: there is ${kindNames('left').en} and ${kindNames('right').en}.`,
  },
  no_tree: {
    pl: 'Rekordy typu „{object}” nie leżą jedne pod drugimi, więc nie można pytać, co leży poniżej.',
    en: 'Records of “{object}” do not lie under one another, so nothing can be asked to lie below one.',
  },
  tree_not_here: {
    pl: 'O rekordy leżące poniżej mogą pytać tylko warunki list, widoków i ról, bo tylko tam odpowiada baza danych. Tutaj porównaj przez „=” albo „in”.',
    en: 'What lies below a record can be asked only by conditions of lists, views and roles, where the database answers. Compare with “=” or “in” here.',
  },
  tree_of_each: {
    pl: 'Tu powinien być jeden rekord, ten sam dla całej listy: jego identyfikator, „me” albo pole osoby pytającej.',
    en: 'One record, the same for the whole list, was expected here: its identifier, “me” or a field of the person asking.',
  },
  too_large_sql: { pl: 'Wyrażenie jest zbyt złożone dla bazy danych.', en: 'The expression is too complicated for the database.' },
} as const satisfies Record<string, Text>

export type ProblemCode = keyof typeof sentences

export function problem(code: ProblemCode, { at, length }: Place, values: TextValues = {}): Problem {
  return { code, text: sentences[code], values, at, length }
}

/** Carries a problem up from the depth of the parser or checker; never leaves this folder. */
export class Fault extends Error {
  readonly problem: Problem
  constructor(given: Problem) {
    super(given.code)
    this.problem = given
  }
}

export function fault(code: ProblemCode, place: Place, values?: TextValues): never {
  throw new Fault(problem(code, place, values))
}
