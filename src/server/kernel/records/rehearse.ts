import type { Values } from '../../../contract/definition.ts'
import type { RefusalError } from '../../../contract/refusal.ts'
import { mayVerb } from '../access/row-rule.ts'
import type { Ctx } from '../context.ts'
import { newId } from '../db/uuid7.ts'
import { readCurrent } from './current.ts'
import { notAllowed, notFound } from './refusals.ts'
import { throughSteps } from './steps/order.ts'
import { refuseTaken } from './steps/unique.ts'
import { texts } from './texts.ts'
import { noStanding, startWriting, type Draft } from './writing.ts'

/**
 * Goes with new records through the steps of a write up to the write itself. For each, in order, why it would be refused, or null.
 * What only the database can tell in the moment of writing (a link that is gone, two equal values in one lot) is not foreseen here.
 */
export async function rehearseCreates(ctx: Ctx, object: string, rows: readonly Values[]): Promise<(RefusalError | null)[]> {
  const writing = startWriting(ctx, object, 'create')
  if (!mayVerb(ctx, object, 'create')) return rows.map(() => notAllowed(texts.verbNotAllowed))
  const drafts = rows.map((given, n): Draft => ({ n, id: newId(), seen: null, before: null, given, after: {}, standing: noStanding, changed: [], refusals: [] }))
  const { ready, refused } = throughSteps(writing, drafts, 'create')
  return answers(rows.length, [...refused, ...(await refuseTaken(writing, ready))])
}

/** The same for changes of records that are there. */
export async function rehearseChanges(ctx: Ctx, object: string, changes: readonly { id: string; values: Values }[]): Promise<(RefusalError | null)[]> {
  const writing = startWriting(ctx, object, 'change')
  const current = await readCurrent(ctx, writing.layout, changes.map(({ id }) => id))
  const gone: { n: number; refused: RefusalError }[] = []
  const drafts = changes.flatMap(({ id, values }, n): Draft[] => {
    const before = current.get(id)
    if (before === undefined || !before.may.read) {
      gone.push({ n, refused: notFound() })
      return []
    }
    const { deletedAt, deletedBy, archivedAt } = before
    return [{ n, id, seen: null, before, given: values, after: before.values, standing: { deletedAt, deletedBy, archivedAt }, changed: [], refusals: [] }]
  })
  const { ready, refused } = throughSteps(writing, drafts, 'change')
  return answers(changes.length, [...gone, ...refused, ...(await refuseTaken(writing, ready, { onlyChanged: true }))])
}

function answers(count: number, refused: readonly { n: number; refused: RefusalError }[]): (RefusalError | null)[] {
  const all = new Array<RefusalError | null>(count).fill(null)
  for (const one of refused) all[one.n] = one.refused
  return all
}
