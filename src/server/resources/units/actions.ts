import { createHash } from 'node:crypto'
import type { Text } from '../../../contract/text.ts'
import { raw, sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'
import { refusals } from '../texts.ts'

/**
 * A booking takes its units in the statement that writes it, whatever way it is written (form, batch, import, undo, restore, merge, SQL by hand), so it is
 * the database that takes them:
 * - what may not be booked is refused before the row is written: too many units, closed, no approval;
 * - after the statement the rows of booking_unit follow the bookings it touched, and a time that is taken is refused with what is known of it;
 * - a private activity's bookings are private; those who approve are named on the booking;
 * - the quantity of a resource does not go below what is booked.
 * Bookings of one resource go one after another (its row is held), so that the last units are shared out and not fought for.
 * Run after the tables are made, at every start; it changes nothing that is already as it should be.
 */
export async function installUnits(db: Db): Promise<void> {
  if (await areInstalled(db)) return
  await db.transaction(async (tx) => {
    await tx.rows(sql`select pg_advisory_xact_lock(7336031)`)
    for (const statement of [...functions, ...triggers]) await tx.rows(raw(statement)) // raw is safe: constants of this file and of texts.ts
    await tx.rows(raw(`comment on function sedno_booking_taken() is '${edition()}'`)) // raw is safe: hexadecimal digits
  })
}

async function areInstalled(db: Db): Promise<boolean> {
  const [row] = await db.rows<{ there: boolean }>(sql`select obj_description(to_regprocedure('sedno_booking_taken()'), 'pg_proc') is not distinct from ${edition()} as there`)
  return row!.there
}

const edition = (): string => createHash('sha256').update(JSON.stringify([functions, triggers])).digest('hex')

/** An error that the gate turns into a refusal (kernel/db/refusals.ts); `facts` is an SQL expression of type jsonb. */
function refuseWith(code: string, text: Text, { field, state = 'SD422', facts = "'{}'::jsonb" }: { field: string; state?: string; facts?: string }): string {
  const detail = JSON.stringify(text).replaceAll("'", "''")
  return `raise exception using errcode = '${state}', message = '${code}', detail = '${detail}', column = '${field}', hint = (${facts})::text`
}

const days = "array[r.monday, r.tuesday, r.wednesday, r.thursday, r.friday, r.saturday, r.sunday]"

/** Times in which a resource is open, from a day before to a day after; none at all: it says nothing of hours, and is always open. */
const openings = `
  create or replace function sedno_openings(which uuid, since timestamptz, until timestamptz) returns tstzmultirange language sql stable as $$
    select range_agg(tstzrange((d.on_day + split_part(part, '–', 1)::interval) at time zone r.time_zone, (d.on_day + split_part(part, '–', 2)::interval) at time zone r.time_zone))
      from resource r
      cross join lateral (select generate_series(date_trunc('day', since at time zone r.time_zone) - interval '1 day', (until at time zone r.time_zone) + interval '1 day', interval '1 day') as on_day) d
      cross join lateral regexp_split_to_table((${days})[extract(isodow from d.on_day)::int], ',\\s*') part
     where r.id = which and part <> '' $$`

// What lasts over a night is taken and given back in opening hours, and stays away meanwhile: a demo car for three days.
const isOpen = `
  create or replace function sedno_is_open(which uuid, during tstzrange) returns boolean language sql stable as $$
    select case
      when array_to_string(${days}, '') = '' then true
      when upper(during) - lower(during) > interval '1 year' then sedno_is_open_at(which, lower(during), true) and sedno_is_open_at(which, upper(during), false)
      else coalesce(sedno_openings(which, lower(during), upper(during)) @> during, false)
        or ((lower(during) at time zone r.time_zone)::date < (upper(during) at time zone r.time_zone)::date
            and sedno_is_open_at(which, lower(during), true) and sedno_is_open_at(which, upper(during), false)) end
      from resource r where r.id = which $$`

const isOpenAt = `
  create or replace function sedno_is_open_at(which uuid, moment timestamptz, begins boolean) returns boolean language sql stable as $$
    select coalesce(sedno_openings(which, moment, moment) && case when begins then tstzrange(moment, moment, '[]') else tstzrange(moment - interval '1 millisecond', moment) end, false) $$`

/** Before the row: what this booking alone may not be, and what it has from its resource and its activity. */
const settled = `
  create or replace function sedno_booking_settled() returns trigger language plpgsql as $$
  declare
    thing resource%rowtype;
    affair record;
    actor uuid := case when tg_op = 'INSERT' then new.created_by else new.updated_by end;
  begin
    if new.deleted_at is not null then return new; end if;
    if new.activity is not null then
      select a.private, a.restricted_to || a.participants || a.watchers || a.delegated_by as people, cardinality(a.restricted_to) > 0 as restricted
        into affair from (select coalesce(private, false) as private, coalesce(restricted_to, '{}') as restricted_to, coalesce(participants, '{}') as participants, coalesce(watchers, '{}') as watchers,
                                 case when delegated_by is null then '{}'::uuid[] else array[delegated_by] end as delegated_by from activity where id = new.activity) a;
      if affair.private or affair.restricted then
        new.private := true;
        new.restricted_to := affair.people;
      end if;
    end if;
    if new.state not in ('booked', 'asked') then return new; end if;
    select * into thing from resource where id = new.resource;
    if not found then return new; end if;
    if tg_op = 'UPDATE' and old.deleted_at is null and (old.resource, old.start, old."end", old.units, old.state) is not distinct from (new.resource, new.start, new."end", new.units, new.state) then return new; end if;
    if not thing.active and (tg_op = 'INSERT' or old.resource <> new.resource) then ${refuseWith('booking.inactive', refusals.inactive, { field: 'resource' })}; end if;
    if new.units > thing.quantity then ${refuseWith('booking.too_many_units', refusals.tooManyUnits, { field: 'units', facts: "jsonb_build_object('quantity', thing.quantity)" })}; end if;
    if new."end" > new.start and not sedno_is_open(new.resource, tstzrange(new.start, new."end")) then
      ${refuseWith('booking.closed', refusals.closed, { field: 'start', facts: "jsonb_build_object('resource', new.resource, 'start', new.start, 'end', new.\"end\", 'units', new.units, 'booking', new.id)" })};
    end if;
    if coalesce(thing.needs_approval, false) and not coalesce(actor = any(thing.approvers), false) then
      new.approvers := thing.approvers;
      if new.state = 'booked' and (tg_op = 'INSERT' or old.state <> 'booked' or old.resource <> new.resource) and actor is not null then
        ${refuseWith('booking.needs_approval', refusals.needsApproval, { field: 'state' })};
      end if;
    elsif new.state = 'asked' then
      new.approvers := thing.approvers;
    end if;
    return new;
  end $$`

/** The times of a booking: those of its occurrences, where it has some. */
const timesOf = `
  create or replace function sedno_booking_times(which uuid, since timestamptz, until timestamptz) returns setof tstzrange language sql stable as $$
    select during from booking_occurrence where booking = which and during is not null
    union all
    select tstzrange(since, until) where until > since and not exists (select from booking_occurrence where booking = which) $$`

const takeUnits = `
  create or replace function sedno_take_units(bookings uuid[]) returns void language plpgsql as $$
  declare one record; free integer[];
  begin
    perform from resource r where r.id in (select b.resource from booking b where b.id = any(bookings)) order by r.id for no key update;
    delete from booking_unit where booking = any(bookings);
    for one in
      select b.id, b.resource, b.units::int as units, r.quantity::int as quantity, t.during
        from booking b join resource r on r.id = b.resource cross join lateral sedno_booking_times(b.id, b.start, b."end") t(during)
       where b.id = any(bookings) and b.deleted_at is null and b.state in ('booked', 'asked') order by lower(t.during), b.id
    loop
      free := sedno_free_units(one.resource, one.quantity, one.during, one.units);
      if cardinality(free) < one.units then
        if not sedno_put_together(one.resource, one.quantity, one.during, one.units) then
          ${refuseWith('booking.taken', refusals.taken, { field: 'start', state: 'SD409', facts: "jsonb_build_object('booking', one.id, 'resource', one.resource, 'start', lower(one.during), 'end', upper(one.during), 'units', one.units)" })};
        end if;
        free := sedno_free_units(one.resource, one.quantity, one.during, one.units);
      end if;
      insert into booking_unit (resource, unit, booking, during) select one.resource, unnest(free), one.id, one.during;
    end loop;
  end $$`

const freeUnits = `
  create or replace function sedno_free_units(which uuid, quantity int, wanted tstzrange, most int) returns int[] language sql stable as $$
    select coalesce(array_agg(unit), '{}') from (
      select unit from generate_series(1, quantity) unit
       where not exists (select from booking_unit k where k.resource = which and k.unit = unit.unit and k.during && wanted) order by unit limit most) u $$`

// Units alike may change hands before they are handed out: ten laptops for a week are there also when each is free only if others are dealt
// anew. Dealt in the order of their beginnings, whatever runs at once and fits the quantity gets its units.
const putTogether = `
  create or replace function sedno_put_together(which uuid, quantity int, wanted tstzrange, needed int) returns boolean language plpgsql as $$
  declare one record; later record; kept jsonb; gap int[];
  begin
    if quantity = 1 or sedno_units_left(which, quantity, wanted) < needed then return false; end if;
    select coalesce(jsonb_agg(jsonb_build_object('booking', booking, 'since', lower(during), 'until', upper(during), 'units', units)), '[]') into kept
      from (select booking, during, count(*) as units from booking_unit where resource = which and lower(during) >= lower(wanted) group by 1, 2) k;
    delete from booking_unit where resource = which and lower(during) >= lower(wanted);
    gap := sedno_free_units(which, quantity, tstzrange(lower(wanted), lower(wanted), '[]'), needed);
    insert into booking_unit (resource, unit, booking, during) select which, unnest(gap), '00000000-0000-0000-0000-000000000000', wanted;
    for later in select * from jsonb_to_recordset(kept) as k(booking uuid, since timestamptz, until timestamptz, units int) order by since, booking loop
      insert into booking_unit (resource, unit, booking, during)
        select which, unnest(sedno_free_units(which, quantity, tstzrange(later.since, later.until), later.units)), later.booking, tstzrange(later.since, later.until);
    end loop;
    delete from booking_unit where resource = which and booking = '00000000-0000-0000-0000-000000000000';
    return true;
  end $$`

/** How many can be had for the whole of a time: not more than are left where most are given away at once. */
const unitsLeft = `
  create or replace function sedno_units_left(which uuid, quantity int, wanted tstzrange) returns int language sql stable as $$
    select quantity - coalesce(max((select count(*) from booking_unit k where k.resource = which and k.during @> m.at)), 0)::int
      from (select lower(wanted) as at union select lower(during) from booking_unit where resource = which and during && wanted) m where m.at <@ wanted $$`

/** After the statement, all of its rows at once: two that change places do not stand in each other's way. */
const taken = `
  create or replace function sedno_booking_taken() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' then
      delete from booking_occurrence where booking in (select id from before);
      delete from booking_unit where booking in (select id from before);
    elsif tg_op = 'INSERT' then
      -- What recurs takes all of its occurrences at once, a moment later in the same transaction (following/actions.ts): each that is taken is told then.
      perform sedno_take_units(array(select n.id from after n where not exists (select from activity a where a.id = n.activity and a.recurrence is not null)));
    else
      perform sedno_take_units(array(
        select n.id from after n join before o on o.id = n.id
         where (o.resource, o.start, o."end", o.units, o.state in ('booked', 'asked') and o.deleted_at is null)
               is distinct from (n.resource, n.start, n."end", n.units, n.state in ('booked', 'asked') and n.deleted_at is null)));
    end if;
    return null;
  end $$`

/** Fewer units: those with higher numbers are dealt anew, as far as the lower ones go. */
const quantity = `
  create or replace function sedno_quantity_lowered() returns trigger language plpgsql as $$
  declare one record;
  begin
    for one in
      select lower(k.during) as since from booking_unit k
       where k.resource = new.id and upper(k.during) > now()
         and (select count(*) from booking_unit o where o.resource = new.id and o.during @> lower(k.during)) > new.quantity order by 1 limit 1
    loop
      ${refuseWith('resource.quantity_booked', refusals.quantityBooked, { field: 'quantity', facts: "jsonb_build_object('resource', new.id, 'at', one.since)" })};
    end loop;
    perform sedno_take_units(array(select distinct booking from booking_unit where resource = new.id and unit > new.quantity and upper(during) > now()));
    return null;
  end $$`

const functions = [openings, isOpenAt, isOpen, settled, timesOf, freeUnits, unitsLeft, putTogether, takeUnits, taken, quantity]

const triggers = [
  `create or replace trigger sedno_booking_settled before insert or update on booking for each row execute function sedno_booking_settled()`,
  `create or replace trigger sedno_booking_made after insert on booking referencing new table as after for each statement execute function sedno_booking_taken()`,
  `create or replace trigger sedno_booking_moved after update on booking referencing old table as before new table as after for each statement execute function sedno_booking_taken()`,
  `create or replace trigger sedno_booking_gone after delete on booking referencing old table as before for each statement execute function sedno_booking_taken()`,
  `create or replace trigger sedno_quantity_lowered after update of quantity on resource for each row when (new.quantity < old.quantity) execute function sedno_quantity_lowered()`,
]
