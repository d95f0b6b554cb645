/** One checker for declarations, those of rooms and the administrator's: every fault is found and named, with its place. */
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import { typeOf } from '../../../fields/types.ts'
import { layoutFaults } from './check-layouts.ts'
import { stateFaults } from './check-states.ts'
import { namedPaths, type NamedPath } from './mentions.ts'
import { columnName, snakeCase, tableName } from './naming.ts'
import { isSystemField, systemFieldsOf } from './system-fields.ts'
import { missingTexts } from './labels.ts'
import { faultTexts as texts } from './texts.ts'

/** Tables of the kernel, and columns that every object's table has: no declaration may take their names. */
const takenTables = new Set(['history', 'outbox', 'run', 'session', 'operation_log', 'sedno_migration', 'sedno_state', 'job', 'counter', 'key', 'view', 'setting',
  'configuration_item', 'configuration_change', 'configuration_draft', 'configuration_version', 'access_version', 'role_grant', 'role_field', 'role_withheld', 'role_key', 'user_password', 'user_totp', 'recovery_code', 'password_link', 'user_preference', 'api_key', 'sign_in_attempt', 'calendar_feed', 'invitation', 'answer_link',
])
const takenColumns = new Set(['id', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', 'deleted_at', 'deleted_by', 'search', 'owner', 'archived_at'])
/** In conditions and formulas they begin every path to somebody or something else. */
const takenInExpressions = new Set(['me', 'this'])
const nameTypes: readonly string[] = ['text', 'phone', 'mail', 'autoNumber']
const camelCase = /^[a-z][a-zA-Z0-9]{0,39}$/

/** `field` of each refusal is the place: 'company.form.main'. */
export function faultsOf(declared: readonly ObjectDefinition[]): Refusal[] {
  const objects = new Map(declared.map((object) => [object.name, object]))
  return [...doubledObjects(declared), ...declared.flatMap((object) => objectFaults(object, objects))]
}

type Objects = ReadonlyMap<string, ObjectDefinition>

function doubledObjects(declared: readonly ObjectDefinition[]): Refusal[] {
  return [
    ...doubled(declared.map((object) => object.name)).map((name) => refusal('metadata.doubled_name', texts.doubledName, { field: name, values: { name } })),
    ...doubled(declared.map((object) => object.id)).map((id) => refusal('metadata.doubled_id', texts.doubledId, { field: id, values: { id } })),
    ...doubled(declared.map(tableName)).map((name) => refusal('metadata.doubled_table', texts.doubledTable, { field: name, values: { name } })),
  ]
}

function objectFaults(object: ObjectDefinition, objects: Objects): Refusal[] {
  const place = object.name
  const faults: Refusal[] = []
  if (!camelCase.test(object.name)) faults.push(refusal('metadata.bad_name', texts.badName, { field: place, values: { name: object.name } }))
  if (takenTables.has(tableName(object))) faults.push(refusal('metadata.taken_name', texts.takenName, { field: place, values: { name: object.name } }))
  const named = object.fields.find((field) => field.name === object.nameField)
  if (named !== undefined && !nameTypes.includes(named.type)) {
    faults.push(refusal('metadata.bad_name_field', texts.badNameField, { field: `${place}.nameField`, values: { name: object.nameField } }))
  }
  const missing = missingTexts(object).map(({ where, language }) => refusal('metadata.missing_text', texts.missingText, { field: where, values: { language } }))
  const twice = doubled(object.form.flatMap((section) => section.fields)).map((name) => refusal('metadata.twice_on_form', texts.twiceOnForm, { field: `${place}.form`, values: { name } }))
  const rulesTwice = doubled((object.refusedWhen ?? []).map(({ key }) => key)).map((name) => refusal('metadata.doubled_name', texts.doubledName, { field: `${place}.refusedWhen.${name}`, values: { name } }))
  return [...faults, ...missing, ...twice, ...rulesTwice, ...fieldFaults(object, objects), ...treeFaults(object), ...relatedFaults(object, objects), ...stateFaults(object), ...layoutFaults(object), ...namedPaths(object).flatMap((path) => pathFaults(path, objects))]
}

function fieldFaults(object: ObjectDefinition, objects: Objects): Refusal[] {
  const doubledFaults = [
    ...doubled(object.fields.map((field) => field.name)).map((name) => refusal('metadata.doubled_name', texts.doubledName, { field: `${object.name}.${name}`, values: { name } })),
    ...doubled(object.fields.map((field) => field.id)).map((id) => refusal('metadata.doubled_id', texts.doubledId, { field: `${object.name}.fields`, values: { id } })),
    ...doubled(object.fields.map(columnName)).map((name) => refusal('metadata.doubled_column', texts.doubledColumn, { field: `${object.name}.fields`, values: { name } })),
  ]
  return [...doubledFaults, ...object.fields.flatMap((field) => oneFieldFaults(object, field, objects))]
}

function oneFieldFaults(object: ObjectDefinition, field: FieldDefinition, objects: Objects): Refusal[] {
  const at = `${object.name}.${field.name}`
  const faults: Refusal[] = []
  if (!camelCase.test(field.name)) faults.push(refusal('metadata.bad_name', texts.badName, { field: at, values: { name: field.name } }))
  if (isSystemField(field.name) || takenInExpressions.has(field.name) || takenColumns.has(columnName(field)) || snakeCase(field.name) === 'search') {
    faults.push(refusal('metadata.taken_name', texts.takenName, { field: at, values: { name: field.name } }))
  }
  if ((field.type === 'link' || field.type === 'links') && !objects.has(field.target)) {
    faults.push(refusal('metadata.unknown_target', texts.unknownTarget, { field: at, values: { target: field.target } }))
  }
  // Words that are missing are named with those of the whole declaration.
  const ofOptions = (typeOf(field).checkOptions?.(field) ?? []).filter(({ code }) => code !== 'choice.label')
  return [...faults, ...ofOptions.map((fault) => ({ ...fault, field: at }))]
}

function treeFaults(object: ObjectDefinition): Refusal[] {
  if (object.tree === undefined) return []
  const field = object.fields.find((each) => each.name === object.tree)
  const isOwnLink = field?.type === 'link' && field.target === object.name
  return isOwnLink ? [] : [refusal('metadata.bad_tree', texts.badTree, { field: `${object.name}.tree`, values: { name: object.tree } })]
}

/** A related list, a search through another object, and a part need a link that leads back here. */
function relatedFaults(object: ObjectDefinition, objects: Objects): Refusal[] {
  const named = [...(object.related ?? []).map((each) => ({ ...each, at: 'related' })), ...(object.searchThrough ?? []).map((each) => ({ ...each, at: 'searchThrough' })), ...(object.parts ?? []).map((each) => ({ ...each, at: 'parts' }))]
  return named.flatMap(({ object: from, link, at }) => {
    const field = objects.get(from)?.fields.find((each) => each.name === link)
    const where = `${object.name}.${at}.${from}`
    if (!objects.has(from)) return [refusal('metadata.unknown_target', texts.unknownTarget, { field: where, values: { target: from } })]
    const leadsHere = (field?.type === 'link' || field?.type === 'links') && field.target === object.name
    return field === undefined || leadsHere ? [] : [refusal('metadata.bad_related', texts.badRelated, { field: where, values: { name: link, object: object.name } })]
  })
}

/** Follows links from segment to segment; what stands after a field that is no link is one of its parts. */
function pathFaults({ where, object, path }: NamedPath, objects: Objects): Refusal[] {
  let current = objects.get(object)
  const segments = path.split('.')
  for (const [index, segment] of segments.entries()) {
    if (current === undefined) return [] // the missing target is named already
    const field = [...current.fields, ...systemFieldsOf(current)].find((each) => each.name === segment)
    if (field === undefined) return [refusal('metadata.unknown_field', texts.unknownField, { field: where, values: { path, name: segment, object: current.name } })]
    const isLink = field.type === 'link' || field.type === 'links'
    if (!isLink) {
      const [part, ...beyond] = segments.slice(index + 1)
      const known = part === undefined || typeOf(field).parts?.(field)[part] !== undefined
      const wrong = known ? beyond[0] : part
      return wrong === undefined ? [] : [refusal('metadata.unknown_field', texts.unknownField, { field: where, values: { path, name: wrong, object: current.name } })]
    }
    current = objects.get(field.target)
  }
  return []
}

function doubled(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
}
