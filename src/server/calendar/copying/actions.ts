import type { Values } from '../../../contract/definition.ts'
import { refuse, RefusalError } from '../../../contract/refusal.ts'
import { fieldAccess } from '../../kernel/access/field-access.ts'
import type { Ctx } from '../../kernel/context.ts'
import { one } from '../../kernel/query/one.ts'
import { create } from '../../kernel/records/create.ts'
import { whyNotSpan } from '../moving/rules.ts'
import type { Copy } from '../occurrences/contract.ts'
import { refusals } from '../moving/texts.ts'

/** What a copy begins anew. */
const notCopied = new Set(['state', 'start', 'end', 'due', 'recurrence', 'repeatAfterDone', 'series', 'instance', 'outcome', 'outcomeNote', 'spent', 'waitsFor', 'previous', 'delegatedBy', 'files'])

/** A new entry with what the caller sees of the old one, at another time; of what recurs only the one occurrence. Refuses as creating does. */
export async function copyEntry(ctx: Ctx, { activity, start, end, person }: Copy): Promise<{ id: string; version: number }> {
  const why = whyNotSpan({ start, end })
  if (why !== null) throw new RefusalError([why])
  const row = (await one(ctx, 'activity', activity)) ?? refuse('not_found', refusals.notFound, { status: 404 })
  const fields = ctx.registry.object('activity').fields.filter(({ name, readOnly, formula }) => readOnly !== true && formula === undefined && !notCopied.has(name) && fieldAccess(ctx, 'activity', name) === 'write')
  const values: Values = Object.fromEntries(fields.flatMap(({ name }) => (row[name] === null || row[name] === undefined ? [] : [[name, given(row[name])]])))
  const { id, version } = await create(ctx, 'activity', { ...values, start, end, owner: person ?? ctx.who.userId })
  return { id, version }
}

/** Links are read with their names and written as ids; those whose names are hidden are not the caller's to copy. */
function given(value: unknown): unknown {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => (isLink(item) ? (item.name == null ? [] : [item.id]) : [item]))
  return isLink(value) ? (value.name == null ? null : value.id) : value
}

const isLink = (value: unknown): value is { id: string; name?: string | null } => typeof value === 'object' && value !== null && 'id' in value && 'name' in value
