/** Does the row rule let the caller change the record as it stands? What it may become is asked in the statement that writes it. */
import { refusal } from '../../../../contract/refusal.ts'
import { texts } from '../texts.ts'
import type { Draft, Writing } from '../writing.ts'

export function mayWrite({ verb }: Writing, draft: Draft): Draft {
  if (draft.before === null) return draft
  const ofTrash = verb === 'delete' || verb === 'restore'
  if (draft.before.may[ofTrash ? 'delete' : 'change']) return draft
  return { ...draft, refusals: [...draft.refusals, refusal('not_allowed', ofTrash ? texts.deleteNotAllowed : texts.changeNotAllowed)] }
}
