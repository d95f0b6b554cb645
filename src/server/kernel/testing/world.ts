import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import type { ObjectDefinition } from '../../../contract/definition.ts'
import type { Who } from '../access/who.ts'
import { program } from '../access/who.ts'
import type { Ctx } from '../context.ts'
import type { Database } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import { buildRegistry } from '../metadata/build.ts'
import type { Registry } from '../metadata/registry.ts'
import { synchronise } from '../metadata/synchronise.ts'
import { secretsWith } from '../secrets/secrets.ts'
import { unlock } from '../secrets/seal.ts'
import { standingAlone } from './alone.ts'
import { testCluster, type TestCluster } from './cluster.ts'

export interface World {
  db: Database
  registry: Registry
  /** The frozen moment of every context: 2026-11-23 10:00 in Warsaw. */
  now: Date
  /** A context of the program, or of a person with exactly these rights: ctxOf({ grants: […] }) may nothing else. */
  ctxOf(who?: Partial<Who> | 'program', rest?: Partial<Ctx>): Ctx
  end(): Promise<void>
}

/** A fresh database with the kernel's tables and those of `objects`, in a few tens of milliseconds. Links to what is not among them are left out. */
export async function startWorld(objects: readonly ObjectDefinition[] = []): Promise<World> {
  unlock(secretsWith(Buffer.alloc(32, 'test')))
  const cluster = await testCluster()
  const registry = buildRegistry(standingAlone(objects))
  const template = await templateFor(cluster, registry)
  const name = `world_${randomBytes(6).toString('hex')}`
  await onServer(cluster, `create database ${name} template ${template} strategy file_copy`)
  const db = await openDatabase({ url: cluster.url(name), max: 8, name: 'test' })
  const now = new Date('2026-11-23T09:00:00.000Z')
  return {
    db,
    registry,
    now,
    ctxOf: (who = 'program', rest = {}) => contextOf({ db, registry, now }, who, rest),
    async end() {
      await db.close()
      await onServer(cluster, `drop database if exists ${name} with (force)`)
    },
  }
}

let people = 0

function contextOf(world: Pick<World, 'db' | 'registry' | 'now'>, who: Partial<Who> | 'program', rest: Partial<Ctx>): Ctx {
  const nobody: Who = { ...program, name: 'Jan Testowy', all: false, functions: new Set(), fingerprint: `person ${++people}` }
  return {
    ...world,
    who: who === 'program' ? program : { ...nobody, ...who },
    trace: 'test',
    language: 'pl',
    timeZone: 'Europe/Warsaw',
    currency: 'PLN',
    origin: { via: 'command', ip: null, agent: null, session: null },
    ...rest,
  }
}

const templates = new Map<string, Promise<string>>()

/** Migrations and tables are made once per process and set of objects; each world is a copy. */
function templateFor(cluster: TestCluster, registry: Registry): Promise<string> {
  const ready = templates.get(registry.version) ?? makeTemplate(cluster, registry)
  templates.set(registry.version, ready)
  return ready
}

async function makeTemplate(cluster: TestCluster, registry: Registry): Promise<string> {
  const name = `template_${registry.version}_${process.pid}`
  await onServer(cluster, `drop database if exists ${name}`)
  await onServer(cluster, `create database ${name} template template0`)
  const db = await openDatabase({ url: cluster.url(name), max: 2, name: 'test' })
  try {
    await migrate(db)
    await synchronise(db, registry)
  } finally {
    await db.close()
  }
  return name
}

let turn: Promise<unknown> = Promise.resolve()

/** One at a time: a template cannot be copied while another copy of it is being made. */
function onServer(cluster: TestCluster, statement: string): Promise<void> {
  const run = async () => {
    const client = new Client({ connectionString: cluster.url('postgres') })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  const mine = turn.then(run, run)
  turn = mine.catch(() => undefined)
  return mine
}
