/** Asks the bank for the days that are missing and keeps them. A rate that is there already stays as it is, whoever wrote it. */
import type { Text } from '../../../contract/text.ts'
import { program } from '../../kernel/access/who.ts'
import type { Ctx } from '../../kernel/context.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import { createMany } from '../../kernel/records/create.ts'
import { isRefused } from '../../kernel/records/writing.ts'
import * as ecb from '../ecb/rules.ts'
import * as nbp from '../nbp/rules.ts'
import { chosenCurrencies, daysKept, keepFetch, keptFetch, keptSettings, type LastFetch } from '../queries.ts'
import { failures } from '../texts.ts'
import { hasWorkday, missingSpan, ratesOfDay, Unreadable, type DayQuotes } from './rules.ts'

const banks = {
  nbp: { requests: nbp.requests, quotes: nbp.quotes, hasNone: nbp.hasNone },
  ecb: { requests: ecb.requests, quotes: ecb.quotes, hasNone: () => false },
} as const

export type Bank = keyof typeof banks
const addresses: Record<Bank, string> = { nbp: 'https://api.nbp.pl/api', ecb: 'https://www.ecb.europa.eu/stats/eurofxref' }

/** Tests ask a bank on loopback. */
export const useAddresses = (given: Partial<Record<Bank, string>>): void => void Object.assign(addresses, given)

const longestAnswerMs = 20_000
const longestAnswerBytes = 40_000_000

/** null: nothing is missing, or nothing is to be fetched. A bank that is away is an answer and no fault; the next hour tries again. */
export async function fetchMissing(ctx: Ctx, { signal, evenOnFreeDays = false }: { signal?: AbortSignal; evenOnFreeDays?: boolean } = {}): Promise<LastFetch | null> {
  const [settings, before] = [await keptSettings(ctx.db), await keptFetch(ctx.db)]
  const { source } = settings
  const until = before?.until ?? null
  const span = missingSpan(until, todayIn(ctx))
  if (source === 'none' || span === null || (!evenOnFreeDays && !hasWorkday(span))) return null
  const outcome = await asked(source, span, signal)
  const last: LastFetch = 'why' in outcome
    ? { at: ctx.now.toISOString(), source, added: 0, until, ...outcome }
    : { at: ctx.now.toISOString(), source, ...(await keep(ctx, source, { days: outcome.days.filter(({ on }) => on >= span.from), currencies: chosenCurrencies(settings, ctx.currency), until })), why: null, said: null }
  await keepFetch(ctx, last)
  return last
}

type Outcome = { days: DayQuotes[] } | { why: Text; said: string | null }

async function asked(source: Bank, span: { from: string; until: string }, signal?: AbortSignal): Promise<Outcome> {
  const { requests, quotes, hasNone } = banks[source]
  const days: DayQuotes[] = []
  try {
    for (const address of requests(addresses[source], span)) {
      const { status, text } = await call(address, signal)
      if (status === 200) days.push(...quotes(text))
      else if (!hasNone(status)) return { why: status === 429 ? failures.tooMany : failures.refused, said: `HTTP ${status}` }
    }
    return { days }
  } catch (error) {
    if (error instanceof Unreadable) return { why: failures.unreadable, said: error.message }
    const { name, message, cause } = error as Error & { cause?: { message?: string } }
    return { why: name === 'TimeoutError' ? failures.silent : failures.unreachable, said: cause?.message ?? message }
  }
}

async function call(address: string, signal?: AbortSignal): Promise<{ status: number; text: string }> {
  const limit = AbortSignal.timeout(longestAnswerMs)
  const answer = await fetch(address, { headers: { accept: 'application/json, application/xml' }, redirect: 'manual', signal: signal === undefined ? limit : AbortSignal.any([signal, limit]) })
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of answer.body ?? []) {
    bytes += piece.length
    if (bytes > longestAnswerBytes) throw new Unreadable(`${bytes} B`)
    pieces.push(piece)
  }
  return { status: answer.status, text: Buffer.concat(pieces).toString('utf8') }
}

interface Answered {
  days: readonly DayQuotes[]
  currencies: readonly string[]
  until: string | null
}

/** Two at once write each rate once: the day's one rate is held by the database, and whoever comes second is refused without harm. */
async function keep(ctx: Ctx, source: Bank, { days, currencies, until }: Answered): Promise<{ added: number; until: string | null }> {
  const rates = days.flatMap((day) => ratesOfDay(day, { base: ctx.currency, currencies }))
  const there = await daysKept(ctx, rates)
  const rows = rates.filter(({ currency, on }) => !there.has(`${currency} ${on}`)).map((one) => ({ ...one, source }))
  const outcomes = await createMany({ ...ctx, who: program }, 'currencyRate', rows)
  const wrong = outcomes.filter(isRefused).find(({ refused }) => refused.refusals.some(({ code }) => code !== 'not_unique'))
  if (wrong !== undefined) throw wrong.refused
  return { added: outcomes.filter((one) => !isRefused(one)).length, until: days.map(({ on }) => on).sort().at(-1) ?? until }
}
