/** A room is tried without the rooms above it: what its objects say of theirs is left out. */
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'

export function standingAlone(objects: readonly ObjectDefinition[]): readonly ObjectDefinition[] {
  const known = new Set(objects.map(({ name }) => name))
  const leadsOut = (field: FieldDefinition): boolean => 'target' in field && !known.has(field.target)
  return objects.map((object) => {
    const gone = new Set(object.fields.filter(leadsOut).map(({ name }) => name))
    const isGone = ({ object: other }: { object: string }): boolean => !known.has(other)
    if (gone.size === 0 && !(object.related ?? []).some(isGone) && !(object.parts ?? []).some(isGone)) return object
    return without(object, { gone, isGone })
  })
}

function without(object: ObjectDefinition, { gone, isGone }: { gone: ReadonlySet<string>; isGone(other: { object: string }): boolean }): ObjectDefinition {
  const stays = (path: string): boolean => !gone.has(path.split('.')[0]!)
  const { access, list, form, quickCreate, headline, related, parts, indexes } = object
  return {
    ...object,
    fields: object.fields.filter(({ name }) => !gone.has(name)),
    access: access.kind === 'follows' ? { ...access, links: access.links.filter(stays) } : access,
    list: { ...list, columns: list.columns.filter(stays) },
    form: form.map((section) => ({ ...section, fields: section.fields.filter(stays) })),
    ...(quickCreate === undefined ? {} : { quickCreate: quickCreate.filter(stays) }),
    ...(headline === undefined ? {} : { headline: headline.filter(stays) }),
    ...(related === undefined ? {} : { related: related.filter((one) => !isGone(one)) }),
    ...(parts === undefined ? {} : { parts: parts.filter((one) => !isGone(one)) }),
    ...(indexes === undefined ? {} : { indexes: indexes.filter(({ fields }) => fields.every(stays)) }),
  }
}
