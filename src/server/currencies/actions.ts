import { refuse } from '../../contract/refusal.ts'
import { recordOperation } from '../kernel/monitoring/operations.ts'
import { announce } from '../notices/index.ts'
import { filled } from '../kernel/outgoing/texts.ts'
import type { Ctx } from '../kernel/context.ts'
import { todayIn } from '../kernel/records/conditions.ts'
import type { RateSettings, RatesState } from './contract.ts'
import { fetchMissing } from './fetching/actions.ts'
import { isOld } from './fetching/rules.ts'
import { administrators, keepSettings, keptFetch, keptSettings, latestRates } from './queries.ts'
import { currencies, notices, refusals } from './texts.ts'

function requireSettings({ who }: Ctx): void {
  if (!who.all && !who.functions.has('settings')) refuse('not_allowed', refusals.needsSettings, { status: 403 })
}

export async function shownState(ctx: Ctx): Promise<RatesState> {
  requireSettings(ctx)
  const today = todayIn(ctx)
  const [settings, last, rates] = [await keptSettings(ctx.db), await keptFetch(ctx.db), await latestRates(ctx, today)]
  const newest = rates.map(({ on }) => on).sort().at(-1) ?? null
  return {
    settings: { source: settings.source, currencies: settings.currencies === null ? null : [...settings.currencies] }, base: ctx.currency, offered: currencies.map(({ value }) => value).filter((code) => code !== ctx.currency),
    last: last === null ? null : { ...last, why: last.why?.[ctx.language] ?? null }, newest, isOld: newest !== null && isOld(newest, today), rates,
  }
}

export async function saveSettings(ctx: Ctx, settings: RateSettings): Promise<RatesState> {
  requireSettings(ctx)
  const unknown = settings.currencies?.find((code) => !currencies.some(({ value }) => value === code))
  if (unknown !== undefined) refuse('currency.unknown', refusals.unknownCurrency, { field: 'currencies', values: { currency: unknown } })
  await keepSettings(ctx, settings)
  await recordOperation(ctx, { what: 'currencies.settings', detail: settings })
  return shownState(ctx)
}

export async function fetchNow(ctx: Ctx, signal: AbortSignal): Promise<RatesState> {
  requireSettings(ctx)
  await fetchMissing(ctx, { signal, evenOnFreeDays: true })
  return shownState(ctx)
}

/** Once for each stretch without rates: the key names the last day there was. An installation that never reached its bank has nothing that got old. */
export async function tellOfOldRates(ctx: Ctx): Promise<void> {
  const [{ source }, last] = [await keptSettings(ctx.db), await keptFetch(ctx.db)]
  if (source === 'none' || last === null || last.until === null || !isOld(last.until, todayIn(ctx))) return
  const { title, body, why } = notices.old
  const nothing = { pl: '', en: '' }
  const whyNot = last.why ?? nothing
  await announce(ctx, {
    kind: 'currencies.old', to: await administrators(ctx.db), about: null, key: `currencies.old ${last.until}`, title: filled(title, { day: last.until }),
    body: { pl: filled(body, { why: whyNot.pl }).pl.trim(), en: filled(body, { why: whyNot.en }).en.trim() }, why,
  })
}
