/** Values that come from history, or from the program moving links: written through the same gate, but not asked again whether they are complete. */
import type { Values } from '../../../contract/definition.ts'
import { throughSteps } from './steps/order.ts'
import { write } from './steps/write.ts'
import type { Current, Draft, Outcome, Standing, Writing } from './writing.ts'

export interface Wanted {
  before: Current
  values: Values
  standing?: Partial<Standing>
}

/** Outcomes in the order given; `n` counts from 0. What would come out the same is not written. */
export async function restoring(writing: Writing, wanted: readonly Wanted[]): Promise<Outcome[]> {
  const drafts = wanted.map((one, n) => draftOf(n, one))
  const { ready, refused } = await throughSteps(writing, drafts, 'restore')
  const different = ready.filter((draft) => draft.changed.length > 0 || movesStanding(draft))
  const same = ready.filter((draft) => !different.includes(draft)).map(({ n, id, before }) => ({ n, id, version: before!.version }))
  const written = await write(writing, different)
  return [...refused, ...same, ...written.done, ...written.refused].sort((a, b) => a.n - b.n)
}

function draftOf(n: number, { before, values, standing }: Wanted): Draft {
  const { deletedAt, deletedBy, archivedAt } = before
  return {
    n, id: before.id, seen: null, before, given: values, after: { ...before.values, ...values },
    standing: { deletedAt, deletedBy, archivedAt, ...standing }, changed: [], refusals: [],
  }
}

const movesStanding = ({ before, standing }: Draft): boolean => before!.deletedAt !== standing.deletedAt || before!.archivedAt !== standing.archivedAt
