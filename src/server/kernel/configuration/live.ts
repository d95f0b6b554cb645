/**
 * The registry that changes while the program runs: the code's declarations and the administrator's items, as one snapshot.
 * Whoever holds a snapshot goes on with it; the next request gets the newest.
 */
import type { Item } from '../../../contract/configuration.ts'
import type { ObjectDefinition } from '../../../contract/definition.ts'
import type { Refusal } from '../../../contract/refusal.ts'
import type { Database, Db } from '../db/database.ts'
import { assemble, buildRegistry } from '../metadata/build.ts'
import type { Registry } from '../metadata/registry.ts'
import { compose } from './compose.ts'
import { readHolidays, withHolidays } from '../formulas/holidays.ts'
import { isThere, readItems, readVersion } from './items.ts'

export const configurationChannel = 'sedno_configuration'

export interface LiveRegistry {
  now(): Registry
  /** What the code declares, without the administrator's items. */
  readonly code: readonly ObjectDefinition[]
  /** Items that no longer fit the declarations and are left out until somebody mends them (after an upgrade, never after a change of theirs). */
  misfits(): readonly Misfit[]
  /** Takes up what was changed, here or elsewhere. */
  refresh(): Promise<void>
  /** Hears of changes made by other processes. */
  listen(): Promise<void>
  close(): Promise<void>
}

export interface Misfit {
  item: Item
  fault: Refusal
}

const live = new WeakMap<Db, LiveRegistry>()

/** The one this process keeps for the database. */
export const liveRegistryOf = (db: Db): LiveRegistry | null => live.get(db.root) ?? null

/** With all that was committed until now; for work that must not miss what another process has just added. */
export async function newestRegistry({ db, registry }: { db: Db; registry: Registry }): Promise<Registry> {
  const mine = liveRegistryOf(db)
  if (mine === null) return registry
  await mine.refresh()
  return mine.now()
}

export async function openLiveRegistry(db: Database, code: readonly ObjectDefinition[]): Promise<LiveRegistry> {
  let { version, fitted } = await load(db, code)
  let coming: Promise<void> | null = null
  let stop: () => Promise<void> = () => Promise.resolve()
  const takeUp = async () => {
    if ((await readVersion(db)) === version) return
    const loaded = await load(db, code)
    if (loaded.version < version) return
    version = loaded.version
    fitted = loaded.fitted
  }
  const registry: LiveRegistry = {
    now: () => fitted.registry,
    code,
    misfits: () => fitted.misfits,
    // One after another: a change that came while the last was being read is read too.
    refresh() {
      const mine = (coming ?? Promise.resolve()).then(takeUp)
      const settled = mine.catch(() => undefined)
      coming = settled
      return mine
    },
    async listen() {
      const hear = () => void registry.refresh().catch(() => undefined)
      stop = await db.listen(configurationChannel, hear, hear)
      await registry.refresh()
    },
    async close() {
      live.delete(db.root)
      await stop()
    },
  }
  live.set(db.root, registry)
  return registry
}

async function load(db: Db, code: readonly ObjectDefinition[]): Promise<{ version: number; fitted: Fitted }> {
  const [{ version, items }, holidays] = await Promise.all([readItems(db), readHolidays(db)])
  const fitted = fit(code, items)
  return { version, fitted: holidays === null ? fitted : { ...fitted, registry: withHolidays(fitted.registry, holidays) } }
}

export interface Fitted {
  registry: Registry
  misfits: readonly Misfit[]
}

/** With all items that hold together. An upgrade must start, whatever the administrator has made before it. */
export function fit(code: readonly ObjectDefinition[], items: readonly Item[]): Fitted {
  const misfits: Misfit[] = []
  let left = items.filter(isThere)
  for (;;) {
    const { registry, faults } = assemble(compose(code, left))
    if (registry !== null && faults.length === 0) return { registry, misfits }
    const culprits = left.flatMap((item) => {
      const fault = faults.find((each) => isAbout(item, each.field ?? ''))
      return fault === undefined ? [] : [{ item, fault }]
    })
    // A fault in no place that we can name: without any item the code alone must hold.
    const out = culprits.length > 0 ? culprits : left.map((item) => ({ item, fault: faults[0]! }))
    if (out.length === 0) return { registry: buildRegistry(code), misfits }
    misfits.push(...out)
    left = left.filter((item) => !out.some((one) => one.item === item))
  }
}

/** Places are 'object', 'object.field', 'object.form.section' … */
function isAbout(item: Item, place: string): boolean {
  const [object, part] = place.split('.')
  switch (item.kind) {
    case 'object': return object === item.body.name && (part === undefined || part in item.body)
    case 'field': return object !== undefined && part === item.body.name && item.body.object.endsWith(object)
    case 'fieldChange': return place === item.id || place.startsWith(`${item.id}.`)
    case 'objectChange': return object === item.id
    case 'layout': return object === item.body.object && part === 'layouts'
    case 'choiceList': return false
  }
}
