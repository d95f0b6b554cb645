/**
 * Places where fields are shown follow the fields: what was removed is left out, what was renamed is found by its new name,
 * what is new stands somewhere. Expressions are not touched: one that no longer holds is a fault to be told.
 */
import type { FieldDefinition, ObjectDefinition, SectionDefinition } from '../../../contract/definition.ts'
import type { LayoutDefinition, RelatedList } from '../../../contract/layout.ts'
import { serverOf } from '../../../fields/servers.ts'
import { isSystemField } from '../metadata/system-fields.ts'

type Objects = ReadonlyMap<string, ObjectDefinition>

export function tidied(objects: readonly ObjectDefinition[]): ObjectDefinition[] {
  const all = objects.map(renamed)
  const byName = new Map(all.map((object) => [object.name, object]))
  return all.map((object) => tidyObject(object, byName))
}

/** What an object is built on follows a rename too. It cannot be left out: what is gone stays named, and is told as a fault. */
function renamed(object: ObjectDefinition): ObjectDefinition {
  const now = (name: string) => fieldCalled(object, name)?.name ?? name
  const first = (path: string) => path.replace(/^[^.]+/, now)
  return {
    ...object,
    nameField: now(object.nameField),
    ...(object.access.kind === 'follows' && { access: { ...object.access, links: object.access.links.map(now) } }),
    ...(object.tree !== undefined && { tree: now(object.tree) }),
    ...(object.typeField !== undefined && { typeField: now(object.typeField) }),
    ...(object.duplicateKeys && { duplicateKeys: object.duplicateKeys.map((key) => key.map(first)) }),
    ...(object.refusedWhen && { refusedWhen: object.refusedWhen.map((rule) => (rule.field === undefined ? rule : { ...rule, field: now(rule.field) })) }),
    ...(object.states && { states: object.states.map((machine) => ({
      ...machine, field: now(machine.field), moves: machine.moves.map((move) => (move.required === undefined ? move : { ...move, required: move.required.map(now) })),
    })) }),
  }
}

function tidyObject(object: ObjectDefinition, objects: Objects): ObjectDefinition {
  const paths = (all: readonly string[]) => [...new Set(all.flatMap((path) => currentPath(object, path, objects) ?? []))]
  const columns = listColumns(object, paths(object.list.columns))
  const order = tidyOrder(object, object.list.order, objects)
  const views = object.list.views?.map((view) => ({
    ...view, ...(view.columns && { columns: paths(view.columns) }), ...(view.order !== undefined && { order: tidyOrder(object, view.order, objects) }),
  }))
  return {
    ...object,
    ...(object.distinguishedBy && { distinguishedBy: paths(object.distinguishedBy) }),
    ...(object.baselineFields && { baselineFields: paths(object.baselineFields) }),
    ...(object.quickCreate && { quickCreate: paths(object.quickCreate) }),
    ...(object.headline && { headline: paths(object.headline) }),
    list: { ...object.list, columns: columns.length > 0 ? columns : [object.nameField], order, ...(views && { views }) },
    form: placed(object, object.form.map((section) => ({ ...section, fields: paths(section.fields) }))),
    related: [...(object.related ?? []).flatMap((list) => tidyRelated(list, objects)), ...unplacedLinks(object, objects)],
    ...(object.layouts && { layouts: object.layouts.map((layout) => tidyLayout(layout, { object, objects, paths })) }),
  }
}

const columnsAtFirst = 6

/** An object of the administrator's whose list nobody has laid out shows its first fields, so that what he adds is at once there. */
function listColumns(object: ObjectDefinition, named: readonly string[]): readonly string[] {
  if (object.custom !== true || named.some((path) => path !== object.nameField)) return named
  const short = object.fields.filter((field) => field.hidden !== true && field.name !== object.nameField && isShort(field))
  return [object.nameField, ...short.map((field) => field.name)].slice(0, columnsAtFirst)
}

/** What fits a cell: a link too, although one sorts by what it leads to. */
const isShort = (field: FieldDefinition): boolean => field.type === 'link' || serverOf(field).order(field, 'c', 't') !== null

/** null when it leads through a field that is gone or hidden. */
function currentPath(object: ObjectDefinition, path: string, objects: Objects): string | null {
  const [first = '', ...rest] = path.split('.')
  if (isSystemField(first) && !object.fields.some((field) => field.name === first)) return path
  const field = fieldCalled(object, first)
  if (field === undefined || field.hidden === true) return null
  const target = 'target' in field && rest.length > 0 ? objects.get(field.target) : undefined
  const beyond = target === undefined ? rest.join('.') : currentPath(target, rest.join('.'), objects)
  return beyond === null ? null : [field.name, ...(beyond === '' ? [] : [beyond])].join('.')
}

const fieldCalled = (object: ObjectDefinition, name: string): FieldDefinition | undefined =>
  object.fields.find((field) => field.name === name) ?? object.fields.find((field) => field.formerNames?.includes(name))

function tidyOrder(object: ObjectDefinition, order: string, objects: Objects): string {
  const keys = order.split(',').flatMap((key) => {
    const sign = /^[-+]/.exec(key.trim())?.[0] ?? ''
    const path = currentPath(object, key.trim().slice(sign.length), objects)
    return path === null || path === '' ? [] : [`${sign}${path}`]
  })
  return keys.length > 0 ? keys.join(',') : object.nameField
}

function tidyRelated(list: RelatedList, objects: Objects): RelatedList[] {
  const object = objects.get(list.object)
  if (object === undefined) return []
  const link = fieldCalled(object, list.link)
  if (link === undefined) return []
  return [{ ...list, link: link.name, columns: list.columns.flatMap((path) => currentPath(object, path, objects) ?? []) }]
}

/** Fields of the administrator's that no section names stand at the end, so that what he adds is at once on the form. */
function placed(object: ObjectDefinition, form: readonly SectionDefinition[]): SectionDefinition[] {
  const named = new Set(form.flatMap((section) => section.fields))
  const unplaced = object.fields.filter((field) => field.custom === true && field.hidden !== true && !named.has(field.name)).map((field) => field.name)
  const sections = form.filter((section) => section.fields.length > 0)
  if (unplaced.length === 0) return sections
  const label = sections.length === 0 ? { pl: 'Dane podstawowe', en: 'Basic details' } : { pl: 'Pola własne', en: 'Own fields' }
  return [...sections, { key: 'ownFields', label, fields: unplaced }]
}

/** A link of the administrator's is seen from the other side too, without being laid out first. */
function unplacedLinks(object: ObjectDefinition, objects: Objects): RelatedList[] {
  const known = new Set((object.related ?? []).map((list) => `${list.object}.${list.link}`))
  return [...objects.values()].flatMap((other) => other.fields.flatMap((field): RelatedList[] => {
    const leadsHere = (field.type === 'link' || field.type === 'links') && field.custom === true && field.hidden !== true && field.target === object.name
    if (!leadsHere || known.has(`${other.name}.${field.name}`)) return []
    const columns = other.list.columns.flatMap((path) => currentPath(other, path, objects) ?? []).filter((path) => path.split('.')[0] !== field.name).slice(0, 4)
    return [{ object: other.name, link: field.name, columns: columns.length > 0 ? columns : [other.nameField] }]
  }))
}

interface Tools {
  object: ObjectDefinition
  objects: Objects
  paths(all: readonly string[]): string[]
}

function tidyLayout(layout: LayoutDefinition, { object, objects, paths }: Tools): LayoutDefinition {
  const sections = (all: readonly SectionDefinition[]) => all.map((section) => ({ ...section, fields: paths(section.fields) }))
  switch (layout.kind) {
    case 'create': return { ...layout, body: { sections: sections(layout.body.sections) } }
    case 'quickCreate': case 'card': return { ...layout, body: { fields: paths(layout.body.fields) } }
    case 'list': return { ...layout, body: { columns: paths(layout.body.columns), order: tidyOrder(object, layout.body.order, objects) } }
    case 'mobile': return { ...layout, body: { columns: paths(layout.body.columns), ...(layout.body.sections && { sections: sections(layout.body.sections) }) } }
    case 'record': {
      const { body } = layout
      const tiles = body.tiles?.flatMap((tile) => paths([tile.field]).map((field) => ({ ...tile, field })))
      return { ...layout, body: { ...body, sections: sections(body.sections), headline: paths(body.headline), related: body.related.flatMap((list) => tidyRelated(list, objects)), ...(tiles && { tiles }) } }
    }
  }
}
