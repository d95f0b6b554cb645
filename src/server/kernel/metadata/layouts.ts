/** The screens of an object as one reader gets them: the closest published layout of each kind, else what was declared, without what he may not see. */
import { closestLayout, declaredLayouts, type DeclaredKind, type DeclaredLayouts } from '../../../contract/closest.ts'
import type { ObjectDefinition, SectionDefinition } from '../../../contract/definition.ts'
import { layoutKinds, type LayoutBodies, type LayoutKind, type LayoutsShown, type RelatedList } from '../../../contract/layout.ts'
import type { StandsOut } from '../../../contract/standsOut.ts'
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
export function layoutFor<K extends DeclaredKind>(rights: Rights, object: ObjectDefinition, kind: K, type: string | null): LayoutBodies[K] {
  return readable(rights, object, kind, bodyFor(object, kind, { roles: rights.who.roles, type })!) as LayoutBodies[K]
}

/** Roles whose holders see something else than others do. */
export const rolesWithLayouts = (object: ObjectDefinition): string[] => (object.layouts ?? []).flatMap(({ role }) => role ?? [])

/** Null: nothing was published or declared. */
function bodyFor(object: ObjectDefinition, kind: LayoutKind, whom: { roles: readonly string[]; type: string | null }): LayoutBodies[LayoutKind] | null {
  const declared: Partial<Record<LayoutKind, LayoutBodies[LayoutKind]>> = declaredOf(object)
  return closestLayout(object.layouts ?? [], kind, whom)?.body ?? declared[kind] ?? null
}

const known = new WeakMap<ObjectDefinition, DeclaredLayouts>()

/** The same ones each time, so that a type without a layout of its own is known by it. */
function declaredOf(object: ObjectDefinition): DeclaredLayouts {
  const made = known.get(object) ?? declaredLayouts(object)
  known.set(object, made)
  return made
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

/** Reasons he may not read make nothing stand out for him. */
export const standsOutFor = (rights: Rights, { name, standsOut = [] }: ObjectDefinition): StandsOut[] => standsOut.filter(({ when }) => fieldAccess(rights, name, when) !== 'none')

/** A list whose condition he may not ask would show what it is meant to leave out, so it is not shown to him. */
function relatedFor(rights: Rights, object: ObjectDefinition, related: RelatedList): RelatedList[] {
  const other = rights.registry.objects.get(related.object)
  if (other === undefined || other.hidden === true || !mayVerb(rights, related.object, 'read') || fieldAccess(rights, related.object, related.link) === 'none') return []
  const link = rights.registry.field(related.object, related.link)
  if (link === null || !('target' in link) || link.target !== object.name) return []
  if (related.where !== undefined && understood(rights, related.object, related.where, 'person').typed === undefined) return []
  return [{ ...related, columns: related.columns.filter((path) => findPath(rights, other, path) !== null) }]
}
