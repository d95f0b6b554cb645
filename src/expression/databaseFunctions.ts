/**
 * The database's half of what SQL cannot say in one mention of each argument, or would answer with an error.
 * All are total: an answer or null for whatever they are given. Created in this order by a migration; each may be run again.
 */
import { letterCaseSql } from './letterCase.ts'
import { workdayFunctions } from './workdays.ts'

/** language plpgsql: an SQL function is either inlined, doubling its arguments, or slower to call. */
const define = (head: string, declared: string, body: string): string =>
  `create or replace function ${head}\nlanguage plpgsql immutable strict parallel safe as $body$\n${declared === '' ? '' : `declare ${declared};\n`}begin\n  ${body}\nend\n$body$`

const answer = (head: string, expression: string): string => define(head, '', `return ${expression};`)

/** Division as evaluate() does it: the quotient at 20 places, half away from zero, whatever scales the two have. */
export const quotientSql = (a: string, b: string): string => `round(div((${a}) * 1000000000000000000000, nullif(${b}, 0)) * 0.000000000000000000001, 20)`

const money: readonly string[] = [
  `do $body$ begin create type sedno_money as (amount numeric, currency text); exception when duplicate_object then null; end $body$`,
  answer('sedno_money_of(a numeric, c text) returns sedno_money', 'row(a, c)::sedno_money'),
  answer('sedno_money_plus(a sedno_money, b sedno_money) returns sedno_money', 'case when a.currency = b.currency then row(a.amount + b.amount, a.currency)::sedno_money end'),
  answer('sedno_money_plus(a sedno_money, b numeric) returns sedno_money', 'row(a.amount + b, a.currency)::sedno_money'),
  answer('sedno_money_times(a sedno_money, b numeric) returns sedno_money', 'row(a.amount * b, a.currency)::sedno_money'),
  answer('sedno_money_over(a sedno_money, b numeric) returns sedno_money', `case when b <> 0 then row(${quotientSql('a.amount', 'b')}, a.currency)::sedno_money end`),
  answer('sedno_money_ratio(a sedno_money, b sedno_money) returns numeric', `case when a.currency = b.currency then ${quotientSql('a.amount', 'b.amount')} end`),
  answer('sedno_money_round(a sedno_money, places integer) returns sedno_money', 'row(round(a.amount, places), a.currency)::sedno_money'),
  answer('sedno_money_abs(a sedno_money) returns sedno_money', 'row(abs(a.amount), a.currency)::sedno_money'),
  answer('sedno_money_text(a sedno_money) returns text', `trim_scale(a.amount)::text || ' ' || a.currency`),
  answer('sedno_money_compare(a sedno_money, b sedno_money) returns integer', 'case when a.currency = b.currency then sign(a.amount - b.amount)::integer end'),
  answer('sedno_money_between(a sedno_money, low sedno_money, high sedno_money) returns boolean', 'a.currency = low.currency and a.currency = high.currency and a.amount between low.amount and high.amount'),
  answer('sedno_money_in(a sedno_money, several sedno_money[]) returns boolean', 'exists (select from unnest(several) each where each.currency = a.currency and each.amount = a.amount)'),
  define(
    'sedno_money_total(kind text, several sedno_money[]) returns sedno_money',
    'total numeric; least text; most text',
    `select case kind when 'SUM' then sum(amount) when 'MIN' then min(amount) when 'MAX' then max(amount) else ${quotientSql('sum(amount)', 'count(amount)')} end, min(currency collate "C"), max(currency collate "C")
    into total, least, most from unnest(several) where amount is not null;
  return case when least = most then row(total, least)::sedno_money end;`,
  ),
]

const days: readonly string[] = [
  // Counted from the first day of year 1, so that nothing on the way lies outside what the database can hold.
  define(
    'sedno_add_days(given date, days numeric) returns date',
    'total numeric',
    `total := (given - '0001-01-01'::date) + trunc(days);
  return case when total between 0 and 3652058 then '0001-01-01'::date + total::integer end;`,
  ),
  define(
    'sedno_add_days(given timestamptz, days numeric) returns timestamptz',
    'total numeric',
    `total := extract(epoch from (given at time zone 'UTC') - '0001-01-01'::timestamp) * 1000 + round(days * 86400000);
  if total < 86400000 or total >= 3652058 * 86400000::numeric then return null; end if;
  return ('0001-01-01'::timestamp + div(total, 86400000)::integer * interval '1 day' + mod(total, 86400000)::integer * interval '1 millisecond') at time zone 'UTC';`,
  ),
  define(
    'sedno_add_months(given date, months numeric) returns date',
    'total numeric',
    `total := extract(year from given) * 12 + extract(month from given) - 1 + trunc(months);
  if total < 12 or total >= 120000 then return null; end if;
  return (given + trunc(months)::integer * interval '1 month')::date;`,
  ),
  define(
    'sedno_months(ended date, began date) returns numeric',
    'months numeric; days numeric',
    `months := (extract(year from ended) - extract(year from began)) * 12 + extract(month from ended) - extract(month from began);
  days := extract(day from ended) - extract(day from began);
  return case when months > 0 and days < 0 then months - 1 when months < 0 and days > 0 then months + 1 else months end;`,
  ),
  define(
    'sedno_date(y numeric, m numeric, d numeric) returns date',
    'first date',
    `if y <> trunc(y) or m <> trunc(m) or d <> trunc(d) or y not between 1 and 9999 or m not between 1 and 12 or d not between 1 and 31 then return null; end if;
  first := make_date(y::integer, m::integer, 1);
  return case when extract(month from first + (d::integer - 1)) = m then first + (d::integer - 1) end;`,
  ),
]

const others: readonly string[] = [
  // As a number of characters. least() and greatest() alone would take an empty value for the bound.
  answer('sedno_length(given numeric) returns integer', 'trunc(greatest(0, least(given, 1000000)))::integer'),
  answer('sedno_position(given numeric) returns integer', 'trunc(greatest(1, least(given, 1000000)))::integer'),
  // BETWEEN copies its left side, and so would doubling at every level of a deep expression.
  answer('sedno_between(a anyelement, low anyelement, high anyelement) returns boolean', 'a >= low and a <= high'),
]

export const databaseFunctions: readonly string[] = [...letterCaseSql, ...money, ...days, ...others, ...workdayFunctions]
