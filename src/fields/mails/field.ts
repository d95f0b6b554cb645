import type { Refusal } from '../../contract/refusal.ts'
import { isRefused } from '../characters.ts'
import { choiceFaults } from '../choice/faults.ts'
import { acceptEntries, entriesSchema, readEntries, showEntries } from '../entries.ts'
import type { FieldType, KindedMail } from '../field.ts'
import { acceptMail, readMail } from '../mail/field.ts'
import { kindsOption } from '../options.ts'
import { at } from '../refusals.ts'
import { partLabels } from '../texts.ts'
import { sameValue } from '../textual.ts'

const shape = { expected: 'entries', keys: ['value'], accept: acceptOne, identity: (mail: KindedMail) => mail.value.toLowerCase() } as const

export const type: FieldType<'mails', KindedMail[]> = {
  name: 'mails',
  about: {
    label: { pl: 'Kilka adresów e-mail', en: 'Several e-mail addresses' },
    help: { pl: 'Adresy z rodzajem i uwagą; pierwszy jest główny.', en: 'Addresses with a kind and a note; the first is the main one.' },
    icon: 'mail-plus',
    group: 'contact',
  },
  options: { kinds: kindsOption },
  checkOptions: (field) => choiceFaults(field.kinds, 'kinds'),
  accept: (json, field) => acceptEntries<KindedMail>(json, field.kinds, shape),
  read(text, field) {
    const typed = readEntries(text.replace(/,(?=[^,()]*@)/g, ';'), field.kinds)
    const entries = typed.map((entry) => ({ ...entry, value: readMail(entry.value) }))
    const refused = entries.findIndex((entry) => isRefused(entry.value))
    return refused < 0 ? type.accept(entries, field) : at(refused, at('value', entries[refused]!.value as Refusal))
  },
  show: (value, field, manner) => showEntries(value ?? [], field.kinds, manner, (mail) => mail.value),
  cell: (value, field, manner) => (value === null ? null : { kind: 'text', value: type.show(value, field, manner) }),
  same: sameValue,
  exprType: () => ({ kind: 'list', of: { kind: 'text' } }),
  exprValue: (value) => value?.map((mail) => mail.value) ?? null,
  parts: () => ({ main: { type: { kind: 'text' }, label: partLabels.main }, value: { type: { kind: 'list', of: { kind: 'text' } }, label: partLabels.value } }),
  partValue: (value, part) => (part === 'main' ? value?.[0]?.value : value?.map((mail) => mail.value)) ?? null,
  searchTexts: (value) => value.map((mail) => mail.value),
  jsonSchema: (field) => entriesSchema(field.kinds, { value: { type: 'string', format: 'email', maxLength: 254 } }, ['value']),
}

function acceptOne(json: Record<string, unknown>): { value: string } | null | Refusal {
  const mail = acceptMail(json['value'] ?? '')
  return mail === null ? null : isRefused(mail) ? at('value', mail) : { value: mail }
}
