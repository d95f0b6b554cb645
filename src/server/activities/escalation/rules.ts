import type { Values } from '../../../contract/definition.ts'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import { texts } from './texts.ts'

export const steps = ['owner', 'superior'] as const
export type Step = (typeof steps)[number]

/** Working minutes after the due time; null: this step is not made. */
export function minutesUntil(rule: { owner_after: string | null; superior_after: string | null }, step: Step): number | null {
  const hours = step === 'owner' ? rule.owner_after : rule.superior_after
  return hours === null ? null : Math.round(Number(hours) * 60)
}

export const whyNotRule = (values: Values): Refusal[] =>
  (values.ownerAfter ?? null) === null && (values.superiorAfter ?? null) === null ? [refusal('escalation.no_step', texts.noStep, { field: 'ownerAfter' })] : []
