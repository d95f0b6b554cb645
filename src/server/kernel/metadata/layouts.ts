/** The screens of an object as one reader gets them: the closest published layout of each kind, else what was declared, without what he may not see. */
import type { ObjectDefinition, SectionDefinition } from '../../../contract/definition.ts'
import { layoutKinds, type LayoutBodies, type LayoutDefinition, type LayoutKind, type LayoutsShown, type RelatedList } from '../../../contract/layout.ts'
import { fieldAccess, mayVerb, type Rights } from '../access/field-access.ts'
import { findPath } from '../query/path.ts'
import { understood } from '../query/where.ts'
import { systemFieldsOf } from './system-fields.ts'

/** `roles`: whose layouts are meant, the first one first; the reader's own when left out. */
export function layoutsShown(rights: Rights, object: ObjectDefinition, roles: readonly string[] = rights.who.roles): LayoutsShown {
  const types = typesOf(object)
  const shown = layoutKinds.flatMap((kind): [LayoutKind, Record<string, unknown>][] => {
    const all = bodyFor(object, kind, { roles, type: null })
    const closer = types.flatMap((type): [string, LayoutBodies[LayoutKind]][] => {
      const body = bodyFor(object, kind, { roles, type })
      return body === null || body === all ? [] : [[type, body]]
    })
    const bodies = [...(all === null ? [] : [['', all] as [string, LayoutBodies[LayoutKind]]]), ...closer]
    return bodies.length === 0 ? [] : [[kind, Object.fromEntries(bodies.map(([type, body]) => [type, readable(rights, object, kind, body)]))]]
  })
  return Object.fromEntries(shown) as LayoutsShown
}

/** The reader's layout of one kind for records of a type. */
export function layoutFor<K extends keyof typeof declaredBody>(rights: Rights, object: ObjectDefinition, kind: K, type: string | null): LayoutBodies[K] {
  return readable(rights, object, kind, bodyFor(object, kind, { roles: rights.who.roles, type })!) as LayoutBodies[K]
}

/** Roles whose holders see something else than others do. */
export const rolesWithLayouts = (object: ObjectDefinition): string[] => (object.layouts ?? []).flatMap(({ role }) => role ?? [])

/** Role and type, then role, then type, then everyone's; of several roles the first that has one. Null: nothing was published or declared. */
function bodyFor(object: ObjectDefinition, kind: LayoutKind, { roles, type }: { roles: readonly string[]; type: string | null }): LayoutBodies[LayoutKind] | null {
  const published = (role: string | null, of: string | null) => object.layouts?.find((layout) => layout.kind === kind && layout.role === role && layout.type === of)
  const first = (of: string | null): LayoutDefinition | undefined => roles.map((role) => published(role, of)).find((layout) => layout !== undefined)
  const typed = type === null ? [] : [first(type)]
  const found = [...typed, first(null), ...(type === null ? [] : [published(null, type)]), published(null, null)].find((layout) => layout !== undefined)
  return found?.body ?? (kind in declaredBody ? declaredBodies(object)[kind as keyof typeof declaredBody] : null)
}

// Board cards and the phone's list follow the columns the person has chosen, so nothing stands for them but what was published.
const declaredBody = {
  create: (object: ObjectDefinition): LayoutBodies['create'] => ({ sections: declaredSections(object) }),
  quickCreate: (object: ObjectDefinition): LayoutBodies['quickCreate'] => ({ fields: object.quickCreate ?? declaredSections(object)[0]?.fields ?? [] }),
  record: (object: ObjectDefinition): LayoutBodies['record'] => ({ sections: declaredSections(object), headline: object.headline ?? [], related: object.related ?? [] }),
  list: ({ list }: ObjectDefinition): LayoutBodies['list'] => ({ columns: list.columns, order: list.order }),
}

const declared = new WeakMap<ObjectDefinition, { [K in keyof typeof declaredBody]: LayoutBodies[K] }>()

/** The same ones each time, so that a type without a layout of its own is known by it. */
function declaredBodies(object: ObjectDefinition) {
  const known = declared.get(object)
  if (known !== undefined) return known
  const made = { create: declaredBody.create(object), quickCreate: declaredBody.quickCreate(object), record: declaredBody.record(object), list: declaredBody.list(object) }
  declared.set(object, made)
  return made
}

/** Whose record it is stands at the end of the first section, unless it has a place. */
function declaredSections(object: ObjectDefinition): readonly SectionDefinition[] {
  const [first, ...rest] = object.form
  const isPlaced = object.form.some(({ fields }) => fields.includes('owner'))
  if (first === undefined || isPlaced || object.access.kind !== 'owned') return object.form
  return [{ ...first, fields: [...first.fields, 'owner'] }, ...rest]
}

function typesOf(object: ObjectDefinition): string[] {
  const field = object.fields.find(({ name }) => name === object.typeField)
  return field?.type === 'choice' ? field.choices.map(({ value }) => value) : []
}

/** Fields that are gone, hidden or not for him are left out; so are sections and lists with nothing left. */
function readable(rights: Rights, object: ObjectDefinition, kind: LayoutKind, body: LayoutBodies[LayoutKind]): LayoutBodies[LayoutKind] {
  const own = new Set([...object.fields, ...systemFieldsOf(object)].filter((field) => field.hidden !== true).map((field) => field.name))
  const isThere = (path: string) => own.has(path.split('.')[0]!) && findPath(rights, object, path) !== null
  const paths = (given: readonly string[]) => [...new Set(given)].filter(isThere)
  const sections = (given: readonly SectionDefinition[]) => given.map((section) => ({ ...section, fields: paths(section.fields) })).filter(({ fields }) => fields.length > 0)
  const clean: { [K in LayoutKind]: (body: LayoutBodies[K]) => LayoutBodies[K] } = {
    create: (given) => ({ sections: sections(given.sections) }),
    quickCreate: (given) => ({ fields: paths(given.fields) }),
    record: (given) => ({
      ...given, sections: sections(given.sections), headline: paths(given.headline), related: given.related.flatMap((one) => relatedFor(rights, object, one)),
      ...(given.tiles === undefined ? {} : { tiles: given.tiles.filter(({ field }) => isThere(field)) }),
    }),
    list: (given) => ({ columns: paths(given.columns), order: orderFor(given.order, isThere) }),
    card: (given) => ({ fields: paths(given.fields) }),
    mobile: (given) => ({ columns: paths(given.columns), ...(given.sections === undefined ? {} : { sections: sections(given.sections) }) }),
  }
  return clean[kind](body as never)
}

const orderFor = (order: string, isThere: (path: string) => boolean): string => order.split(',').map((key) => key.trim()).filter((key) => isThere(key.replace(/^[-+]/, ''))).join(',')

/** A list whose condition he may not ask would show what it is meant to leave out, so it is not shown to him. */
function relatedFor(rights: Rights, object: ObjectDefinition, related: RelatedList): RelatedList[] {
  const other = rights.registry.objects.get(related.object)
  if (other === undefined || other.hidden === true || !mayVerb(rights, related.object, 'read') || fieldAccess(rights, related.object, related.link) === 'none') return []
  const link = rights.registry.field(related.object, related.link)
  if (link === null || !('target' in link) || link.target !== object.name) return []
  if (related.where !== undefined && understood(rights, related.object, related.where, 'person').typed === undefined) return []
  return [{ ...related, columns: related.columns.filter((path) => findPath(rights, other, path) !== null) }]
}
