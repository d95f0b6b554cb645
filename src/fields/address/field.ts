import type { Refusal } from '../../contract/refusal.ts'
import { isRefused, oneLine } from '../characters.ts'
import type { Address, FieldType } from '../field.ts'
import { at, no, wrongKind } from '../refusals.ts'
import { sameValue } from '../textual.ts'
import { partLabels } from '../texts.ts'
import { countryFrom } from './countries.ts'
import { readAddress, showAddress } from './lines.ts'
import { addressLine, addressParts } from './parts.ts'

const maxPartLength = 200

export const type: FieldType<'address', Address> = {
  name: 'address',
  about: {
    label: { pl: 'Adres pocztowy', en: 'Postal address' },
    help: { pl: 'Ulica, kod, miejscowość i kraj: każda część filtruje i sortuje osobno.', en: 'Street, postal code, city and country: each part filters and sorts by itself.' },
    icon: 'map-pin',
    group: 'contact',
  },
  options: {},
  widensTo: [{ to: 'addresses', convert: 'addressEntries' }],
  accept: (json) => (json === null || json === undefined || json === '' ? null : acceptAddress(json)),
  read(text, field) {
    const line = oneLine(text.replace(/\r?\n/g, ', '), 1000)
    return isRefused(line) ? line : line === '' ? null : type.accept(readAddress(line), field)
  },
  show: (value, _field, manner) => (value === null ? '' : showAddress(value, manner.language)),
  cell: (value, _field, manner) => (value === null ? null : { kind: 'text', value: showAddress(value, manner.language) }),
  same: sameValue,
  exprType: () => ({ kind: 'text' }),
  exprValue: (value) => (value === null ? null : addressLine(value)),
  parts: () => Object.fromEntries(addressParts.map((part) => [part, { type: { kind: 'text' }, label: partLabels[part] }])),
  partValue: (value, part) => value?.[part as keyof Address] ?? null,
  searchTexts: (value) => [addressLine({ ...value, region: '', country: '' })].filter((line) => line !== ''),
  jsonSchema: () => addressSchema,
}

export const addressSchema = {
  type: 'object',
  properties: { ...Object.fromEntries(addressParts.map((part) => [part, { type: 'string', maxLength: maxPartLength }])), country: { type: 'string', description: 'ISO 3166 alpha-2; a name in Polish or English is understood too' } },
  additionalProperties: false,
}

/** The parts that have something in them, in their order; null when none has. */
export function acceptAddress(json: unknown): Address | null | Refusal {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return wrongKind('address')
  const given = json as Record<string, unknown>
  const unknown = Object.keys(given).find((key) => !(addressParts as readonly string[]).includes(key))
  if (unknown !== undefined) return no('value.unknown_key', { key: unknown, allowed: addressParts.join(', ') })
  const address: Address = {}
  for (const part of addressParts) {
    const value = given[part]
    if (value === null || value === undefined) continue
    const text = oneLine(value, maxPartLength)
    if (isRefused(text)) return at(part, text)
    if (text !== '') address[part] = text
  }
  if (address.country !== undefined) {
    // Files and people give names: 'Polska', 'Germany'. Kept is always the code.
    const code = countryFrom(address.country)
    if (code === null) return at('country', no('address.country', { value: address.country }))
    address.country = code
  }
  if (address.postalCode !== undefined && /^\d{5}$/.test(address.postalCode) && address.country === 'PL') address.postalCode = `${address.postalCode.slice(0, 2)}-${address.postalCode.slice(2)}`
  return Object.keys(address).length === 0 ? null : address
}
