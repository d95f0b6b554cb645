/** Links of a preview with the names of what they lead to: a person reads no ids. */
import type { FieldDefinition, Values } from '../../../contract/definition.ts'
import type { LinkValue } from '../../../contract/records.ts'
import type { Ctx } from '../../kernel/context.ts'
import { namesOf } from '../../kernel/history/names.ts'
import { toBeMade, wouldBeMade } from '../links/actions.ts'
import type { Going, Work } from '../running/actions.ts'

/** Links as {id, name}; those that are there get their names from `nameLinks`, all in one go. */
export function shownValues({ found }: Going, { prepared }: Work): Values {
  const shown: Values = { ...prepared.values }
  for (const field of new Map(prepared.lookups.map((lookup) => [lookup.field.name, lookup.field])).values()) {
    if (shown[field.name] === undefined) continue
    const made = prepared.lookups.filter((lookup) => lookup.field.name === field.name).flatMap((lookup) => toBeMade(lookup, found))
    const there = [shown[field.name]].flat().filter((id) => id !== wouldBeMade)
    const links = [...there.map((id) => ({ id: String(id), name: '' })), ...made.map((name) => ({ id: wouldBeMade, name, new: true }))]
    shown[field.name] = field.type === 'links' ? links : (links[0] ?? null)
  }
  return shown
}

const isLink = (field: FieldDefinition | null): field is FieldDefinition<'link' | 'links'> => field !== null && 'target' in field

/** Puts the names into the links of these rows. */
export async function nameLinks(ctx: Ctx, object: string, rows: readonly Values[]): Promise<void> {
  const fields = [...new Set(rows.flatMap((values) => Object.keys(values)))].map((name) => ctx.registry.field(object, name)).filter((field) => isLink(field))
  const linksOf = (values: Values, { name }: FieldDefinition) => ([values[name]].flat() as unknown[]).filter((link): link is LinkValue => typeof link === 'object' && link !== null)
  for (const [target, ofTarget] of Map.groupBy(fields, (field) => field.target)) {
    const links = rows.flatMap((values) => ofTarget.flatMap((field) => linksOf(values, field)))
    const names = await namesOf(ctx, target, links.map(({ id }) => id))
    for (const link of links) link.name ||= names.get(link.id)?.name ?? ''
  }
}
