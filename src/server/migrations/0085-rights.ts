import { raw } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/**
 * What roles withhold although their grants would allow it, keys by which roles are known in every installation, and whose rights a
 * session looks with. Nothing is withheld in the beginning: the roles that are there go on allowing what they allow.
 */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await db.rows(raw(statement)) // raw is safe: constants of this file
}

const statements = [
  // Objects by their ids, as in role_grant; a screen belongs to no object.
  `create table role_withheld (
    role_id uuid not null, kind text not null check (kind in ('action', 'mass', 'screen')), object text not null default '', name text not null,
    primary key (role_id, kind, object, name))`,
  // Ids differ between installations; by its key a role is found in the configuration of another one.
  'create table role_key (role_id uuid primary key, key text not null unique)',
  'alter table session add column acting_user uuid, add column acting_role uuid, add constraint session_acts_once check (acting_user is null or acting_role is null)',
]
