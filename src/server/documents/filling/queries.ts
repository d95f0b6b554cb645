/** The answers to all that a template asks: one statement for each loop of it, however many lines there are. */
import { refuse } from '../../../contract/refusal.ts'
import type { ExprValue } from '../../../expression/types.ts'
import { program } from '../../kernel/access/who.ts'
import type { Ctx } from '../../kernel/context.ts'
import { answersOf, answersOfMany } from '../../kernel/query/answers.ts'
import { factsOf, type FactRow } from '../facts/rules.ts'
import type { Frame, Plan } from './rules.ts'
import { refusals } from './texts.ts'

export interface Row {
  frame: Frame
  id: string | null
  values: readonly ExprValue[]
  columns: Readonly<Record<string, unknown>>
  facts: FactRow
  inner: Map<Frame, Row[]>
}

export interface Answers {
  root: Row
  our: Row
  /** Of every row there is. */
  all: Row[]
}

const mostRows = 5_000

/** Null: the record is not there, or not for this person. */
export async function answersTo(ctx: Ctx, plan: Plan, { id, seller }: { id: string; seller: string | null }): Promise<Answers | null> {
  const asking: Asking = { ctx, all: [] }
  const [found] = await records(asking, plan.root, [id])
  if (found === undefined) return null
  const source = factsOf(plan.root.object!)
  const names = new Set([...plan.root.inner.flatMap(({ source: from }) => (from.kind === 'rows' ? [from.name] : [])), ...mentionedFacts(plan)])
  const facts = source === null || names.size === 0 ? {} : await source.facts(ctx, id, names)
  const root: Row = { ...found, facts }
  asking.all.push(root)
  await fillInner(asking, plan.root, [root])
  return { root, our: await ourRow(ctx, plan.our, seller), all: asking.all }
}

interface Asking {
  ctx: Ctx
  all: Row[]
}

const mentionedFacts = (plan: Plan): string[] =>
  [...plan.values.values(), ...plan.conditions.values()].flatMap(({ frame, leaves }) => (frame === plan.root ? [...leaves.values()].flatMap((leaf) => (leaf.from === 'fact' ? [leaf.name] : [])) : []))

async function records({ ctx }: Asking, frame: Frame, ids: readonly string[]): Promise<Row[]> {
  const found = ids.length === 0 ? [] : await answersOf(ctx, frame.object!, ids, frame)
  return found.map(({ id, values, columns }) => ({ frame, id, values, columns, facts: {}, inner: new Map() }))
}

/** Read by the program: whoever may make a document may print the letterhead. */
async function ourRow(ctx: Ctx, frame: Frame, seller: string | null): Promise<Row> {
  const isAsked = frame.expressions.length + frame.columns.length > 0
  const [row] = seller === null || !isAsked ? [] : await records({ ctx: { ...ctx, who: { ...program, userId: ctx.who.userId } }, all: [] }, frame, [seller])
  return row ?? { frame, id: null, values: [], columns: {}, facts: {}, inner: new Map() }
}

async function fillInner(asking: Asking, owner: Frame, rows: readonly Row[]): Promise<void> {
  for (const frame of owner.inner) {
    const made = frame.source.kind === 'many' ? await many(asking, frame, rows) : await fromFacts(asking, frame, rows)
    asking.all.push(...made)
    if (asking.all.length > mostRows) refuse('document.too_long', refusals.tooLong, { values: { max: mostRows } })
    await fillInner(asking, frame, made)
  }
}

async function many({ ctx }: Asking, frame: Frame, owners: readonly Row[]): Promise<Row[]> {
  const { collection, where, order } = frame.source as Extract<Frame['source'], { kind: 'many' }>
  const byId = new Map<string, Row[]>()
  for (const owner of owners) {
    owner.inner.set(frame, [])
    if (owner.id !== null) byId.set(owner.id, [...(byId.get(owner.id) ?? []), owner])
  }
  if (byId.size === 0) return []
  const found = await answersOfMany(ctx, { object: frame.owner!.object!, ids: [...byId.keys()], collection, where, order, limit: mostRows + 1 }, frame)
  return found.flatMap(({ id, of, values, columns }) =>
    byId.get(of)!.map((owner) => {
      const rows = owner.inner.get(frame)!
      const row: Row = { frame, id, values, columns, facts: { rowNumber: String(rows.length + 1) }, inner: new Map() }
      rows.push(row)
      return row
    }),
  )
}

async function fromFacts(asking: Asking, frame: Frame, owners: readonly Row[]): Promise<Row[]> {
  const { name } = frame.source as Extract<Frame['source'], { kind: 'rows' }>
  const given = (owner: Row) => (owner.facts[name] ?? []) as FactRow[]
  const ids = frame.object === null ? [] : owners.flatMap((owner) => given(owner).flatMap(({ id }) => id ?? []))
  const known = new Map((await records(asking, frame, [...new Set(ids)])).map((row) => [row.id, row]))
  return owners.flatMap((owner) => {
    const rows = given(owner).flatMap((facts): Row[] => {
      if (frame.object === null) return [{ frame, id: null, values: [], columns: {}, facts, inner: new Map() }]
      const record = known.get(facts.id ?? '')
      return record === undefined ? [] : [{ ...record, facts, inner: new Map() }]
    })
    owner.inner.set(frame, rows.map((row, at) => ({ ...row, facts: { ...row.facts, rowNumber: String(at + 1) } })))
    return owner.inner.get(frame)!
  })
}
