import { refusal, type Refusal } from '../../contract/refusal.ts'
import type { Who } from '../kernel/access/who.ts'
import { refusals } from './texts.ts'

export const mayShare = (who: Who): boolean => who.all || who.functions.has('shareViews')

/** A view shown to others is the business of those who may share; one's own is one's own. */
export function whyNotScope(who: Who, scope: string): Refusal | null {
  return scope === 'own' || mayShare(who) ? null : refusal('view.may_not_share', refusals.mayNotShare, { field: 'scope' })
}

export function mayChangeView(who: Who, view: { scope: string; owner: string | null }): boolean {
  return view.owner === who.userId || (view.scope !== 'own' && mayShare(who))
}
