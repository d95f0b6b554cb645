import type { DeriveFacts, Values } from '../../contract/definition.ts'

/** From here on the order is agreed: its lines stand, and what was required is settled. */
const acceptedStates: readonly unknown[] = ['accepted', 'inDelivery', 'done']

export const isAccepted = (state: unknown): boolean => acceptedStates.includes(state)

/** When it was accepted, which a later cancelling does not take away. */
export function acceptedAt({ state, acceptedAt: given }: Values, { now }: DeriveFacts): Values {
  if (state === 'new') return { acceptedAt: null }
  return isAccepted(state) && (given ?? null) === null ? { acceptedAt: now } : {}
}

const asKept = (value: unknown): string => JSON.stringify(value ?? null)

/** Is any of these fields different? A record that is made or goes to the trash differs in all. */
export const differs = (fields: readonly string[], after: Values | null, before: Values | null): boolean =>
  after === null || before === null || fields.some((field) => asKept(after[field]) !== asKept(before[field]))
