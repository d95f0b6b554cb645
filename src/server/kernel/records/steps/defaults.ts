/** Values a new record starts with where none was given: the declared ones, its maker as owner, the states it begins in. */
import { sql } from '../../../../expression/sql.ts'
import { initialOf } from '../../../../contract/states.ts'
import { formulaSelect } from '../../formulas/sql.ts'
import { beginningsOf, defaultOf, taken, type Beginning } from '../conditions.ts'
import { givenSql, shapeOf } from '../statements/given.ts'
import { askWriting } from '../statements/run.ts'
import type { Draft, Writing } from '../writing.ts'
import { typeOf } from './moves.ts'

/** Each default sees what was given and the defaults before it; those that look behind links are asked of the database, all rows at once. */
export async function withDefaults(writing: Writing, drafts: readonly Draft[]): Promise<readonly Draft[]> {
  const { ctx, layout } = writing
  const empty = Object.fromEntries(layout.fields.map(({ name }) => [name, null]))
  const begun = drafts.map((draft) => ({ ...draft, after: { ...empty, ...draft.after } }))
  begun.forEach((draft) => begin(writing, draft))
  for (const beginning of beginningsOf(ctx, layout)) {
    const { name } = beginning.field
    const open = begun.filter(({ given }) => !(name in given))
    if (beginning.asksOthers) await fromDatabase(writing, open.filter(({ refusals }) => refusals.length === 0), beginning)
    else for (const { after } of open) after[name] = defaultOf(ctx, layout, beginning, after)
  }
  begun.forEach((draft) => begin(writing, draft))
  return begun
}

/** Nobody named as owner: whoever made it. The states follow from the type, which may itself be a default. */
function begin({ ctx, layout }: Writing, { given, after }: Draft): void {
  if (layout.object.access.kind === 'owned' && !('owner' in given)) after['owner'] ??= ctx.who.userId
  for (const machine of layout.object.states ?? []) {
    const initial = initialOf(machine, typeOf(layout, after))
    if (initial !== null && (given[machine.field] ?? null) === null) after[machine.field] = initial
  }
}

async function fromDatabase(writing: Writing, drafts: readonly Draft[], { field, typed }: Beginning): Promise<void> {
  if (drafts.length === 0) return
  const { layout } = writing
  const { definition, server, column } = field
  const rows = await askWriting<{ n: number; value: unknown }>(writing, drafts, `default ${field.name} ${definition.default!.expression}`, (making) => sql`
    with ${givenSql(layout, shapeOf(drafts))}
    select b.w_n as n, ${server.select(definition, column, 'v')} as value from given b cross join lateral (${formulaSelect(making, { object: layout.object, alias: 'b' }, { field: definition, typed })}) v`)
  const found = new Map(rows.map(({ n, value }) => [n, server.fromSql(value, definition)]))
  for (const { n, after } of drafts) after[field.name] = taken(field, found.get(n) ?? null)
}
