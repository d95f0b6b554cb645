import type { Values } from '../../../contract/definition.ts'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import { refusals } from './texts.ts'

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

export function whyNotAttendee({ user, person, mail }: Values): Refusal[] {
  return [user, person, mail].every(isEmpty) ? [refusal('invitation.nobody', refusals.nobody, { field: 'mail' })] : []
}
