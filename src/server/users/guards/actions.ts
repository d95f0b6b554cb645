import { createHash } from 'node:crypto'
import { raw, sql } from '../../../expression/sql.ts'
import type { Text } from '../../../contract/text.ts'
import type { Db } from '../../kernel/db/database.ts'
import { refusals } from '../texts.ts'

/**
 * What must hold of users and roles whatever way they are written (record, batch, import, merge, undo, SQL by hand), so it is held by the database:
 * - there is always an active administrator who has a password, also when two demote each other at the same moment;
 * - only an administrator makes, changes or unmakes an administrator; nobody else changes his own roles;
 * - whoever is deactivated or put to trash loses sessions and keys in the same transaction;
 * - every change of who may do what raises access_version, which each request reads.
 * Run after the tables are made, at every start; it changes nothing that is already as it should be.
 */
export async function installGuards(db: Db): Promise<void> {
  if (await areInstalled(db)) return
  await db.transaction(async (tx) => {
    await tx.rows(sql`select pg_advisory_xact_lock(7336030)`)
    for (const statement of [...functions, ...triggers]) await tx.rows(raw(statement)) // raw is safe: constants of this file and of texts.ts
    await addLinks(tx)
    await tx.rows(raw(`comment on function sedno_access_changed() is '${edition()}'`)) // raw is safe: hexadecimal digits
  })
}

/** Making triggers anew locks tables that others write to, so it is done only when there is another edition of them. */
async function areInstalled(db: Db): Promise<boolean> {
  const [row] = await db.rows<{ there: boolean }>(sql`select obj_description(to_regprocedure('sedno_access_changed()'), 'pg_proc') = ${edition()} as there`)
  return row!.there
}

const edition = (): string => createHash('sha256').update(JSON.stringify([functions, triggers, owned])).digest('hex')

/** An error that the gate turns into a refusal: SQLSTATE SD422, the code as message, the sentences as detail, the field as column. */
function refuseWith(code: string, text: Text, field: string): string {
  const detail = JSON.stringify(text).replaceAll("'", "''")
  return `raise exception using errcode = 'SD422', message = '${code}', detail = '${detail}', column = '${field}'`
}

const isAdministrator = `
  create or replace function sedno_is_administrator(person uuid) returns boolean language sql stable as $$
    select exists (select 1 from "user" u join role r on r.id = any(u.roles) and r.is_administrator and r.deleted_at is null
                    where u.id = person and u.active and u.deleted_at is null) $$`

const givesAll = `
  create or replace function sedno_gives_all(roles uuid[]) returns boolean language sql stable as $$
    select exists (select 1 from role r where r.id = any(roles) and r.is_administrator and r.deleted_at is null) $$`

// A new installation has no administrator yet and must be able to begin; from then on there is always one who can sign in: whoever was
// invited and has no password yet does not count.
const administratorRemains = `
  create or replace function sedno_administrator_remains() returns void language plpgsql as $$
  begin
    if exists (select 1 from sedno_state where key = 'installation')
       and not exists (select 1 from "user" u join role r on r.id = any(u.roles) and r.is_administrator and r.deleted_at is null
                        where u.active and u.deleted_at is null and exists (select 1 from user_password p where p.user_id = u.id)) then
      ${refuseWith('user.last_administrator', refusals.lastAdministrator, 'roles')};
    end if;
  end $$`

// At commit: the lock on the one row is held only then, and whoever comes second looks again with the first one's change in sight.
const accessChanged = `
  create or replace function sedno_access_changed() returns trigger language plpgsql as $$
  begin
    if current_setting('sedno.access_raised', true) is distinct from pg_current_xact_id()::text then
      perform set_config('sedno.access_raised', pg_current_xact_id()::text, true);
      update access_version set version = version + 1;
      perform sedno_administrator_remains();
    end if;
    return null;
  end $$`

const administratorNow = `
  create or replace function sedno_administrator_now() returns trigger language plpgsql as $$
  begin
    perform sedno_administrator_remains();
    return null;
  end $$`

const actor = `case when tg_op = 'INSERT' then new.created_by when new.deleted_at is not null and old.deleted_at is null then new.deleted_by else new.updated_by end`

// Before the row is written, so that nobody is judged by what he is just making himself. The actor is who the gate says writes; none is the program.
const userWritten = `
  create or replace function sedno_user_written() returns trigger language plpgsql as $$
  declare actor uuid := ${actor};
  begin
    if actor is null or sedno_is_administrator(actor) then return new; end if;
    if tg_op = 'INSERT' then
      if sedno_gives_all(new.roles) then ${refuseWith('user.administrators_only', refusals.administratorsOnly, 'roles')}; end if;
      return new;
    end if;
    if (sedno_gives_all(old.roles) or sedno_gives_all(new.roles))
       and (old.roles, old.active, old.mail, old.deleted_at) is distinct from (new.roles, new.active, new.mail, new.deleted_at) then
      ${refuseWith('user.administrators_only', refusals.administratorsOnly, 'roles')};
    end if;
    if actor = new.id and (old.roles, old.teams, old.territories, old.superior) is distinct from (new.roles, new.teams, new.territories, new.superior) then
      ${refuseWith('user.own_roles', refusals.ownRoles, 'roles')};
    end if;
    return new;
  end $$`

const userOut = `
  create or replace function sedno_user_out() returns trigger language plpgsql as $$
  begin
    delete from session where user_id = new.id;
    update api_key set revoked_at = now() where user_id = new.id and revoked_at is null;
    update password_link set used_at = now() where user_id = new.id and used_at is null;
    return null;
  end $$`

const roleWritten = `
  create or replace function sedno_role_written() returns trigger language plpgsql as $$
  declare actor uuid := ${actor};
  begin
    if actor is null or sedno_is_administrator(actor) then return new; end if;
    if tg_op = 'INSERT' then
      if coalesce(new.is_administrator, false) or cardinality(coalesce(new.functions, '{}')) > 0 then
        ${refuseWith('role.administrators_only', refusals.administratorsOnly, 'functions')};
      end if;
    elsif (coalesce(old.is_administrator, false), old.functions, old.deleted_at) is distinct from (coalesce(new.is_administrator, false), new.functions, new.deleted_at) then
      ${refuseWith('role.administrators_only', refusals.administratorsOnly, 'functions')};
    end if;
    return new;
  end $$`

const functions = [isAdministrator, givesAll, administratorRemains, accessChanged, administratorNow, userWritten, userOut, roleWritten]

const counts = 'deferrable initially deferred for each row execute function sedno_access_changed()'
const triggers = [
  'create or replace trigger user_written before insert or update on "user" for each row execute function sedno_user_written()',
  'create or replace trigger role_written before insert or update on role for each row execute function sedno_role_written()',
  'create or replace trigger user_administrator after update of roles, active, deleted_at on "user" for each statement execute function sedno_administrator_now()',
  'create or replace trigger role_administrator after update of is_administrator, deleted_at on role for each statement execute function sedno_administrator_now()',
  `create or replace trigger user_out after update of active, deleted_at on "user" for each row
     when ((old.active and old.deleted_at is null) and not (coalesce(new.active, false) and new.deleted_at is null)) execute function sedno_user_out()`,
  ...deferred('user', 'insert or delete or update of name, active, teams, roles, superior, deleted_at'),
  ...deferred('user', 'update of territories', 'user_territories_access'),
  ...deferred('territory', 'insert or delete or update of parent, deleted_at'),
  ...deferred('team', 'insert or delete or update of deleted_at'),
  ...deferred('role', 'insert or delete or update of name, is_administrator, functions, deleted_at'),
  ...deferred('role_grant', 'insert or delete or update'),
  ...deferred('role_field', 'insert or delete or update'),
  ...deferred('role_withheld', 'insert or delete or update'),
]

/** Constraint triggers cannot be replaced, so each is made when it is not there. */
function deferred(table: string, events: string, trigger = `${table}_access`): string[] {
  return [`do $$ begin
    if not exists (select 1 from pg_trigger where tgname = '${trigger}' and tgrelid = '"${table}"'::regclass) then
      create constraint trigger ${trigger} after ${events} on "${table}" ${counts};
    end if;
  end $$`]
}

const owned = ['user_password', 'user_totp', 'recovery_code', 'password_link', 'user_preference', 'session', 'api_key']

/** Secrets go with the person, grants with the role. */
async function addLinks(tx: Db): Promise<void> {
  const links = [...owned.map((table) => ({ table, column: 'user_id', target: 'user' })), ...['role_grant', 'role_field', 'role_withheld', 'role_key'].map((table) => ({ table, column: 'role_id', target: 'role' }))]
  const there = await tx.rows<{ name: string }>(sql`select conname as name from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`)
  const names = new Set(there.map((row) => row.name))
  for (const { table, column, target } of links.filter((link) => !names.has(`${link.table}__owner`))) {
    // raw is safe: the names above.
    await tx.rows(raw(`alter table ${table} add constraint ${table}__owner foreign key (${column}) references "${target}" (id) on delete cascade`))
  }
}
