/** Which layout of a screen is the one for a reader, and what stands where none was published. The same on both sides. */
import type { ObjectDefinition, SectionDefinition } from './definition.ts'
import type { LayoutBodies, LayoutDefinition, LayoutKind } from './layout.ts'

/** Role and type, then role, then type, then everyone's; of several roles the first that has one. */
export function closestLayout(layouts: readonly LayoutDefinition[], kind: LayoutKind, { roles, type }: { roles: readonly string[]; type: string | null }): LayoutDefinition | undefined {
  const published = (role: string | null, of: string | null) => layouts.find((layout) => layout.kind === kind && layout.role === role && layout.type === of)
  const first = (of: string | null): LayoutDefinition | undefined => roles.map((role) => published(role, of)).find((layout) => layout !== undefined)
  const typed = type === null ? [] : [first(type)]
  return [...typed, first(null), ...(type === null ? [] : [published(null, type)]), published(null, null)].find((layout) => layout !== undefined)
}

export type DeclaredKind = 'create' | 'quickCreate' | 'record' | 'list'
export type DeclaredLayouts = { [K in DeclaredKind]: LayoutBodies[K] }
type Declaring = Pick<ObjectDefinition, 'form' | 'quickCreate' | 'headline' | 'related' | 'list' | 'access'>

/** Board cards and the phone's list follow the columns the person has chosen, so nothing stands for them but what was published. */
export function declaredLayouts(object: Declaring): DeclaredLayouts {
  const sections = declaredSections(object)
  return {
    create: { sections },
    quickCreate: { fields: object.quickCreate ?? sections[0]?.fields ?? [] },
    record: { sections, headline: object.headline ?? [], related: object.related ?? [] },
    list: { columns: object.list.columns, order: object.list.order },
  }
}

/** Whose record it is stands at the end of the first section, unless it has a place. */
function declaredSections({ form, access }: Declaring): readonly SectionDefinition[] {
  const [first, ...rest] = form
  const isPlaced = form.some(({ fields }) => fields.includes('owner'))
  if (first === undefined || isPlaced || access.kind !== 'owned') return form
  return [{ ...first, fields: [...first.fields, 'owner'] }, ...rest]
}

/** Stable id of a layout as an item: `company.record`, `company.record.role-ROLE.type-TYPE`. */
export const layoutId = ({ object, kind, role, type }: { object: string; kind: LayoutKind; role: string | null; type: string | null }): string =>
  [object, kind, ...(role === null ? [] : [`role-${role}`]), ...(type === null ? [] : [`type-${type}`])].join('.')
