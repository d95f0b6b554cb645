import type { Text } from '../../contract/text.ts'
import { sql } from '../../expression/sql.ts'
import { Exact } from '../../expression/value.ts'
import { minorUnitsOf } from '../../fields/decimals.ts'
import type { Money } from '../../fields/field.ts'
import type { Ctx } from '../kernel/context.ts'
import type { Db } from '../kernel/db/database.ts'
import { currencies } from './texts.ts'

export interface Rate {
  /** Of one unit in the firm's own currency: a decimal, never rounded. */
  rate: string
  /** The day the rate is of, which may be before the day asked for. */
  on: string
}

/** Of the firm's own currency the rate is 1; of another the newest of that day or before it, however old; null where there is none. */
export async function rateOn(ctx: Ctx, currency: string, day: string): Promise<Rate | null> {
  return (await ratesOn(ctx, [{ currency, day }]))[0]!
}

/** Many at once, in one statement and in the order asked. The same rule as sedno_rate, by which formulas and reports convert. */
export async function ratesOn(ctx: Ctx, asked: readonly { currency: string; day: string }[]): Promise<(Rate | null)[]> {
  const foreign = asked.filter(({ currency }) => currency !== ctx.currency)
  const rows = foreign.length === 0 ? [] : await ctx.db.rows<{ currency: string; day: string; rate: string; on: string }>(sql`
    select a.currency, a.day::text as day, r.rate::text as rate, r."on"::text as "on"
    from jsonb_to_recordset(${JSON.stringify(foreign)}::jsonb) as a(currency text, day date)
    cross join lateral (select rate, "on" from currency_rate c where c.currency = a.currency and c."on" <= a.day and c.deleted_at is null and c.rate > 0 order by c."on" desc limit 1) r`)
  const known = new Map(rows.map(({ currency, day, rate, on }) => [`${currency} ${day}`, { rate, on }]))
  return asked.map(({ currency, day }) => (currency === ctx.currency ? { rate: '1', on: day } : (known.get(`${currency} ${day}`) ?? null)))
}

/** An amount of twenty digits by a rate of ten, with room to round. */
const Amount = Exact.clone({ precision: 60 })

/** At the rates of the day, over the firm's own currency, rounded half up to the smallest coin of `to`. null: a rate is missing. */
export async function convert(ctx: Ctx, { amount, currency }: Money, to: string, day: string): Promise<Money | null> {
  if (currency === to) return { amount, currency }
  const [from, into] = await ratesOn(ctx, [{ currency, day }, { currency: to, day }])
  if (!from || !into) return null
  const exact = new Amount(amount).times(from.rate).div(into.rate)
  return { amount: exact.toFixed(minorUnitsOf(to), Amount.ROUND_HALF_UP), currency: to }
}

export type Source = 'nbp' | 'ecb' | 'none'
export interface KeptSettings {
  source: Source
  /** null: all that there are. */
  currencies: readonly string[] | null
}
export interface LastFetch {
  at: string
  source: 'nbp' | 'ecb'
  added: number
  /** The newest day the bank has told of; from the next one it is asked on. */
  until: string | null
  /** What went wrong; null: nothing. */
  why: Text | null
  said: string | null
}

const [settingsKey, fetchKey] = ['currencySettings', 'currencyFetch']

async function kept<T>(db: Db, key: string): Promise<T | null> {
  const [row] = await db.rows<{ value: T }>(sql`select value from sedno_state where key = ${key}`)
  return row?.value ?? null
}
const write = async (ctx: Ctx, key: string, value: object): Promise<void> =>
  void (await ctx.db.rows(sql`insert into sedno_state (key, value, changed_at) values (${key}, ${value}, ${ctx.now}) on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`))

export const keptSettings = async (db: Db): Promise<KeptSettings> => ({ source: 'nbp', currencies: null, ...(await kept<Partial<KeptSettings>>(db, settingsKey)) })
export const keptFetch = (db: Db): Promise<LastFetch | null> => kept<LastFetch>(db, fetchKey)
export const keepFetch = (ctx: Ctx, last: LastFetch): Promise<void> => write(ctx, fetchKey, last)

/** Another bank or another currency is asked for from the beginning: what is there already stays. */
export async function keepSettings(ctx: Ctx, settings: KeptSettings): Promise<void> {
  await write(ctx, settingsKey, settings)
  const last = await keptFetch(ctx.db)
  if (last !== null) await keepFetch(ctx, { ...last, until: null })
}

export const chosenCurrencies = (settings: KeptSettings, base: string): string[] => (settings.currencies ?? currencies.map(({ value }) => value)).filter((code) => code !== base)

/** Those of these days and currencies that have a rate, from whomever: 'EUR 2026-11-23'. */
export async function daysKept(ctx: Ctx, asked: readonly { currency: string; on: string }[]): Promise<Set<string>> {
  if (asked.length === 0) return new Set()
  const rows = await ctx.db.rows<{ key: string }>(sql`
    select c.currency || ' ' || c."on" as key from currency_rate c where c.deleted_at is null and (c.currency, c."on") in (select a.currency, a."on" from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(currency text, "on" date))`)
  return new Set(rows.map(({ key }) => key))
}

export interface LatestRate {
  id: string
  currency: string
  on: string
  rate: string
  source: string | null
  /** The one before it, and by how many percent it changed since. */
  before: { on: string; rate: string } | null
  change: string | null
}

/** The newest rate of each currency up to a day. */
export async function latestRates(ctx: Ctx, day: string): Promise<LatestRate[]> {
  return ctx.db.rows<LatestRate>(sql`
    select r.id, r.currency, r."on"::text as "on", r.rate::text as rate, r.source, case when b."on" is not null then jsonb_build_object('on', b."on"::text, 'rate', b.rate::text) end as before,
           round((r.rate / b.rate - 1) * 100, 2)::text as change
    from (select distinct on (currency) id, currency, "on", rate, source from currency_rate where deleted_at is null and rate > 0 and "on" <= ${day}::date order by currency, "on" desc) r
    left join lateral (select c."on", c.rate from currency_rate c where c.currency = r.currency and c."on" < r."on" and c.deleted_at is null and c.rate > 0 order by c."on" desc limit 1) b on true
    order by r.currency`)
}

/** Active people whose role is that of administrators. */
export async function administrators(db: Db): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(sql`
    select u.id from "user" u where u.active and u.deleted_at is null and exists (select from role r where r.id = any(u.roles) and r.is_administrator and r.deleted_at is null)`)
  return rows.map(({ id }) => id)
}
