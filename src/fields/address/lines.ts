/** An address in one line as people write it, and back. */
import type { Language } from '../../contract/text.ts'
import { fold } from '../../expression/fold.ts'
import type { Address } from '../field.ts'
import { countryFrom, countryName } from './countries.ts'
import { addressLine } from './parts.ts'

/** 'ul. Prosta 5/3, 00-838 Warszawa, mazowieckie, Polska' */
export function showAddress(address: Address, language: Language): string {
  return addressLine({ ...address, ...(address.country === undefined ? {} : { country: countryName(address.country, language) }) })
}

const regions = new Set(
  ('dolnoslaskie kujawsko-pomorskie lubelskie lubuskie lodzkie malopolskie mazowieckie opolskie podkarpackie podlaskie pomorskie slaskie swietokrzyskie ' +
    'warminsko-mazurskie wielkopolskie zachodniopomorskie').split(' '),
)
const postalCode = /^(?:([A-Z]{1,2})-)?(\d{2}-\d{3}|\d{3} \d{2}|\d{4,6}(?:-\d{3,4})?|\d{4} [A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?=\s|$)\s*(.*)$/
/** A street's number at the end of its part: 5, 5/3, 12A, 7 m. 2, 10-12. */
const building = /^(.*?\S)\s+(\d+\s?[a-zA-Z]?(?:\s?[/-]\s?\d+\s?[a-zA-Z]?)*(?:\s(?:m|lok)\.?\s?\d+[a-zA-Z]?)?)$/

/** Parts guessed by their form: country and region at the end, then post code and city, the rest is street and number. */
export function readAddress(line: string): Record<string, string> {
  const parts = line.split(',').map((part) => part.trim()).filter((part) => part !== '')
  const address: Record<string, string> = {}
  const country = parts.length > 1 || line.length > 3 ? countryFrom(parts.at(-1) ?? '') : null
  if (country !== null) {
    address['country'] = country
    parts.pop()
  }
  const region = (parts.at(-1) ?? '').replace(/^woj(\.|ewództwo)\s*/i, '')
  const place = parts.findIndex((part) => postalCode.test(part))
  if (parts.length > 0 && (regions.has(fold(region)) || (place >= 0 && place === parts.length - 2))) {
    address['region'] = regions.has(fold(region)) ? region : parts.at(-1)!
    parts.pop()
  }
  readCity(parts, address)
  readStreet(parts.join(', '), address)
  return address
}

function readCity(parts: string[], address: Record<string, string>): void {
  const place = parts.findIndex((part) => postalCode.test(part))
  if (place >= 0) {
    const [, , code = '', city = ''] = postalCode.exec(parts[place]!)!
    address['postalCode'] = code
    if (city !== '') address['city'] = city
    parts.splice(place, 1)
  } else if (parts.length > 1 || (parts.length === 1 && !/\d|^(ul|al|pl|os)\./i.test(parts[0]!))) {
    address['city'] = parts.pop()!
  }
}

function readStreet(text: string, address: Record<string, string>): void {
  const [, street = text, number] = building.exec(text) ?? []
  if (street !== '') address['street'] = street
  if (number !== undefined) address['building'] = number
}
