/** Numbers the program gives, at the last moment before a record is written. */
import { companyDay, lineOf, nextNumbers, passNumbers } from '../numbers/lines.ts'
import { RefusalError } from '../../../../contract/refusal.ts'
import type { Layout } from '../layout.ts'
import type { Draft, Writing } from '../writing.ts'
import { write, type Written } from './write.ts'

/** What was written, and the drafts as they were written: with their numbers. */
export interface NumberedWrite extends Written {
  drafts: readonly Draft[]
}

/**
 * New records with their numbers. Where numbers may have no gaps they are counted in the transaction of the write: records
 * that are refused there give theirs back, and the others are numbered again without them.
 */
export async function writeNumbered(writing: Writing, drafts: readonly Draft[]): Promise<NumberedWrite> {
  if (!numberedFields(writing.layout).some(({ definition }) => 'gapless' in definition && definition.gapless === true)) return writeOnce(writing, drafts)
  let left = drafts
  const refused: Written['refused'] = []
  while (left.length > 0) {
    const written = await writeAllOrNone(writing, left)
    if (written === null) return oneByOne(writing, left, refused)
    if (written.refused.length === 0) return { ...written, refused }
    refused.push(...written.refused)
    const out = new Set(written.refused.map(({ n }) => n))
    left = left.filter(({ n }) => !out.has(n))
  }
  return { done: [], refused, drafts: [] }
}

const notAll = Symbol('some were refused')

/** null: a trigger refused the statement as a whole, without saying which row. */
async function writeAllOrNone(writing: Writing, drafts: readonly Draft[]): Promise<NumberedWrite | null> {
  let written: NumberedWrite | null = null
  try {
    return await writing.ctx.db.transaction(async (db) => {
      written = await writeOnce({ ...writing, ctx: { ...writing.ctx, db } }, drafts)
      if (written.refused.length > 0) throw notAll
      return written
    })
  } catch (error) {
    if (error === notAll) return written!
    if (!(error instanceof RefusalError)) throw error
    return drafts.length === 1 ? { done: [], refused: [{ n: drafts[0]!.n, id: null, refused: error }], drafts } : null
  }
}

/** Only the guilty ones are refused. */
async function oneByOne(writing: Writing, drafts: readonly Draft[], refused: Written['refused']): Promise<NumberedWrite> {
  const parts: NumberedWrite[] = []
  for (const draft of drafts) parts.push(await writeNumbered(writing, [draft]))
  return { done: parts.flatMap(({ done }) => done), refused: [...refused, ...parts.flatMap((part) => part.refused)], drafts: parts.flatMap((part) => part.drafts) }
}

async function writeOnce(writing: Writing, drafts: readonly Draft[]): Promise<NumberedWrite> {
  const numbered = await number(writing, drafts)
  return { ...(await write(writing, numbered)), drafts: numbered }
}

const numberedFields = (layout: Layout) => layout.fields.filter(({ definition }) => definition.type === 'autoNumber')

async function number({ ctx, layout }: Writing, drafts: readonly Draft[]): Promise<readonly Draft[]> {
  const fields = numberedFields(layout)
  if (fields.length === 0 || drafts.length === 0) return drafts
  const day = await companyDay(ctx)
  let numbered = drafts
  for (const field of fields) {
    const line = lineOf(layout, field, day)
    const brought = numbered.flatMap(({ after }) => (typeof after[field.name] === 'string' ? [String(after[field.name])] : []))
    if (brought.length > 0) await passNumbers(ctx.db, line, brought)
    const lacking = numbered.length - brought.length
    const values = lacking === 0 ? [] : await nextNumbers(ctx.db, line, lacking)
    numbered = numbered.map((draft) => ((draft.after[field.name] ?? null) === null ? { ...draft, after: { ...draft.after, [field.name]: values.shift()! } } : draft))
  }
  return numbered
}
