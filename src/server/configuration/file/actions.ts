/** The whole configuration out and in: one transaction, rehearsed first, and a second time it changes nothing. */
import { itemKinds, type Item, type ItemChange, type ItemKind } from '../../../contract/configuration.ts'
import { refusal, RefusalError } from '../../../contract/refusal.ts'
import { changeWithin, registryAfter, requireConfigurator, type ChangeNote } from '../../kernel/configuration/change.ts'
import { objectOf, objectsThere, strayWrites } from '../../kernel/configuration/belonging.ts'
import { patiently } from '../../kernel/configuration/columns.ts'
import { isThere, readItems } from '../../kernel/configuration/items.ts'
import { liveRegistryOf } from '../../kernel/configuration/live.ts'
import { configurationParts } from '../../kernel/configuration/parts.ts'
import type { Ctx } from '../../kernel/context.ts'
import { differences, entriesOf, filesOf, type Difference, type Entry, type Files } from './rules.ts'
import { fileTexts as texts } from './texts.ts'

export interface Applied {
  differences: readonly Difference[]
  notes: readonly ChangeNote[]
}

/** Everything the administrator made, with the words by which roles are known everywhere in place of their ids here. */
export async function entriesHere(ctx: Ctx): Promise<Entry[]> {
  const { items } = await readItems(ctx.db)
  const objects = objectsThere(liveRegistryOf(ctx.db)?.code ?? [], items)
  const ofWhatIsThere = (item: Item) => isThere(item) && (objectOf(item) === null || objects.has(objectOf(item)!))
  const entries: Entry[] = items.filter(ofWhatIsThere).map(({ kind, id, body }) => ({ kind, id, body: body as unknown as Record<string, unknown> }))
  for (const part of configurationParts()) entries.push(...(await part.read(ctx)).map((entry) => ({ kind: part.name, ...entry })))
  return worded(entries, await wordsOf(ctx))
}

export async function exportFiles(ctx: Ctx, program: string): Promise<Files> {
  requireConfigurator(ctx)
  return filesOf(await entriesHere(ctx), { program })
}

/** `whole`: what the files do not name is removed (hidden for thirty days). */
export async function compareFiles(ctx: Ctx, files: Files, { whole = true }: { whole?: boolean } = {}): Promise<Difference[]> {
  requireConfigurator(ctx)
  return toDo(await entriesHere(ctx), readFiles(files), whole)
}

/** Without the removals that no file may ask for. */
function toDo(here: readonly Entry[], wanted: readonly Entry[], whole: boolean): Difference[] {
  const staying = new Set(configurationParts().flatMap((part) => here.filter((entry) => entry.kind === part.name && part.stays?.(entry) === true).map(({ kind, id }) => `${kind} ${id}`)))
  return differences(here, wanted, whole).filter(({ kind, id, does }) => does !== 'remove' || !staying.has(`${kind} ${id}`))
}

/** Refuses with every fault named and changes nothing, or makes it all so. A rehearsal does the same and takes it back. */
export async function applyFiles(ctx: Ctx, files: Files, { whole = true, rehearse = false }: { whole?: boolean; rehearse?: boolean } = {}): Promise<Applied> {
  requireConfigurator(ctx)
  const wanted = readFiles(files)
  const rehearsed: { applied: Applied | null } = { applied: null }
  const answer = await patiently(() => ctx.db.transaction(async (tx) => {
    const applied = await applyWithin({ ...ctx, db: tx }, wanted, whole)
    if (!rehearse) return applied
    rehearsed.applied = applied
    throw rehearsed
  })).catch((error: unknown) => {
    if (error === rehearsed) return rehearsed.applied!
    throw error
  })
  if (!rehearse) await liveRegistryOf(ctx.db)?.refresh()
  return answer
}

function readFiles(files: Files): Entry[] {
  const { entries, refusals } = entriesOf(files)
  const known = new Set<string>([...itemKinds, ...configurationParts().map(({ name }) => name)])
  const unknown = entries.filter(({ kind }) => !known.has(kind)).map(({ kind, id }) => refusal('configuration.unknown_kind', texts.unknownKind, { values: { kind, id } }))
  if (refusals.length + unknown.length > 0) throw new RefusalError([...refusals, ...unknown])
  return entries
}

async function applyWithin(ctx: Ctx, wanted: readonly Entry[], whole: boolean): Promise<Applied> {
  const found = toDo(await entriesHere(ctx), wanted, whole)
  if (found.length === 0) return { differences: [], notes: [] }
  for (const part of configurationParts()) await part.prepare?.(ctx, wanted.filter(({ kind }) => kind === part.name))
  const unword = unwordedBy(await wordsOf(ctx))
  const [here, todo] = [wanted.map(unword), found.map(unword)]
  refuseStrays(ctx, here, whole ? here : [...here, ...(await entriesHere(ctx))])
  const notes = await applyItems(ctx, here, todo)
  const after: Ctx = { ...ctx, registry: await registryAfter(ctx, []) }
  for (const part of configurationParts()) {
    const mine = todo.filter(({ kind }) => kind === part.name)
    const named = new Set(mine.filter(({ does }) => does !== 'remove').map(({ id }) => id))
    if (mine.length > 0) await part.apply(after, here.filter(({ kind, id }) => kind === part.name && named.has(id)), mine.filter(({ does }) => does === 'remove').map(({ id }) => id))
  }
  return { differences: found, notes }
}

/** Also where the fields are here already: they would wait for an object that no file knows. */
function refuseStrays(ctx: Ctx, wanted: readonly Entry[], after: readonly Entry[]): void {
  const code = liveRegistryOf(ctx.db)?.code ?? []
  const there = new Set([...code.map(({ id }) => id), ...after.filter(({ kind }) => kind === 'object').map(({ id }) => id)])
  const items = wanted.filter(({ kind }) => (itemKinds as readonly string[]).includes(kind)) as unknown as Parameters<typeof strayWrites>[2]
  const strays = strayWrites(code, there, items)
  if (strays.length > 0) throw new RefusalError(strays)
}

async function applyItems(ctx: Ctx, wanted: readonly Entry[], todo: readonly Difference[]): Promise<ChangeNote[]> {
  const bodies = new Map(wanted.map(({ kind, id, body }) => [`${kind} ${id}`, body]))
  const changes = todo.filter(({ kind }) => (itemKinds as readonly string[]).includes(kind)).map(({ kind, id, does }): ItemChange => (
    { kind: kind as ItemKind, id, version: null, body: does === 'remove' ? null : bodies.get(`${kind} ${id}`) }
  ))
  if (changes.length === 0) return []
  const { notes } = await changeWithin(ctx.db, ctx, changes, { whole: true }).catch((error: unknown) => throwNamed(error, changes))
  return notes
}

/** A change is known by its place in the list; whoever reads files knows it by its kind and id. */
function throwNamed(error: unknown, changes: readonly ItemChange[]): never {
  if (!(error instanceof RefusalError)) throw error
  const named = (field: string) => field.replace(/^changes\.(\d+)\.?/, (_, n: string) => `${changes[Number(n)]!.kind} ${changes[Number(n)]!.id} `).trim()
  throw new RefusalError(error.refusals.map((one) => (one.field === undefined ? one : { ...one, field: named(one.field) })), error.status, error.facts)
}

async function wordsOf(ctx: Ctx): Promise<Map<string, string>> {
  const words = new Map<string, string>()
  for (const part of configurationParts()) for (const [id, word] of (await part.words?.(ctx)) ?? []) words.set(id, word)
  return words
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const word = /role:[a-zA-Z0-9-]+/g

/** An id and its word stand for each other in every text, ids of layouts too, which name their role. */
const worded = (entries: readonly Entry[], words: ReadonlyMap<string, string>): Entry[] => entries.map((entry) => replaced(entry, uuid, (id) => words.get(id) ?? id))

function unwordedBy(words: ReadonlyMap<string, string>): <T extends { kind: string; id: string }>(entry: T) => T {
  const ids = new Map([...words].map(([id, said]) => [said, id]))
  return (entry) => replaced(entry, word, (said) => {
    const id = ids.get(said)
    if (id === undefined) throw new RefusalError([refusal('configuration.unknown_role', texts.unknownRole, { field: `${entry.kind} ${entry.id}`, values: { word: said } })])
    return id
  })
}

const replaced = <T>(entry: T, pattern: RegExp, by: (found: string) => string): T => JSON.parse(JSON.stringify(entry).replaceAll(pattern, by)) as T
