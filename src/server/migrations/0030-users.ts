import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/**
 * What is known of a person besides the record `user`: secrets, ways in, permissions. None of it is a record, so that
 * no list, export or import can ever show it. Links to the table "user" are added by installGuards: that table is made
 * after the migrations.
 */
export async function up(db: Db): Promise<void> {
  await permissions(db)
  await secrets(db)
  await waysIn(db)
}

async function permissions(db: Db): Promise<void> {
  // Raised with every change of who may do what; read with every request (users/roles/queries.ts).
  await db.rows(sql`create table access_version (one boolean primary key default true check (one), version bigint not null)`)
  await db.rows(sql`insert into access_version (version) values (1)`)
  // Objects and fields by their ids: a rename keeps its grants.
  await db.rows(sql`create table role_grant (
    role_id uuid not null, object text not null, verb text not null check (verb in ('create', 'read', 'change', 'delete', 'export')),
    scope text not null check (scope in ('own', 'team', 'subordinates', 'all')), rule text)`)
  await db.rows(sql`create unique index role_grant_once on role_grant (role_id, object, verb, scope, coalesce(rule, ''))`)
  await db.rows(sql`create table role_field (
    role_id uuid not null, object text not null, field text not null, access text not null check (access in ('none', 'read', 'write')),
    primary key (role_id, object, field))`)
}

async function secrets(db: Db): Promise<void> {
  await db.rows(sql`create table user_password (
    user_id uuid primary key, hash text not null, must_change boolean not null default false, changed_at timestamptz(3) not null)`)
  // secret and pending are sealed with the installation's key; last_step is the last code used, so that none is used twice.
  await db.rows(sql`create table user_totp (
    user_id uuid primary key, secret text, confirmed_at timestamptz(3), last_step bigint not null default 0, pending text, pending_at timestamptz(3))`)
  await db.rows(sql`create table recovery_code (user_id uuid not null, hash text not null, used_at timestamptz(3), primary key (user_id, hash))`)
  await db.rows(sql`create table password_link (
    id uuid primary key, user_id uuid not null, hash text not null unique, made_by uuid, made_at timestamptz(3) not null,
    expires_at timestamptz(3) not null, used_at timestamptz(3))`)
  await db.rows(sql`create index password_link_user on password_link (user_id)`)
  await db.rows(sql`create table user_preference (user_id uuid primary key, preferences jsonb not null)`)
}

async function waysIn(db: Db): Promise<void> {
  await db.rows(sql`create table session (
    id uuid primary key, user_id uuid not null, hash text not null unique, started_at timestamptz(3) not null,
    used_at timestamptz(3) not null, idle_seconds integer not null, expires_at timestamptz(3) not null, ip text, agent text)`)
  await db.rows(sql`create index session_of_user on session (user_id)`)
  await db.rows(sql`create index session_expiry on session (expires_at)`)
  await db.rows(sql`create table api_key (
    id uuid primary key, user_id uuid not null, name text not null, hash text not null unique, hint text not null, scopes text[] not null,
    made_at timestamptz(3) not null, expires_at timestamptz(3), used_at timestamptz(3), used_ip text, revoked_at timestamptz(3))`)
  await db.rows(sql`create index api_key_user on api_key (user_id)`)
  // One row per account, per address and per both together; lost rows only cost a few more tries.
  await db.rows(sql`create table sign_in_attempt (
    subject text primary key, failures integer not null, last_at timestamptz(3) not null, locked_until timestamptz(3))`)
  await db.rows(sql`create index sign_in_attempt_last on sign_in_attempt (last_at)`)
}
