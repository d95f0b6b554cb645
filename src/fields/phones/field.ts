import type { Refusal } from '../../contract/refusal.ts'
import { isRefused } from '../characters.ts'
import { choiceFaults } from '../choice/faults.ts'
import { acceptEntries, entriesSchema, readEntries, showEntries } from '../entries.ts'
import type { FieldType, KindedPhone } from '../field.ts'
import { kindsOption } from '../options.ts'
import { readNumber, showNumber } from '../phone/numbers.ts'
import { at } from '../refusals.ts'
import { partLabels } from '../texts.ts'
import { sameValue } from '../textual.ts'

const shape = { expected: 'entries', keys: ['value'], accept: acceptPhone, identity: (phone: KindedPhone) => phone.value } as const

export const type: FieldType<'phones', KindedPhone[]> = {
  name: 'phones',
  about: {
    label: { pl: 'Kilka telefonów', en: 'Several telephones' },
    help: { pl: 'Numery z rodzajem i uwagą; pierwszy jest główny.', en: 'Numbers with a kind and a note; the first is the main one.' },
    icon: 'phone-plus',
    group: 'contact',
  },
  options: { kinds: kindsOption },
  checkOptions: (field) => choiceFaults(field.kinds, 'kinds'),
  accept: (json, field) => acceptEntries<KindedPhone>(json, field.kinds, shape),
  read: (text, field) => type.accept(readEntries(severalNumbers(text), field.kinds), field),
  show: (value, field, manner) => showEntries(value ?? [], field.kinds, manner, (phone) => showNumber(phone.value)),
  cell: (value, field, manner) => (value === null ? null : { kind: 'text', value: type.show(value, field, manner) }),
  same: sameValue,
  exprType: () => ({ kind: 'list', of: { kind: 'text' } }),
  exprValue: (value) => value?.map((phone) => phone.value) ?? null,
  parts: () => ({ main: { type: { kind: 'text' }, label: partLabels.main }, value: { type: { kind: 'list', of: { kind: 'text' } }, label: partLabels.value } }),
  partValue: (value, part) => (part === 'main' ? value?.[0]?.value : value?.map((phone) => phone.value)) ?? null,
  searchTexts: (value) => value.map((phone) => phone.value),
  jsonSchema: (field) => entriesSchema(field.kinds, { value: { type: 'string', description: 'In any form; kept and answered as E.164' } }, ['value']),
}

/** An extension becomes a note: it is dialled after the number, not with it. */
function acceptPhone(json: Record<string, unknown>): { value: string; note?: string } | null | Refusal {
  const read = readNumber(json['value'] ?? '')
  if (read === null) return null
  if (isRefused(read)) return at('value', read)
  return read.extension === undefined ? { value: read.number } : { value: read.number, note: `wew. ${read.extension}` }
}

/** '601234567, 22 123 45 67' and '601 234 567 / 602 …' are two numbers when each part is one. */
function severalNumbers(text: string): string {
  return text
    .split(/[;|\n]/)
    .map((piece) => {
      const parts = piece.split(/,|\/|\blub\b|\bor\b/).map((part) => part.trim()).filter((part) => part !== '')
      return parts.length > 1 && parts.every((part) => part.length > 6 && !isRefused(readNumber(part.replace(/\([^()]*\p{L}[^()]*\)$/u, '')))) ? parts.join(';') : piece
    })
    .join(';')
}
