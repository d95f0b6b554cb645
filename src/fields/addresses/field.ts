import type { ExprType, ExprValue } from '../../expression/types.ts'
import { acceptAddress, addressSchema } from '../address/field.ts'
import { readAddress, showAddress } from '../address/lines.ts'
import { addressLine, addressParts } from '../address/parts.ts'
import { isRefused, oneLine } from '../characters.ts'
import { choiceFaults } from '../choice/faults.ts'
import { acceptEntries, entriesSchema, readEntries, showEntries } from '../entries.ts'
import type { Address, FieldType, KindedAddress } from '../field.ts'
import { kindsOption } from '../options.ts'
import { partLabels } from '../texts.ts'
import { sameValue } from '../textual.ts'

const identity = ({ kind, ...address }: KindedAddress): string => `${kind} ${addressLine(address)}`
const shape = { expected: 'addresses', keys: addressParts, accept: acceptAddress, identity } as const

const lines = (value: readonly KindedAddress[]): string[] => value.map(addressLine)

export const type: FieldType<'addresses', KindedAddress[]> = {
  name: 'addresses',
  about: {
    label: { pl: 'Kilka adresów pocztowych', en: 'Several postal addresses' },
    help: { pl: 'Adresy z rodzajem: siedziba, dostawa, faktury; pierwszy jest główny.', en: 'Addresses with a kind: seat, delivery, invoices; the first is the main one.' },
    icon: 'map-pins',
    group: 'contact',
  },
  options: { kinds: kindsOption },
  checkOptions: (field) => choiceFaults(field.kinds, 'kinds'),
  accept: (json, field) => acceptEntries<KindedAddress>(json, field.kinds, shape),
  read(text, field) {
    const entries = readEntries(text, field.kinds).map(({ value, ...aside }) => ({ line: oneLine(value, 1000), aside }))
    const refused = entries.find((entry) => isRefused(entry.line))
    if (refused !== undefined && isRefused(refused.line)) return refused.line
    return type.accept(entries.map(({ line, aside }) => ({ ...aside, ...readAddress(line as string) })), field)
  },
  show: (value, field, manner) => showEntries(value ?? [], field.kinds, manner, (address) => showAddress(address, manner.language)),
  cell: (value, field, manner) => (value === null ? null : { kind: 'text', value: type.show(value, field, manner) }),
  same: sameValue,
  exprType: () => ({ kind: 'list', of: { kind: 'text' } }),
  exprValue: (value) => (value === null ? null : lines(value)),
  parts() {
    const text: ExprType = { kind: 'text' }
    const ofMain = Object.fromEntries(addressParts.map((part) => [part, { type: text, label: partLabels[part] }]))
    return { ...ofMain, main: { type: text, label: partLabels.main }, value: { type: { kind: 'list', of: text }, label: partLabels.value } }
  },
  partValue(value, part): ExprValue {
    const main = value?.[0]
    if (value === null || main === undefined) return null
    return part === 'main' ? addressLine(main) : part === 'value' ? lines(value) : (main[part as keyof Address] ?? null)
  },
  searchTexts: (value) => value.map((address) => addressLine({ ...address, region: '', country: '' })).filter((line) => line !== ''),
  jsonSchema: (field) => entriesSchema(field.kinds, addressSchema.properties, []),
}
