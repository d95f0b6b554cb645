import { useMemo } from 'react'
import { Select, TextInput } from '@mantine/core'
import type { Address } from '../field.ts'
import type { Language, Text } from '../../contract/text.ts'
import type { InputFrame } from '../web.ts'
import { useManner, useSay } from '../web.ts'
import { words } from '../web-texts.ts'
import { addressParts } from './parts.ts'
import styles from '../fields.module.css'

// ISO 3166-1 alpha-2; names come from the browser in the person's language.
const countries = (
  'AD AE AF AG AI AL AM AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FO FR GA GB GD GE GG GH GI GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PG PH PK PL PR PS PT PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'
).split(' ')

export function countryName(code: string, language: Language): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(code) ?? code) : code
}

const labels: Record<keyof Address, Text> = { street: words.street, building: words.building, postalCode: words.postalCode, city: words.city, region: words.region, country: words.country }

/** '30047' → '30-047' in Poland. */
const postalCodeAsTyped = (text: string, country: string | undefined) => ((country ?? 'PL') === 'PL' && /^\d{5}$/.test(text.trim()) ? `${text.trim().slice(0, 2)}-${text.trim().slice(2)}` : text)

interface AddressEditProps<A extends Address> {
  value: A
  onChange(value: A): void
  size: InputFrame['size']
  /** Said before each part's name to a screen reader. */
  named: string
  errors: Readonly<Record<string, string>>
  autoFocus?: boolean
  disabled?: boolean
}

export function AddressPartsEdit<A extends Address>({ value, onChange, size, named, errors, autoFocus, disabled }: AddressEditProps<A>) {
  const say = useSay()
  const { language } = useManner()
  const offered = useMemo(() => {
    const named = countries.map((code) => ({ value: code, label: countryName(code, language) })).sort((a, b) => a.label.localeCompare(b.label, language))
    return [...named.filter((one) => one.value === 'PL'), ...named.filter((one) => one.value !== 'PL')]
  }, [language])
  const set = (part: keyof Address, text: string | null) => onChange({ ...value, [part]: text || undefined })
  return (
    <div className={styles.address}>
      {addressParts.map((part) => (
        <div key={part} data-part={part}>
          {part === 'country' ? (
            <Select role="combobox" aria-label={`${named}: ${say(labels.country)}`} placeholder={say(labels.country)} data={value.country && !countries.includes(value.country) ? [value.country, ...offered] : offered} value={value.country ?? null}
              onChange={(next) => set('country', next)} searchable clearable withScrollArea={false} classNames={{ options: styles.choices }} size={size} error={errors.country} disabled={disabled} nothingFoundMessage={say(words.nothingFound)} />
          ) : (
            <TextInput aria-label={`${named}: ${say(labels[part])}`} placeholder={say(labels[part])} size={size} error={errors[part]} disabled={disabled} autoFocus={autoFocus && part === 'street'} autoComplete="off" data-1p-ignore
              value={value[part] ?? ''} onChange={(event) => set(part, part === 'postalCode' ? postalCodeAsTyped(event.currentTarget.value, value.country) : event.currentTarget.value)} />
          )}
        </div>
      ))}
    </div>
  )
}

export const isBlankAddress = (address: Address): boolean => addressParts.every((part) => (address[part] ?? '').trim() === '' || part === 'country')

/** Errors of the parts of one entry: `1.city` → `city`. */
export function errorsUnder(errors: Readonly<Record<string, string>> | undefined, prefix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(errors ?? {}).filter(([path]) => path.startsWith(prefix)).map(([path, message]) => [path.slice(prefix.length), message]))
}

/** As on an envelope; the country only when it is not the reader's own. */
export function AddressLines({ address }: { address: Address }) {
  const { language } = useManner()
  const pair = (first?: string, second?: string) => [first, second].filter(Boolean).join(' ')
  const lines = [pair(address.street, address.building), pair(address.postalCode, address.city), address.region, address.country && address.country !== 'PL' ? countryName(address.country, language) : undefined].filter(Boolean)
  return lines.map((line, index) => <span key={index} className={styles.addressLine}>{line}</span>)
}
