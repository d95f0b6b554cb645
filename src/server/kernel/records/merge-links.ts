/** Links that led to merged records lead to the kept one. Done by the program: whoever may merge need not see who links. */
import type { FieldDefinition, ObjectDefinition, Values } from '../../../contract/definition.ts'
import type { MergeAnswer } from '../../../contract/records.ts'
import { and, name, sql } from '../../../expression/sql.ts'
import { columnName } from '../metadata/naming.ts'
import { restoring } from './bring-back.ts'
import { readWhere } from './current.ts'
import { layoutOf } from './layout.ts'
import { asProgram } from './steps/consequences.ts'
import { removeMany } from './trash.ts'
import { isRefused, startWriting, type Current, type Writing } from './writing.ts'

type LinkField = FieldDefinition<'link' | 'links'>

/** Objects and fields that link here; owners where the records are people. */
export function linksHere({ ctx, layout }: Pick<Writing, 'ctx' | 'layout'>): { object: ObjectDefinition; field: LinkField }[] {
  const { registry } = ctx
  const owned = layout.object.name === 'user' ? [...registry.objects.values()].filter(({ access }) => access.kind === 'owned') : []
  return [...registry.reverse(layout.object.name), ...owned.map((object) => ({ object, field: registry.field(object.name, 'owner') as LinkField }))]
}

export async function moveLinks(writing: Writing, keep: string, merged: readonly string[]): Promise<MergeAnswer['moved']> {
  const counts = new Map<string, number>()
  for (const { object, field } of linksHere(writing)) {
    const count = await moveLink(writing, { object, field, keep, merged: new Set(merged) })
    if (count > 0) counts.set(object.name, (counts.get(object.name) ?? 0) + count)
  }
  return [...counts].map(([object, count]) => ({ object, count }))
}

interface Move {
  object: ObjectDefinition
  field: LinkField
  keep: string
  merged: ReadonlySet<string>
}

/** Also records in the trash: whoever restores one later finds it with the kept record. The merged ones stay as they were. */
async function moveLink({ ctx, options }: Writing, { object, field, keep, merged }: Move): Promise<number> {
  const program = asProgram(ctx)
  const layout = layoutOf(ctx.registry, object.name)
  const [column, ids] = [name('t', columnName(field)), [...merged]]
  const leads = field.type === 'links' ? sql`${column} && ${ids}::uuid[]` : sql`${column} = any(${ids}::uuid[])`
  const writing = startWriting(program, object.name, 'change', { operation: options.operation!, asProgram: true, bringsBack: true })
  let count = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const current = [...(await readWhere(program, layout, and([leads, sql`t.id > ${after}::uuid`, sql`t.id <> all(${ids}::uuid[])`]), { limit: 1_000 })).values()]
    if (current.length === 0) return count
    after = current.at(-1)!.id
    count += current.length
    const outcomes = await restoring(writing, current.map((before) => ({ before, values: turned(before, field, keep, merged) })))
    const twice = outcomes.filter(isRefused)
    const other = twice.find(({ refused }) => refused.refusals[0]?.code !== 'not_unique')
    if (other !== undefined) throw other.refused
    // The kept record has one of these already, and may have only one.
    await removeMany(program, object.name, twice.map(({ n }) => ({ id: current[n]!.id })), { operation: options.operation!, bringsBack: true })
  }
}

function turned(before: Current, field: LinkField, keep: string, merged: ReadonlySet<string>): Values {
  const value = before.values[field.name]
  if (field.type === 'link') return { [field.name]: before.id === keep ? null : keep }
  const turnedIds = (value as string[]).map((id) => (merged.has(id) ? keep : id)).filter((id) => !(before.id === keep && id === keep))
  return { [field.name]: turnedIds.length === 0 ? null : [...new Set(turnedIds)] }
}

/**
 * Where the kept record is to hang when a merged one stands above it in the tree: under whatever stands above the topmost of them.
 * undefined: none of them stands above it.
 */
export async function parentAbove({ ctx, layout }: Writing, kept: Current, merged: readonly string[]): Promise<string | null | undefined> {
  const { tree } = layout.object
  if (tree === undefined || (kept.values[tree] ?? null) === null) return undefined
  const parent = name(layout.field(tree)!.column)
  const above = await ctx.db.rows<{ id: string; parent: string | null }>(sql`
    with recursive climb as (
      select t.id, t.${parent} as parent, 0 as height from ${layout.table} t where t.id = ${kept.id}::uuid
      union all
      select t.id, t.${parent}, c.height + 1 from climb c join ${layout.table} t on t.id = c.parent where c.height < 1000
    ) select id, parent from climb where id = any(${merged}::uuid[]) order by height desc limit 1`)
  return above.length === 0 ? undefined : above[0]!.parent
}
