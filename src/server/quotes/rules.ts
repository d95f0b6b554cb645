import type { DeriveFacts, FieldDefinition, Values } from '../../contract/definition.ts'
import { refusal, type Refusal } from '../../contract/refusal.ts'
import { dividedHalfUp, decimal, product } from '../../contract/selling/coins.ts'
import type { Money } from '../../fields/field.ts'
import { refusals } from './texts.ts'

/** States in which the customer has, or had, the quote in hand. */
const closed: readonly unknown[] = ['sent', 'accepted', 'declined', 'replaced']
const underApproval: readonly unknown[] = ['approval', 'approved']
export const isClosed = (state: unknown): boolean => closed.includes(state)
export const isOpen = (state: unknown): boolean => !isClosed(state)

/** When it was approved, sent and answered follows from its moves. What is brought in or made by demo brings its own. */
export function followingMove(values: Values, { now, before }: DeriveFacts): Values {
  const [was, state] = [before?.['state'], values['state']]
  if (before === null || was === state) return {}
  if (state === 'draft') return { approver: null, approvedAt: null }
  if (state === 'approved') return { approvedAt: now }
  if (state === 'sent') return { sentAt: now }
  return state === 'accepted' || state === 'declined' ? { answeredAt: now } : {}
}

const content: readonly string[] = [
  'number', 'title', 'edition', 'versionOf', 'company', 'contact', 'language', 'currency', 'rate', 'rateOn', 'priceList', 'prices', 'vatBy', 'issuedOn', 'validUntil', 'detail', 'discount', 'discountValue',
  'net', 'vat', 'gross', 'cost', 'margin', 'discountGiven', 'introduction', 'terms', 'payment', 'delivery',
]
const merged: readonly string[] = ['company', 'contact', 'priceList']

/** Fields that make up what is offered, of those that differ. Records that were merged take their quotes along, whatever their state. */
export function changedContent(after: Values, before: Values, { bringsBack }: { bringsBack: boolean }): string[] {
  return content.filter((field) => !(bringsBack && merged.includes(field)) && JSON.stringify(after[field] ?? null) !== JSON.stringify(before[field] ?? null))
}

/** Why the content of a quote in this state stays as it is; null: it may be changed. */
export function whyFixed({ state, number }: { state: unknown; number: unknown }): Refusal | null {
  if (isClosed(state)) return refusal('quote.closed', refusals.closed, { values: { number: String(number), state: String(state) } })
  return underApproval.includes(state) ? refusal('quote.under_approval', refusals.underApproval, { values: { number: String(number) } }) : null
}

/** Which moves there are at all, whatever way the state is written: an undo and the program keep to them too. */
const leads: Readonly<Record<string, readonly string[]>> = {
  draft: ['approval', 'sent', 'replaced'], approval: ['draft', 'approved', 'replaced'], approved: ['draft', 'sent', 'replaced'], sent: ['accepted', 'declined', 'replaced'], accepted: ['replaced'], declined: ['replaced'],
}
export function whyNotLead(was: unknown, state: unknown): Refusal | null {
  if (leads[String(was)]?.includes(String(state)) === true) return null
  if (isClosed(was)) return refusal('quote.no_way_back', refusals.noWayBack, { field: 'state', values: { state: String(was) } })
  return refusal('quote.not_sent', refusals.notSent, { field: 'state' })
}

const isNegative = (money: unknown): boolean => ((money as Money | null)?.amount ?? '').startsWith('-')
const negatives = (values: Values, fields: readonly string[]): Refusal[] => fields.filter((field) => isNegative(values[field])).map((field) => refusal('quote.negative', refusals.negative, { field }))

export const whyNotQuote = (values: Values): readonly Refusal[] => negatives(values, ['discountValue'])
export const whyNotSection = (values: Values): readonly Refusal[] => negatives(values, ['discountValue'])

export function whyNotLine(values: Values): readonly Refusal[] {
  const { kind, parent, choiceGroup } = values
  return [
    ...negatives(values, ['unitPrice', 'discountValue', 'unitCost']),
    ...(isDiscountTooLarge(values) ? [refusal('quote.discount_too_large', refusals.discountTooLarge, { field: 'discountValue' })] : []),
    ...(kind === 'component' && (parent ?? null) === null ? [refusal('quote.needs_parent', refusals.needsParent, { field: 'parent' })] : []),
    ...(kind === 'alternative' && (choiceGroup ?? '') === '' ? [refusal('quote.needs_group', refusals.needsGroup, { field: 'choiceGroup' })] : []),
  ]
}

/** Rounded as the line is: the whole of a line can be given away, and no more. */
function isDiscountTooLarge({ discountValue, unitPrice, quantity }: Values): boolean {
  const [off, price] = [discountValue as Money | null, unitPrice as Money | null]
  if (off === null || off === undefined || isNegative(off)) return false
  if (price === null || price === undefined || price.currency !== off.currency) return false
  const [list, taken] = [product(decimal(String(quantity ?? '0')), decimal(price.amount)), decimal(off.amount)]
  const hundredths = (units: bigint, scale: number) => (scale <= 2 ? units * 10n ** BigInt(2 - scale) : dividedHalfUp(units, 10n ** BigInt(scale - 2)))
  return hundredths(taken.units, taken.scale) > hundredths(list.units, list.scale)
}

/** Everything but what the administrator keeps beside the offer: his own fields may be written at any time. */
export const isOwnField = ({ custom }: FieldDefinition): boolean => custom === true
