/** What would come of a write, without writing: for the preview of an import. */
import type { Values } from '../../../contract/definition.ts'
import { mayVerb } from '../access/row-rule.ts'
import type { RefusalError } from '../../../contract/refusal.ts'
import type { Ctx } from '../context.ts'
import { newDraft } from './create.ts'
import { judgeLot, type Change } from './change.ts'
import { notAllowed } from './refusals.ts'
import { isFollowed } from './followers.ts'
import { lookAt } from './statements/look.ts'
import { writeNumbered } from './steps/number.ts'
import { throughSteps } from './steps/order.ts'
import { touchesTree } from './steps/tree.ts'
import { refuseTaken } from './steps/unique.ts'
import { explain } from './steps/write.ts'
import { texts } from './texts.ts'
import { isRefused, startWriting, type Draft, type Refused, type WriteOptions, type Writing } from './writing.ts'

/** For each row why createMany would refuse it, or null. Rows of one call that take each other's unique values are not told of. */
export async function rehearseCreates(ctx: Ctx, object: string, rows: readonly Values[], options: WriteOptions = {}): Promise<(RefusalError | null)[]> {
  const writing = startWriting(ctx, object, 'create', options)
  if (!mayVerb(ctx, object, 'create')) return rows.map(() => notAllowed(texts.verbNotAllowed))
  const { ready, refused } = await throughSteps(writing, rows.map((values, n) => newDraft(writing, n, values)), 'create')
  return inOrder(rows.length, [...refused, ...(await whyNot(writing, ready))])
}

/** For each change why changeMany would refuse it, or null. */
export async function rehearseChanges(ctx: Ctx, object: string, changes: readonly Change[], options: WriteOptions = {}): Promise<(RefusalError | null)[]> {
  const writing = startWriting(ctx, object, 'change', options)
  const { ready, settled } = await judgeLot(writing, changes.map((wanted, n) => ({ ...wanted, n })))
  return inOrder(changes.length, [...settled.filter(isRefused), ...(await whyNot(writing, ready))])
}

async function whyNot(writing: Writing, drafts: readonly Draft[]): Promise<Refused[]> {
  if (drafts.length === 0) return []
  const taken = await refuseTaken(writing, drafts, { onlyChanged: drafts[0]!.before !== null })
  const refused = [...taken, ...(await explain(writing, drafts, await lookAt(writing, drafts)))]
  const out = new Set(refused.map(({ n }) => n))
  const left = drafts.filter(({ n }) => !out.has(n))
  const isJudgedTogether = left.some((draft) => touchesTree(writing, draft)) || isFollowed(writing, left)
  return isJudgedTogether ? [...refused, ...(await triedOut(writing, left))] : refused
}

const takenBack = Symbol('a try, taken back')

/** Trees, and whatever follows a write, are judged by what then stands in the database: so it is written, and taken back. */
async function triedOut(writing: Writing, drafts: readonly Draft[]): Promise<Refused[]> {
  let refused: Refused[] = []
  const tried = writing.ctx.db.transaction(async (db) => {
    refused = (await writeNumbered({ ...writing, ctx: { ...writing.ctx, db } }, drafts)).refused
    throw takenBack
  })
  await tried.catch((error: unknown) => {
    if (error !== takenBack) throw error
  })
  return refused
}

function inOrder(count: number, refused: readonly Refused[]): (RefusalError | null)[] {
  const all = new Array<RefusalError | null>(count).fill(null)
  for (const one of refused) all[one.n] = one.refused
  return all
}
