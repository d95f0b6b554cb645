/** Every place of a declaration that names a field by path. */
import { boardPaths } from '../../../contract/board.ts'
import type { ObjectDefinition } from '../../../contract/definition.ts'

export interface NamedPath {
  /** The place in the declaration, for the fault. */
  where: string
  /** The object the path starts from. */
  object: string
  path: string
}

export function namedPaths(object: ObjectDefinition): NamedPath[] {
  const own = (where: string, paths: readonly string[] | undefined): NamedPath[] =>
    (paths ?? []).map((path) => ({ where: `${object.name}.${where}`, object: object.name, path }))
  return [
    ...own('nameField', [object.nameField]),
    ...own('distinguishedBy', object.distinguishedBy),
    ...own('baselineFields', object.baselineFields),
    ...own('access.links', object.access.kind === 'follows' ? object.access.links : []),
    ...own('access.people', object.access.kind === 'owned' ? Object.keys(object.access.people ?? {}) : []),
    ...own('access.narrowed', object.access.kind === 'owned' ? Object.values(object.access.narrowed ?? {}) : []),
    ...own('list.columns', object.list.columns),
    ...own('list.order', orderPaths(object.list.order)),
    ...(object.list.views ?? []).flatMap((view) => [...own(`list.views.${view.key}`, view.columns), ...own(`list.views.${view.key}`, orderPaths(view.order))]),
    ...object.form.flatMap((section) => own(`form.${section.key}`, section.fields)),
    ...own('quickCreate', object.quickCreate),
    ...own('headline', object.headline),
    ...own('standsOut', (object.standsOut ?? []).flatMap(({ when, at }) => (at === undefined ? [when] : [when, at]))),
    ...own('board', object.board && boardPaths(object.board)),
    ...(object.duplicateKeys ?? []).flatMap((key) => own('duplicateKeys', key)),
    ...(object.indexes ?? []).flatMap((index) => own('indexes', index.fields)),
    ...(object.refusedWhen ?? []).flatMap(({ key, field }) => own(`refusedWhen.${key}`, field === undefined ? [] : [field])),
    ...elsewhere(object),
  ]
}

/** Paths that start from another object: related lists, search through, what records tell of. */
function elsewhere(object: ObjectDefinition): NamedPath[] {
  const entrusted = object.access.kind === 'owned' ? (object.access.entrusted ?? []) : []
  return [
    ...(object.tellsOf ?? []).flatMap(({ fields }) => fields.map((field) => ({ where: `${object.name}.tellsOf`, object: field.split('.')[0]!, path: field.split('.').slice(1).join('.') }))),
    ...entrusted.flatMap((by) => [by.whose, by.to].map((path) => ({ where: `${object.name}.access.entrusted`, object: by.object, path }))),
    ...(object.related ?? []).flatMap((related) => [related.link, ...related.columns].map((path) => ({ where: `${object.name}.related.${related.object}`, object: related.object, path }))),
    ...(object.searchThrough ?? []).map((through) => ({ where: `${object.name}.searchThrough.${through.object}`, object: through.object, path: through.link })),
  ]
}

/** 'name,-createdAt' → ['name', 'createdAt'] */
export function orderPaths(order: string | undefined): string[] {
  return (order ?? '').split(',').map((part) => part.trim().replace(/^[-+]/, '')).filter((part) => part !== '')
}
