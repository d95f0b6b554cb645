/** What an item's body may be, strictly: the same for a screen, a program and a configuration file. */
import { z } from 'zod'
import type { ItemBodies, ItemKind } from '../../../contract/configuration.ts'
import type { FieldTypeName } from '../../../contract/definition.ts'
import { layoutKinds } from '../../../contract/layout.ts'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import type { OptionDefinition, OptionKind } from '../../../fields/options.ts'
import { types } from '../../../fields/types.ts'
import { sentenceOf } from '../http/sentences.ts'
import { texts } from './texts.ts'

const words = (max: number) => z.strictObject({ pl: z.string().trim().min(1).max(max), en: z.string().trim().min(1).max(max) })
const label = words(120)
const identifier = z.string().min(1).max(40)
const id = z.string().min(1).max(120)
const path = z.string().min(1).max(200)
const paths = z.array(path).max(200)
const expression = z.string().trim().min(1).max(20_000)
const color = z.enum(['grey', 'teal', 'green', 'blue', 'violet', 'amber', 'red'])
const choice = z.strictObject({ value: z.string().min(1).max(80), label: words(200), color: color.optional(), archived: z.boolean().optional(), parent: z.string().max(80).optional() })
const choices = z.array(choice).max(2_000)
const position = z.number().min(-1e6).max(1e6).optional()

const section = z.strictObject({
  key: identifier, label, fields: paths, collapsed: z.boolean().optional(), columns: z.union([z.literal(1), z.literal(2)]).optional(), tab: identifier.optional(), shownWhen: expression.optional(),
})
const sections = z.array(section).max(50)
const related = z.strictObject({ object: identifier, link: identifier, columns: paths, label: label.optional(), where: expression.optional(), tab: identifier.optional() })
const move = z.strictObject({
  key: identifier, label, from: z.array(z.string().max(80)).max(100), to: z.string().max(80), types: z.array(z.string().max(80)).max(100).optional(),
  roles: z.array(id).max(100).optional(), required: paths.optional(), asks: paths.optional(), when: expression.optional(), whenNot: words(300).optional(),
})
const states = z.array(z.strictObject({
  field: identifier, initial: z.string().max(80).optional(),
  types: z.array(z.strictObject({ type: z.string().max(80), states: z.array(z.string().max(80)).max(100), initial: z.string().max(80).optional() })).max(100).optional(),
  moves: z.array(move).max(300),
})).max(5)

const refusedWhen = z.array(z.strictObject({ key: identifier, when: expression, say: words(300), field: identifier.optional() })).max(50)

const scope = z.enum(['none', 'own', 'team', 'subordinates', 'all'])
const navigation = z.strictObject({ group: z.enum(['knowledge', 'sales', 'settings']), order: z.number().min(-1e6).max(1e6) })
const duplicateKeys = z.array(z.array(path).min(1).max(5)).max(20)
const access = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('owned') }), z.strictObject({ kind: z.literal('shared') }), z.strictObject({ kind: z.literal('follows'), links: z.array(identifier).min(1).max(10) })])
const icon = z.string().regex(/^[a-z0-9-]{1,60}$/)

const formerWords = z.array(z.string().max(200)).max(50).optional()

const object = z.strictObject({
  name: identifier, formerNames: z.array(identifier).max(50).optional(), formerPlurals: formerWords, label, plural: label, icon, nameField: identifier, access,
  distinguishedBy: paths.optional(), baseline: z.partialRecord(z.enum(['create', 'read', 'change', 'delete', 'export']), scope).optional(), baselineFields: paths.optional(),
  archivable: z.boolean().optional(), tree: identifier.optional(), duplicateKeys: duplicateKeys.optional(), hidden: z.boolean().optional(), timeline: z.boolean().optional(),
  list: z.strictObject({ columns: paths, order: z.string().max(500), views: z.array(z.strictObject({ key: identifier, label, columns: paths.optional(), where: expression.optional(), order: z.string().max(500).optional() })).max(50).optional() }),
  form: sections, quickCreate: paths.optional(), headline: paths.optional(), related: z.array(related).max(50).optional(),
  typeField: identifier.optional(), states: states.optional(), refusedWhen: refusedWhen.optional(), ownerDefault: z.strictObject({ expression }).optional(), navigation: navigation.optional(),
})

const objectChange = z.strictObject({
  label: label.optional(), plural: label.optional(), formerPlurals: formerWords, icon: icon.optional(), hidden: z.boolean().optional(), typeField: identifier.nullable().optional(), states: states.optional(),
  refusedWhen: refusedWhen.optional(), ownerDefault: z.strictObject({ expression }).nullable().optional(), duplicateKeys: duplicateKeys.optional(), navigation: navigation.nullable().optional(),
})

const said = {
  label, help: words(1_000).optional(), required: z.boolean().optional(), default: z.strictObject({ expression }).optional(), hidden: z.boolean().optional(),
  searchable: z.boolean().optional(), indexed: z.boolean().optional(), shownWhen: expression.optional(), requiredWhen: expression.optional(), readOnlyWhen: expression.optional(),
  colors: z.array(z.strictObject({ when: expression, color })).max(20).optional(),
}

const ownFieldShared = {
  ...said, object: id, position, name: identifier, formerNames: z.array(identifier).max(50).optional(), formerReverses: formerWords,
  readOnly: z.boolean().optional(), formula: expression.optional(), released: z.boolean().optional(),
}
const fieldChange = z.strictObject({
  ...said, help: said.help.nullable(), default: said.default.nullable(), shownWhen: said.shownWhen.nullable(), requiredWhen: said.requiredWhen.nullable(),
  readOnlyWhen: said.readOnlyWhen.nullable(), colors: said.colors.nullable(), label: label.optional(), object: id, position, choices: choices.optional(),
})

const optionShapes: { readonly [K in OptionKind['kind']]: (option: Extract<OptionDefinition, { kind: K }>) => z.ZodType } = {
  whole: ({ min, max }) => z.number().int().min(min).max(max),
  decimal: () => z.number(),
  yesNo: () => z.boolean(),
  words: ({ maxLength }) => words(maxLength),
  oneOf: (option) => z.enum(option.choices.map(({ value }) => value)),
  object: () => identifier,
  field: () => identifier,
  currency: () => z.string().regex(/^[A-Z]{3}$/),
  choices: () => choices,
  list: () => identifier,
  kinds: () => choices.min(1),
  pattern: () => z.string().trim().min(1).max(100),
  fileTypes: () => z.array(z.string().min(1).max(100)).max(50),
}

/** The shape of a field of each type, made once. */
const ownFields = new Map((Object.keys(types) as FieldTypeName[]).map((type) => [type, ownFieldOf(type)]))

function ownFieldOf(type: FieldTypeName): z.ZodType {
  const options = Object.entries(types[type].options as Record<string, OptionDefinition>).map(([name, option]) => {
    const shape = optionShapes[option.kind](option as never)
    // Values of a shared list come with the list.
    return [name, option.required === true && option.kind !== 'choices' ? shape : shape.optional()] as const
  })
  return z.strictObject({ ...ownFieldShared, type: z.literal(type), ...Object.fromEntries(options) })
}

const layout = z.discriminatedUnion('kind', [
  layoutOf('create', z.strictObject({ sections })),
  layoutOf('quickCreate', z.strictObject({ fields: paths })),
  layoutOf('record', z.strictObject({
    tabs: z.array(z.strictObject({ key: identifier, label })).max(20).optional(), sections, headline: paths,
    tiles: z.array(z.strictObject({ field: path, label: label.optional() })).max(12).optional(), related: z.array(related).max(50),
  })),
  layoutOf('list', z.strictObject({ columns: paths.min(1), order: z.string().min(1).max(500) })),
  layoutOf('card', z.strictObject({ fields: paths })),
  layoutOf('mobile', z.strictObject({ columns: paths, sections: sections.optional() })),
])

function layoutOf<K extends (typeof layoutKinds)[number], B extends z.ZodType>(kind: K, body: B) {
  return z.strictObject({ object: id, kind: z.literal(kind), role: id.nullable(), type: z.string().max(80).nullable(), body })
}

const shapes: { readonly [K in Exclude<ItemKind, 'field'>]: z.ZodType } = { object, objectChange, fieldChange, choiceList: z.strictObject({ label, choices: choices.min(1) }), layout }

/** The body as it is kept, or what is wrong with it; `field` of a refusal is its place in the body. */
export function bodyOf<K extends ItemKind>(kind: K, given: unknown): { body: ItemBodies[K] } | { refusals: readonly Refusal[] } {
  const shape = kind === 'field' ? ownFields.get((given as { type?: FieldTypeName } | null)?.type as FieldTypeName) : shapes[kind as Exclude<ItemKind, 'field'>]
  if (shape === undefined) return { refusals: [refusal('configuration.unknown_type', texts.unknownType, { field: 'type' })] }
  const { success, data, error } = shape.safeParse(given)
  if (success) return { body: data as ItemBodies[K] }
  return { refusals: error.issues.map((issue) => refusal(issue.code === 'unrecognized_keys' ? 'unknown_field' : 'malformed', texts.malformed, { field: placeOf(issue), values: { pl: sentenceOf(issue, 'pl'), en: sentenceOf(issue, 'en') } })) }
}

/** A key that is not known stands in the message and not in the path. */
function placeOf(issue: z.core.$ZodIssue): string {
  const place = issue.path.join('.')
  return issue.code === 'unrecognized_keys' ? [place, issue.keys[0]].filter((part) => part !== '').join('.') : place
}
