import type { Values } from '../../../contract/definition.ts'
import type { RecordRow } from '../../../contract/records.ts'
import { lowerCase } from '../../../expression/letterCase.ts'
import { mayVerb } from '../access/row-rule.ts'
import type { Ctx } from '../context.ts'
import { newId } from '../db/uuid7.ts'
import { followAtOnce } from '../formulas/atOnce.ts'
import { firstFace } from './face.ts'
import { isFollowed } from './followers.ts'
import { openLanes } from './lanes.ts'
import { notAllowed } from './refusals.ts'
import { writeNumbered } from './steps/number.ts'
import { throughSteps } from './steps/order.ts'
import { present } from './steps/present.ts'
import type { Written } from './steps/write.ts'
import { texts } from './texts.ts'
import { isProgram, noStanding, startWriting, type Draft, type Outcome, type WriteOptions, type Writing } from './writing.ts'

/**
 * A new record, as the caller may see it. Refuses: 403 not_allowed; 422 unknown_field, field_not_writable, required, not_unique,
 * link_not_there, what field types and the object's own rules refuse; each names its field, all at once.
 */
export async function create(ctx: Ctx, object: string, values: Values, options: WriteOptions = {}): Promise<RecordRow> {
  const writing = startWriting(ctx, object, 'create', options)
  if (!mayVerb(ctx, object, 'create')) throw notAllowed(texts.verbNotAllowed)
  const { ready, refused } = await throughSteps(writing, [newDraft(writing, 0, values)], 'create')
  if (refused.length > 0) throw refused[0]!.refused
  const written = await writeNumbered(writing, ready)
  if (written.refused.length > 0) throw written.refused[0]!.refused
  const hasMore = await followAtOnce(ctx, object, { id: written.done[0]!.id, changed: null })
  return (hasMore || isFollowed(writing, written.drafts) ? null : firstFace(writing, written.drafts[0]!)) ?? present(ctx, object, written.done[0]!)
}

/** Rows of one statement: enough to make the round trip cheap, few enough that the next are made ready while the database writes these. */
const lotSize = 500

/**
 * Many new records; for each, in the order given, its id and version or why it was refused. What is refused does not stop the
 * others; whoever wants all or nothing calls it in a transaction and throws. The program's rows may bring `id`, `createdAt`, `createdBy`.
 */
export async function createMany(ctx: Ctx, object: string, rows: readonly Values[], options: WriteOptions = {}): Promise<Outcome[]> {
  const writing = startWriting(ctx, object, 'create', options)
  if (!mayVerb(ctx, object, 'create')) return rows.map((_, n) => ({ n, id: null, refused: notAllowed(texts.verbNotAllowed) }))
  const outcomes: Outcome[] = new Array<Outcome>(rows.length)
  const keep = ({ done, refused }: Written) => [...done, ...refused].forEach((one) => (outcomes[one.n] = one))
  const isRepeated = repeats(writing)
  const repeated: Draft[] = []
  const lanes = openLanes(laneCount(writing))
  for (let start = 0; start < rows.length; start += lotSize) {
    const drafts = rows.slice(start, start + lotSize).map((values, at) => newDraft(writing, start + at, values))
    const { ready, refused } = await throughSteps(writing, drafts, 'create')
    keep({ done: [], refused })
    const fresh = ready.filter((draft) => !isRepeated(draft) || repeated.push(draft) === 0)
    await lanes.take(async () => keep(await writeNumbered(writing, fresh)))
  }
  await lanes.done()
  keep(await writeNumbered(writing, repeated))
  return outcomes
}

/** Has an earlier row of the same call this unique value? It must come after that one, though lots be written side by side. */
function repeats({ layout }: Writing): (draft: Draft) => boolean {
  const seen = new Set<string>()
  return ({ after }) => {
    let again = false
    for (const { fields, anyCase } of layout.uniques) {
      const values = fields.map(({ name }) => (anyCase && typeof after[name] === 'string' ? lowerCase(after[name]) : (after[name] ?? null)))
      if (values.includes(null)) continue
      const key = `${fields[0]!.name} ${JSON.stringify(values)}`
      if (seen.has(key)) again = true
      else seen.add(key)
    }
    return again
  }
}

/** Outside of a transaction two lots are written at once, unless they could wait for one another. */
function laneCount({ ctx, layout, options }: Writing): number {
  return ctx.db.inTransaction || options.together === true || layout.object.rules?.consequences !== undefined ? 1 : 2
}

export function newDraft(writing: Writing, n: number, values: Values): Draft {
  const draft: Draft = { n, id: newId(), seen: null, before: null, given: values, after: {}, standing: noStanding, changed: [], refusals: [] }
  const byProgram = writing.options.asProgram === true || isProgram(writing.ctx)
  if (!byProgram || !('id' in values || 'createdAt' in values || 'createdBy' in values)) return draft
  const { id, createdAt, createdBy, ...given } = values as Values & { id?: string; createdAt?: string; createdBy?: string | null }
  const made = { at: createdAt ?? writing.ctx.now.toISOString(), by: createdBy === undefined ? writing.ctx.who.userId : createdBy }
  return { ...draft, id: id ?? draft.id, given, ...(createdAt === undefined && createdBy === undefined ? {} : { made }) }
}
