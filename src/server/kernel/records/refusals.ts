import { refusal, RefusalError, type Refusal } from '../../../contract/refusal.ts'
import { say, type Language } from '../../../contract/text.ts'
import { texts } from './texts.ts'

/** A right that is missing is 403; all else that rules refuse is 422. */
export function refusalErrorOf(refusals: readonly Refusal[]): RefusalError {
  const notAllowed = refusals.filter((one) => one.code === 'not_allowed')
  return notAllowed.length > 0 ? new RefusalError(notAllowed, 403) : new RefusalError(refusals)
}

export const notFound = (): RefusalError => new RefusalError([refusal('not_found', texts.notFound)], 404)
export const inTrash = (): RefusalError => new RefusalError([refusal('in_trash', texts.inTrash)], 409)
export const notInTrash = (): RefusalError => new RefusalError([refusal('not_in_trash', texts.notInTrash)], 409)
export const notAllowed = (text: Refusal['text']): RefusalError => new RefusalError([refusal('not_allowed', text)], 403)
export const versionMissing = (): RefusalError => new RefusalError([refusal('version_missing', texts.versionMissing, { field: 'version' })], 428)

/** One item of many, as the caller reads it. */
export function itemProblem(error: RefusalError, language: Language): { status: number; code: string; message: string; fields?: { field: string; code: string; message: string }[] } {
  const first = error.refusals[0]!
  const fields = error.refusals.flatMap((one) => (one.field === undefined ? [] : [{ field: one.field, code: one.code, message: say(one.text, language, one.values) }]))
  return { status: error.status, code: first.code, message: say(first.text, language, first.values), ...(fields.length > 0 ? { fields } : {}) }
}
