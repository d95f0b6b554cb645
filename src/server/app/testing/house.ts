/** The whole house over HTTP on a database of its own: every room, every route, callers with exactly the rights a test gives them. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { ItemChange } from '../../../contract/configuration.ts'
import type { FieldDefinition, ObjectDefinition, Values } from '../../../contract/definition.ts'
import { examples } from '../../../fields/examples.ts'
import { askedBesides, sensible } from './sensible.ts'
import { program, type Who } from '../../kernel/access/who.ts'
import type { Ctx } from '../../kernel/context.ts'
import { changeConfiguration } from '../../kernel/configuration/change.ts'
import { openLiveRegistry, type LiveRegistry } from '../../kernel/configuration/live.ts'
import { startReactions, type Reacting } from '../../kernel/events/reactions.ts'
import { useFiles } from '../../kernel/files/current.ts'
import { openDiskStore } from '../../kernel/files/disk.ts'
import { fileRoutes } from '../../kernel/http/files.ts'
import { kernelRoutes } from '../../kernel/http/kernel.ts'
import { pageRoutes } from '../../kernel/http/record-page.ts'
import { recordRoutes } from '../../kernel/http/records.ts'
import { createHttp } from '../../kernel/http/server.ts'
import { workRoutes } from '../../kernel/http/works.ts'
import { create } from '../../kernel/records/create.ts'
import { startWorld, type World } from '../../kernel/testing/world.ts'
import { nipOf, regonOf } from '../../demo/rules.ts'
import { sql } from '../../../expression/sql.ts'
import { whoIs } from '../../users/index.ts'
import { actions, objects, pageParts, reactions, rooms, routes } from '../rooms.ts'

export interface Answered {
  status: number
  // The shape is what each test looks at.
  body: any
  text: string
}

export interface House {
  world: World
  /** As at run time: it follows changes of the configuration. */
  live: LiveRegistry
  app: FastifyInstance
  /** Errors that were not refusals; a test that leaves one has found a bug. */
  bugs: unknown[]
  ctx: Ctx
  /** A caller with these rights. The user exists as a record. */
  person(name: string, rights: Partial<Who>): Promise<Caller>
  /** A caller with the rights of these roles, named by their keys, as they are at each request. */
  holder(name: string, roles: readonly string[], values?: Values): Promise<Caller>
  /** Whatever follows from what was written since the first call has been done: calculated fields. */
  caughtUp(): Promise<void>
  all: Caller
  end(): Promise<void>
}

export interface Caller {
  id: string | null
  get(path: string): Promise<Answered>
  send(method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>
}

/** `more`: objects as if a room declared them. `items`: what an administrator has made before the test begins. */
export async function startHouse(more: readonly ObjectDefinition[] = [], items: readonly ItemChange[] = []): Promise<House> {
  const world = await startWorld([...objects, ...more])
  for (const room of rooms) await room.prepare?.(world.db)
  const live = await openLiveRegistry(world.db, [...objects, ...more])
  if (items.length > 0) await changeConfiguration(world.ctxOf(), items)
  const people = new Map<string, () => Promise<Who | null>>()
  let reacting: Reacting | null = null
  const bugs: unknown[] = []
  const folder = await mkdtemp(join(tmpdir(), 'sedno-house-'))
  const files = openDiskStore(folder)
  useFiles(files)
  const described = [...routes, ...fileRoutes(files, 1_000_000), ...workRoutes, ...pageRoutes(actions, pageParts)]
  const app = await createHttp({
    db: world.db, registry: live.now, url: 'http://sedno.test', language: () => 'pl', currency: () => 'PLN', timeZone: 'Europe/Warsaw', maxUploadBytes: 1_000_000,
    implementations: [...described, ...kernelRoutes({ routes: described, url: 'http://sedno.test', version: 'test' }), ...recordRoutes(actions)],
    report: (error) => void bugs.push(error),
    authenticate: async ({ bearer }) => {
      const who = (bearer === null ? undefined : await people.get(bearer)?.()) ?? null
      return who === null ? null : { who, language: 'pl', timeZone: 'Europe/Warsaw', sessionId: null }
    },
  })
  const ctx = world.ctxOf('program', { registry: live.now() })
  const callerFor = (name: string, id: string | null): Caller => {
    const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> => {
      const answer = await app.inject({
        method: method as 'GET', url: path, headers: { authorization: `Bearer ${name}`, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      const json = String(answer.headers['content-type'] ?? '').includes('json')
      return { status: answer.statusCode, text: answer.body, body: json && answer.body !== '' ? JSON.parse(answer.body) : null }
    }
    return { id, get: (path) => ask('GET', path), send: (method, path, body, headers) => ask(method, path, body, headers) }
  }
  people.set('program', async () => ({ ...program, fingerprint: 'everything' }))
  const newUser = async (name: string, values: Values = {}) =>
    (await create({ ...ctx, registry: live.now() }, 'user', { name, mail: `${name.toLowerCase()}@example.pl`, active: true, language: 'pl', timeZone: 'Europe/Warsaw', ...values })).id
  return {
    world, live, app, bugs, ctx, all: callerFor('program', null),
    async person(name, rights) {
      const id = await newUser(name)
      const who: Who = { ...program, all: false, functions: new Set(), teamMates: [id], subordinates: [id], territories: [], fingerprint: `test ${name}`, userId: id, name, ...rights }
      people.set(name, async () => who)
      return callerFor(name, id)
    },
    async holder(name, roles, values = {}) {
      const held = await world.db.rows<{ id: string }>(sql`select role_id as id from role_key where key = any(${roles}::text[])`)
      const id = await newUser(name, { ...values, roles: held.map((role) => role.id) })
      people.set(name, () => whoIs(world.db, live.now(), { userId: id }))
      return callerFor(name, id)
    },
    async caughtUp() {
      reacting ??= await startReactions({ db: world.db, reactions, registry: live.now, defaults: { language: 'pl', timeZone: 'Europe/Warsaw', currency: 'PLN' } })
      await reacting.caughtUp()
    },
    async end() {
      await reacting?.stop()
      await app.close()
      await live.close()
      await world.end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

let counter = 0

/** A value that this field takes; another one at every call where it must be unique. */
export async function valueFor(ctx: Ctx, field: FieldDefinition, n: number): Promise<unknown> {
  counter++
  if (field.type === 'text' && field.pattern === 'nip') return nipOf(counter)
  if (field.type === 'text' && field.pattern === 'regon') return regonOf(counter)
  if (field.type === 'text' && field.pattern === 'krs') return String(counter).padStart(10, '0')
  if (field.type === 'text' && field.pattern === 'vat') return ['DE136695976', 'ATU13585627', 'CZ25123891'][n % 3]
  if (/^(mon|tues|wednes|thurs|fri|satur|sun)day$/.test(field.name)) return ['10:00–16:00', '11:00–15:00, 16:00–18:00'][n % 2]
  if (field.name === 'timeZone') return ['Europe/Warsaw', 'Europe/Berlin'][n % 2]
  if (field.type === 'mail') return `osoba${counter}@example.pl`
  if (field.type === 'choice') return field.choices[n % field.choices.length]!.value
  if (field.type === 'choices') return [field.choices[n % field.choices.length]!.value]
  if (field.type === 'link') return (await made(ctx, field.target)).id
  if (field.type === 'links') return [(await made(ctx, field.target)).id]
  if ('kinds' in field) return (examples[field.type].values[n % examples[field.type].values.length] as object[]).map((entry) => ({ ...entry, kind: field.kinds[n % field.kinds.length]!.value }))
  const { values } = examples[field.type]
  const value = values[n % values.length]
  if (field.type === 'text') return `${String(value).slice(0, Math.min(field.maxLength ?? 500, 40) - 8)} ${counter}`
  if (field.type === 'number') return String(Math.min(Math.max((n + 1) * 7, (field.min ?? 0) + n + 1), field.max ?? Number.MAX_SAFE_INTEGER))
  return value
}

/** Writable values for a whole record: the required fields, or all. */
export async function valuesFor(ctx: Ctx, object: ObjectDefinition, which: 'required' | 'all', n = 0): Promise<Values> {
  const wanted = object.fields.filter((field) => field.readOnly !== true && field.formula === undefined && (which === 'all' ? field.name !== object.tree : field.required === true || (askedBesides[object.name] ?? []).includes(field.name)))
  const values: Values = {}
  for (const field of wanted) values[field.name] = await valueFor(ctx, field, n)
  return sensible(object, values, counter)
}

export const made = async (ctx: Ctx, name: string) => create(ctx, name, await valuesFor(ctx, ctx.registry.object(name), 'required'))

/** Values by which a record is narrowed to nobody. */
export const openToAll = ({ access }: ObjectDefinition): Values => (access.kind === 'owned' && access.narrowed !== undefined ? { [access.narrowed.alone]: false, [access.narrowed.to]: [] } : {})
