/** The database's half of rates.ts. Beside databaseFunctions and not among them: it looks at records, so its answers may change. */
import { quotientSql } from './databaseFunctions.ts'

/** Where the rates are not kept at all (small installations, tests) there are none. A rate of nothing is none. */
export const rateFunctions: readonly string[] = [
  `create or replace function sedno_rate(wanted text, day date) returns numeric
language plpgsql stable strict parallel safe as $body$
begin
  if wanted = coalesce((select value ->> 'currency' from sedno_state where key = 'installation'), 'PLN') then return 1; end if;
  if to_regclass('currency_rate') is null then return null; end if;
  return (select r.rate from currency_rate r where r.currency = wanted and r."on" <= day and r.deleted_at is null and r.rate > 0 order by r."on" desc limit 1);
end
$body$`,
  `create or replace function sedno_convert(given sedno_money, wanted text, day date) returns sedno_money
language plpgsql stable strict parallel safe as $body$
declare amount numeric;
begin
  if given.currency = wanted then return given; end if;
  amount := ${quotientSql('given.amount * sedno_rate(given.currency, day)', 'sedno_rate(wanted, day)')};
  return case when amount is not null then row(amount, wanted)::sedno_money end;
end
$body$`,
]
