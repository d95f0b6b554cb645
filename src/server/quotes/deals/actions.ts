/** An open deal comes to what was last offered in it, as long as nobody said otherwise. */
import type { Values } from '../../../contract/definition.ts'
import type { Money } from '../../../fields/field.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import { changeMany } from '../../kernel/records/change.ts'
import type { Follower } from '../../kernel/records/followers.ts'
import { throwRefused } from '../reckoning/actions.ts'
import { dealsThatFollow } from './queries.ts'

/** A draft is nobody's offer yet; what was declined or replaced is none any more. */
const offered: readonly unknown[] = ['approval', 'approved', 'sent', 'accepted']
const isOffered = (values: Values): boolean => offered.includes(values['state']) && idOfLink(values['opportunity']) !== null && (values['net'] ?? null) !== null
const netOf = (values: Values | null): Money | null => (values?.['net'] as Money | null | undefined) ?? null
const changes = (after: Values, before: Values | null, field: string): boolean => JSON.stringify(after[field] ?? null) !== JSON.stringify(before?.[field] ?? null)

export const dealByQuote: Follower = {
  object: 'quote',
  // A quote that comes into the house whole, by import, says nothing new of its deal.
  concerns: (after, before) => after !== null && before !== null && isOffered(after) && ['state', 'net'].some((field) => changes(after, before, field)),
  async follow(ctx, all, { operation, bringsBack }) {
    if (bringsBack) return
    const asked = all.map(({ id, after, before }) => ({ quote: id, deal: idOfLink(after!['opportunity'])!, net: netOf(after)!, was: netOf(before) }))
    const deals = await dealsThatFollow(ctx.db, asked)
    const changed = asked.filter(({ quote }) => deals.has(quote)).map(({ deal, net }) => ({ id: deal, values: { amount: net } }))
    if (changed.length > 0) throwRefused(await changeMany(ctx, 'opportunity', changed, { operation, asProgram: true }))
  },
}
