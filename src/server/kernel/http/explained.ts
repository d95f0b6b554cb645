/**
 * Refusals of the database know little: that a room is taken, not by whom as far as the person may see, nor what else is free. A room may say
 * the same with its own words and facts, once the refused transaction is over.
 */
import { RefusalError } from '../../../contract/refusal.ts'
import type { Ctx } from '../context.ts'

export type Explain = (ctx: Ctx, error: RefusalError) => Promise<RefusalError>

const explaining = new Map<string, Explain>()

export const registerExplanation = (code: string, explain: Explain): void => void explaining.set(code, explain)

/** What to throw instead. */
export async function explained(ctx: Ctx, error: unknown): Promise<unknown> {
  const explain = error instanceof RefusalError ? explaining.get(error.refusals[0]?.code ?? '') : undefined
  return explain === undefined ? error : explain(ctx, error as RefusalError)
}
