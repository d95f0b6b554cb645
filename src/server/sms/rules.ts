import { Decimal } from 'decimal.js'
import { smsLength } from '../../contract/smsParts.ts'
import type { Consequence, Values } from '../../contract/definition.ts'
import { refusal, type Refusal } from '../../contract/refusal.ts'
import { refusals } from './texts.ts'

export type GatewayKind = 'smsapi' | 'twilio' | 'http'

const titleLength = 100

export function titleOfMessage({ text }: Values): Values {
  const line = String(text ?? '').replaceAll(/\s+/g, ' ').trim()
  return { title: line === '' ? null : line.length <= titleLength ? line : `${[...line].slice(0, titleLength - 1).join('')}…` }
}

export function whyNotGateway({ kind, url, account, headers }: Values): Refusal[] {
  const address = typeof url === 'string' ? url : null
  const isAddress = address !== null && /^https?:\/\//.test(address) && URL.canParse(address.replaceAll(/[{}]/g, ''))
  const wrongHeader = String(headers ?? '').split('\n').find((line) => line.trim() !== '' && !headerForm.test(line.trim()))
  return [
    ...(kind === 'http' && address === null ? [refusal('gateway.needs_url', refusals.needsUrl, { field: 'url' })] : []),
    ...(address !== null && !isAddress ? [refusal('gateway.bad_url', refusals.badUrl, { field: 'url' })] : []),
    ...(kind === 'twilio' && !account ? [refusal('gateway.needs_account', refusals.needsAccount, { field: 'account' })] : []),
    ...(kind === 'http' && wrongHeader !== undefined ? [refusal('gateway.bad_header', refusals.badHeader, { field: 'headers', values: { line: wrongHeader } })] : []),
  ]
}

export const headerForm = /^([\w-]+):\s*(.*)$/

/** A new default takes the place of the former one. */
export function oneDefault(after: Values | null, before: Values | null, { id }: { id: string }): Consequence[] {
  if (after?.isDefault !== true || before?.isDefault === true) return []
  return [{ object: 'smsGateway', changeWhere: `isDefault and id != '${id}'`, values: { isDefault: false } }]
}

export interface TextLimits {
  /** Parts at most; one gateway may send more than another. */
  maxParts: number
}

/** As long as anybody has let a text message be; what a gateway says comes before it. */
export const mostParts = 6

export function whyNotText(text: string, { maxParts }: TextLimits): Refusal | null {
  if (text.trim() === '') return refusal('sms.no_text', refusals.noText, { field: 'text' })
  const { parts } = smsLength(text)
  return parts > maxParts ? refusal('sms.too_long', refusals.tooLong, { field: 'text', values: { parts, most: maxParts } }) : null
}

/** Exact: prices of a part have four places and more. */
export const costOf = (price: { amount: string; currency: string } | null, parts: number): { amount: string; currency: string } | null =>
  price === null ? null : { amount: new Decimal(price.amount).times(parts).toFixed(), currency: price.currency }
