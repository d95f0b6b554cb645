/** Does the row rule let the caller change the record as it stands? What it may become is asked in the statement that writes it. */
import { refusal } from '../../../../contract/refusal.ts'
import { texts } from '../texts.ts'
import type { Draft, Writing } from '../writing.ts'

export function mayWrite(_writing: Writing, draft: Draft): Draft {
  if (draft.before === null || draft.before.may.change) return draft
  return { ...draft, refusals: [...draft.refusals, refusal('not_allowed', texts.changeNotAllowed)] }
}
