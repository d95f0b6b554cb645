import { refusal } from '../../../contract/refusal.ts'
import type { Values } from '../../../contract/definition.ts'
import { fold } from '../../../expression/fold.ts'
import type { Ctx } from '../../kernel/context.ts'
import { createMany } from '../../kernel/records/create.ts'
import { rehearseCreates } from '../../kernel/records/rehearse.ts'
import { isRefused } from '../../kernel/records/writing.ts'
import { refusals } from '../texts.ts'
import type { CellRefusal, Lookup, PreparedRow } from '../values/rules.ts'
import { recordsNamed } from './queries.ts'

/** Ids found so far: dictionaries repeat in every row of a file. */
export type Found = Map<string, readonly string[]>
const most = 50_000

const keyOf = ({ field, by }: Lookup, text: string) => `${field.target}\n${by}\n${fold(text)}`
/** Several links stand in one cell, with commas or semicolons between. */
const textsOf = (lookup: Lookup): string[] =>
  lookup.field.type === 'links' ? lookup.text.split(/[,;\n]/).map((part) => part.trim()).filter((part) => part !== '') : [lookup.text]

export interface Resolving {
  found: Found
  operation: string
  rehearse: boolean
  /** What rows of the same lot bring that is not there yet, by keyOf. */
  offered: ReadonlySet<string>
}

/** What this row brings, as others of the file may name it by these fields of the object. */
export const offerOf = (row: PreparedRow, target: string, by: string): string | null => {
  const value = row.values[by]
  return typeof value === 'string' ? `${target}\n${by}\n${fold(value)}` : null
}

/**
 * Turns the texts that name records into ids, for all rows of a lot at once. What another row brings is waited for; what is not found is made (`create`),
 * left empty or refused, as the mapping says. With `rehearse` nothing is made: the row only counts as one that would find its record.
 */
export async function resolveLinks(ctx: Ctx, rows: readonly PreparedRow[], options: Resolving): Promise<void> {
  const lookups = rows.flatMap((row) => row.lookups)
  if (lookups.length === 0) return
  // What a rehearsal would make cannot be looked up again.
  if (options.found.size > most) for (const [key, [id]] of options.found) if (id !== wouldBeMade) options.found.delete(key)
  await lookUp(ctx, lookups, options.found)
  await makeMissing(ctx, lookups, options)
  for (const row of rows) {
    row.awaits = row.lookups.some((lookup) => textsOf(lookup).some((text) => isAwaited(lookup, text, options)))
    if (!row.awaits) for (const lookup of row.lookups) settle(row, lookup, options.found, ctx)
  }
}

async function lookUp(ctx: Ctx, lookups: readonly Lookup[], found: Found): Promise<void> {
  const groups = Map.groupBy(lookups, ({ field, by }) => `${field.target}\n${by}`)
  for (const group of groups.values()) {
    const { field, by } = group[0]!
    const unknown = new Set(group.flatMap((lookup) => textsOf(lookup)).filter((text) => !found.has(keyOf(group[0]!, text))))
    const records = await recordsNamed(ctx, field.target, by, [...unknown])
    for (const [text, ids] of records) found.set(keyOf(group[0]!, text), ids)
  }
}

const isAwaited = (lookup: Lookup, text: string, { found, offered }: Resolving): boolean => !found.has(keyOf(lookup, text)) && offered.has(keyOf(lookup, text))

async function makeMissing(ctx: Ctx, lookups: readonly Lookup[], options: Resolving): Promise<void> {
  const missing = new Map<string, { lookup: Lookup; text: string }>()
  for (const lookup of lookups.filter(({ whenMissing }) => whenMissing === 'create'))
    for (const text of textsOf(lookup)) if (!options.found.has(keyOf(lookup, text)) && !isAwaited(lookup, text, options)) missing.set(keyOf(lookup, text), { lookup, text })
  const groups = Map.groupBy(missing.values(), ({ lookup }) => `${lookup.field.target}\n${lookup.by}`)
  for (const group of groups.values()) {
    const { field, by } = group[0]!.lookup
    const values = group.map(({ text }): Values => ({ [by]: text }))
    const ids = options.rehearse
      ? (await rehearseCreates(ctx, field.target, values)).map((refused) => (refused === null ? wouldBeMade : null))
      : (await createMany(ctx, field.target, values, { operation: options.operation })).map((outcome) => (isRefused(outcome) ? null : outcome.id))
    for (const [at, id] of ids.entries()) if (id !== null) options.found.set(keyOf(group[at]!.lookup, group[at]!.text), [id])
  }
}

/** Stands for a record that a rehearsal does not make. */
export const wouldBeMade = '00000000-0000-7000-8000-000000000000'

/** Rows that wait for one another wait for ever. */
export function refuseCircle(row: PreparedRow, found: Found): void {
  const lookup = row.lookups.find((one) => textsOf(one).some((text) => !found.has(keyOf(one, text)))) ?? row.lookups[0]!
  row.refusals.push({ column: lookup.column, field: lookup.field.name, refusal: refusal('link_circle', refusals.linkCircle, { values: { text: lookup.text } }) })
}

/** Names of the records that a run would make for this cell. */
export const toBeMade = (lookup: Lookup, found: Found): string[] => textsOf(lookup).filter((text) => found.get(keyOf(lookup, text))?.[0] === wouldBeMade)

function settle(row: PreparedRow, lookup: Lookup, found: Found, ctx: Ctx): void {
  const ids: string[] = []
  for (const text of textsOf(lookup)) {
    const records = found.get(keyOf(lookup, text)) ?? []
    if (records.length === 1) ids.push(records[0]!)
    else if (records.length > 1) row.refusals.push(refusedCell(lookup, text, 'link_ambiguous', ctx))
    else if (lookup.whenMissing !== 'empty') row.refusals.push(refusedCell(lookup, text, 'link_missing', ctx))
  }
  if (ids.length === 0) return
  row.values[lookup.field.name] = lookup.field.type === 'links' ? [...new Set(ids)] : ids[0]
}

function refusedCell(lookup: Lookup, text: string, code: 'link_missing' | 'link_ambiguous', ctx: Ctx): CellRefusal {
  const sentence = code === 'link_missing' ? refusals.linkMissing : refusals.linkAmbiguous
  const label = ctx.registry.object(lookup.field.target).label
  const about = refusal(code, { pl: sentence.pl.replace('{object}', label.pl.toLowerCase()), en: sentence.en.replace('{object}', label.en.toLowerCase()) }, { values: { text } })
  return { column: lookup.column, field: lookup.field.name, refusal: about }
}

