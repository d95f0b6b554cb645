/** How the records of an object lie in their table: worked out once per object and version of the registry. */
import type { FieldDefinition, FieldTypeName, ObjectDefinition } from '../../../contract/definition.ts'
import { name, type Sql } from '../../../expression/sql.ts'
import type { Column, FieldServer, FieldType } from '../../../fields/field.ts'
import { serverOf } from '../../../fields/servers.ts'
import { typeOf } from '../../../fields/types.ts'
import { columnName, tableName } from '../metadata/naming.ts'
import { isAnyCase } from '../metadata/shape.ts'
import type { Registry } from '../metadata/registry.ts'

export interface LaidField {
  name: string
  definition: FieldDefinition
  type: FieldType<FieldTypeName, unknown>
  server: FieldServer<FieldTypeName, unknown>
  column: string
  columns: readonly Column[]
}

export interface UniqueKey {
  fields: readonly LaidField[]
  /** The value may repeat on records where this field is filled. */
  unless: LaidField | null
  /** Capitals do not count. */
  anyCase: boolean
}

export interface Layout {
  object: ObjectDefinition
  table: Sql
  /** What has columns: the declared fields, and the owner where there is one. */
  fields: readonly LaidField[]
  field(name: string): LaidField | undefined
  /** Every column of the table with its SQL type. */
  columns: readonly Column[]
  searchable: readonly LaidField[]
  links: readonly LaidField[]
  files: readonly LaidField[]
  /** Calculated values that are kept. */
  formulas: readonly LaidField[]
  uniques: readonly UniqueKey[]
  /** Those that ask more of their value than its shape. */
  asking: readonly LaidField[]
}

const layouts = new WeakMap<Registry, Map<string, Layout>>()

export function layoutOf(registry: Registry, object: string): Layout {
  let known = layouts.get(registry)
  if (known === undefined) layouts.set(registry, (known = new Map()))
  let layout = known.get(object)
  if (layout === undefined) known.set(object, (layout = layOut(registry, registry.object(object))))
  return layout
}

function layOut(registry: Registry, object: ObjectDefinition): Layout {
  const owner = object.access.kind === 'owned' ? registry.field(object.name, 'owner') : null
  const fields = [...(owner === null ? [] : [owner]), ...object.fields.filter(({ computed }) => computed !== 'live')].map(layField)
  const byName = new Map(fields.map((field) => [field.name, field]))
  return {
    object,
    table: name(tableName(object)),
    fields,
    field: (name) => byName.get(name),
    columns: [...systemColumns(object), ...fields.flatMap((field) => field.columns)],
    searchable: fields.filter((field) => field.definition.searchable === true && field.type.searchTexts !== undefined),
    // Without the room of users (tests of the kernel) its records cannot be looked up.
    links: fields.filter(({ definition }) => (definition.type === 'link' || definition.type === 'links') && registry.objects.has(definition.target)),
    files: fields.filter(({ definition: { type } }) => type === 'file' || type === 'files' || type === 'picture'),
    formulas: fields.filter(({ definition }) => definition.formula !== undefined),
    uniques: uniquesOf(object, byName),
    asking: fields.filter(({ definition: { required, requiredWhen, readOnlyWhen } }) => required === true || requiredWhen !== undefined || readOnlyWhen !== undefined),
  }
}

function layField(definition: FieldDefinition): LaidField {
  const server = serverOf(definition)
  const column = columnName(definition)
  return { name: definition.name, definition, type: typeOf(definition), server, column, columns: server.columns(definition, column) }
}

/** The system's columns besides `owner`, which is laid out as a field. */
function systemColumns(object: ObjectDefinition): Column[] {
  const columns: [string, string][] = [
    ['id', 'uuid'], ['version', 'integer'], ['created_at', 'timestamptz'], ['created_by', 'uuid'], ['updated_at', 'timestamptz'], ['updated_by', 'uuid'],
    ['deleted_at', 'timestamptz'], ['deleted_by', 'uuid'], ['search', 'text'],
    ...(object.archivable ? [['archived_at', 'timestamptz'] as [string, string]] : []),
  ]
  return columns.map(([name, type]) => ({ name, type }))
}

function uniquesOf(object: ObjectDefinition, byName: ReadonlyMap<string, LaidField>): UniqueKey[] {
  const alone = object.fields.flatMap((field): UniqueKey[] => {
    if (!('unique' in field) || field.unique !== true) return []
    const unless = 'uniqueUnless' in field ? byName.get(String(field.uniqueUnless)) : undefined
    return [{ fields: [byName.get(field.name)!], unless: unless ?? null, anyCase: isAnyCase(field) }]
  })
  const together = (object.indexes ?? []).flatMap((index): UniqueKey[] => {
    const fields = index.fields.map((path) => byName.get(path))
    return index.unique === true && fields.every((field) => field !== undefined) ? [{ fields, unless: null, anyCase: false }] : []
  })
  return [...alone, ...together]
}
