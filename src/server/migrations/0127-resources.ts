import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/**
 * Which unit of a resource is given to which booking, when. The constraint is what makes a double booking impossible, whoever writes:
 * one unit is never in two rows at the same moment. The rows follow the records of bookings by a trigger (resources/units/actions.ts).
 */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`create extension if not exists btree_gist`)
  await db.rows(sql`
    create table booking_unit (
      resource uuid not null, unit integer not null, booking uuid not null, during tstzrange not null,
      check (not isempty(during)),
      constraint booking_unit_once exclude using gist (resource with =, unit with =, during with &&))`)
  await db.rows(sql`create index booking_unit_booking on booking_unit (booking)`)
  // The times of a booking that stands for every occurrence of a recurring activity, by their original starts; without a time where it does without.
  await db.rows(sql`create table booking_occurrence (booking uuid not null, instance timestamptz(3) not null, during tstzrange, primary key (booking, instance))`)
}
