/** What the tests of this room build on: a world with its guards, and people and roles in as few words as possible. */
import { randomBytes } from 'node:crypto'
import type { Scope, Verb } from '../../contract/definition.ts'
import { RefusalError } from '../../contract/refusal.ts'
import { sql } from '../../expression/sql.ts'
import type { Ctx } from '../kernel/context.ts'
import { newId } from '../kernel/db/uuid7.ts'
import { nobody } from '../kernel/http/signedIn.ts'
import { unlock } from '../kernel/secrets/seal.ts'
import { secretsWith } from '../kernel/secrets/secrets.ts'
import { startWorld, type World } from '../kernel/testing/world.ts'
import type { ObjectDefinition } from '../../contract/definition.ts'
import { installGuards } from './guards/actions.ts'
import { objects } from './objects.ts'
import { hashOf } from './passwords/actions.ts'
import { whoIs } from './roles/queries.ts'

export const goodPassword = 'trawnik pod kominem'
let goodHash: Promise<string> | undefined

export interface UsersWorld extends World {
  role(name: string, rest?: { administrator?: boolean; functions?: string[]; grants?: [string, Verb, Exclude<Scope, 'none'>, string?][]; fields?: [string, string, 'none' | 'read'][] }): Promise<string>
  /** Signs in with goodPassword; his mail is NAME@firma.example. */
  person(name: string, rest?: { roles?: string[]; teams?: string[]; superior?: string; active?: boolean; password?: string | null }): Promise<string>
  team(name: string): Promise<string>
  /** A request of somebody not signed in. */
  stranger(rest?: { ip?: string; now?: Date }): Ctx
  /** A request in a session of this person that the test does not care about. */
  as(userId: string, rest?: Partial<Ctx>): Promise<Ctx>
}

export async function startUsersWorld(more: readonly ObjectDefinition[] = []): Promise<UsersWorld> {
  unlock(secretsWith(randomBytes(32)))
  const world = await startWorld([...objects, ...more])
  await installGuards(world.db)
  const { db, now, registry } = world
  return {
    ...world,
    role: (name, rest) => makeRole(world, name, rest),
    person: (name, rest) => makePerson(world, name, rest),
    async team(name) {
      const id = newId()
      await db.rows(sql`insert into team (id, version, created_at, updated_at, search, name) values (${id}, ${stamp(world)}, ${name})`)
      return id
    },
    stranger: ({ ip = '192.0.2.7', now: moment = now } = {}) => world.ctxOf(nobody, { now: moment, language: 'en', origin: { via: 'web', ip, agent: 'test', session: null } }),
    async as(userId, rest = {}) {
      const who = await whoIs(db, registry, { userId })
      if (who === null) throw new Error('inactive or not there')
      return world.ctxOf(who, { origin: { via: 'web', ip: '192.0.2.7', agent: 'test', session: newId() }, ...rest })
    },
  }
}

const stamp = ({ now }: World) => sql`1, ${now}::timestamptz, ${now}::timestamptz, ''`

const makeRole: Make<'role'> = async (world, name, { administrator = false, functions = [], grants = [], fields = [] } = {}) => {
  const { db } = world
  const id = newId()
  await db.rows(sql`insert into role (id, version, created_at, updated_at, search, name, is_administrator, functions) values (${id}, ${stamp(world)}, ${name}, ${administrator}, ${functions})`)
  for (const [object, verb, scope, rule] of grants) await db.rows(sql`insert into role_grant (role_id, object, verb, scope, rule) values (${id}, ${object}, ${verb}, ${scope}, ${rule ?? null})`)
  for (const [object, field, access] of fields) await db.rows(sql`insert into role_field (role_id, object, field, access) values (${id}, ${object}, ${`${object}.${field}`}, ${access})`)
  return id
}

const makePerson: Make<'person'> = async (world, name, { roles = [], teams = [], superior, active = true, password } = {}) => {
  const { db, now } = world
  const id = newId()
  await db.rows(sql`
    insert into "user" (id, version, created_at, updated_at, search, name, mail, active, roles, teams, superior, language, time_zone)
    values (${id}, ${stamp(world)}, ${name}, ${mailOf(name)}, ${active}, ${roles}::uuid[], ${teams}::uuid[], ${superior ?? null}, 'pl', 'Europe/Warsaw')`)
  if (password === null) return id
  goodHash ??= hashOf(goodPassword)
  const hash = password === undefined ? await goodHash : await hashOf(password)
  await db.rows(sql`insert into user_password (user_id, hash, changed_at) values (${id}, ${hash}, ${now})`)
  return id
}

type Make<K extends 'role' | 'person'> = (world: World, ...given: Parameters<UsersWorld[K]>) => Promise<string>

export const mailOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@firma.example`

/** The code of the refusal that the promise ends in; fails the test when it is kept or breaks otherwise. */
export async function refusedWith(promise: Promise<unknown>): Promise<{ code: string; status: number; facts: Readonly<Record<string, unknown>>; field: string | undefined }> {
  try {
    await promise
  } catch (error) {
    if (error instanceof RefusalError) return { code: error.refusals[0]!.code, status: error.status, facts: error.facts, field: error.refusals[0]!.field }
    throw error
  }
  throw new Error('it was not refused')
}

export const later = (from: Date, seconds: number): Date => new Date(from.getTime() + seconds * 1000)
