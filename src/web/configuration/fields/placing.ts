/** A layout shows what it was laid out with. A field made later stands on it only when it is put there. */
import type { ItemChange, LayoutItem } from '../../../contract/configuration.ts'
import type { ObjectDefinition, SectionDefinition } from '../../../contract/definition.ts'
import type { LayoutKind } from '../../../contract/layout.ts'
import { becomes, itemsOf, type Configuration } from '../../kernel/shaping/configuration.ts'

/** Where a person looks for every field; the other screens are choices of a few. */
const forEveryField: ReadonlySet<LayoutKind> = new Set(['create', 'record'])

export interface PlaceOnLayout {
  id: string
  layout: LayoutItem
  usual: boolean
}

/** The published layouts of the object that a field can be put on. */
export function placesFor(configuration: Configuration, object: ObjectDefinition): PlaceOnLayout[] {
  return itemsOf(configuration, 'layout').filter(({ body }) => body.object === object.id).map(({ id, body }) => ({ id, layout: body, usual: forEveryField.has(body.kind) }))
}

/** The field at the end of each of these layouts. */
export const puttingOn = (configuration: Configuration, places: readonly PlaceOnLayout[], field: string): ItemChange[] =>
  places.map(({ id, layout }) => becomes(configuration, 'layout', id, { ...layout, body: withField[layout.kind](layout.body as never, field) } as LayoutItem))

const withField: { readonly [K in LayoutKind]: (body: Extract<LayoutItem, { kind: K }>['body'], field: string) => object } = {
  create: (body, field) => ({ ...body, sections: inLast(body.sections, field) }),
  record: (body, field) => ({ ...body, sections: inLast(body.sections, field) }),
  quickCreate: (body, field) => ({ ...body, fields: [...body.fields, field] }),
  card: (body, field) => ({ ...body, fields: [...body.fields, field] }),
  list: (body, field) => ({ ...body, columns: [...body.columns, field] }),
  mobile: (body, field) => (body.sections === undefined ? { ...body, columns: [...body.columns, field] } : { ...body, sections: inLast(body.sections, field) }),
}

function inLast(sections: readonly SectionDefinition[], field: string): readonly SectionDefinition[] {
  const last = sections.at(-1)
  return last === undefined ? [{ key: 'main', label: { pl: 'Dane', en: 'Details' }, fields: [field] }] : [...sections.slice(0, -1), { ...last, fields: [...last.fields, field] }]
}
