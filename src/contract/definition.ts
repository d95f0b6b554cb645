/**
 * The shape of a declaration: plain data, the same for an object written in code and for one the administrator made.
 * Everything else (table, routes, screens, permissions, tests) is derived from it.
 */
import type { BoardDefinition } from './board.ts'
import type { AccessKind, Scope, Verb } from './access.ts'
import type { Consequence } from './consequence.ts'
import type { LayoutDefinition, RelatedList } from './layout.ts'
import type { Refusal } from './refusal.ts'
import type { RefusedWhen } from './refusedWhen.ts'
import type { StandsOut } from './standsOut.ts'
import type { StateMachine } from './states.ts'
import type { Text } from './text.ts'

export type { Consequence } from './consequence.ts'
export { massVerbs, verbs, type AccessKind, type Entrusted, type MassVerb, type OwnedAccess, type Scope, type Verb } from './access.ts'

export interface ChoiceValue {
  value: string
  label: Text
  color?: Color
  /** No longer offered; records that have it keep it. */
  archived?: boolean
  /** The class above it: values so tied make a tree, a classification. */
  parent?: string
}

/** Names of the one palette; the theme decides how each looks in light and dark. */
export const colors = ['grey', 'teal', 'green', 'blue', 'violet', 'amber', 'red'] as const
export type Color = (typeof colors)[number]

/** What a field of each type may say beside its name and texts. Key by key the list of field types. */
export interface FieldOptions {
  /** `anyCase`: unique whether in capitals or not. `uniqueUnless` names a field: records where it is filled do not count (a branch shares the NIP of its head office). */
  text: { maxLength?: number; pattern?: 'nip' | 'regon' | 'krs' | 'vat'; unique?: boolean; uniqueUnless?: string; anyCase?: boolean }
  longText: { maxLength?: number }
  richText: object
  number: { decimals?: number; min?: number; max?: number; unit?: Text }
  money: { currency?: string }
  percent: { decimals?: number; min?: number; max?: number }
  /** Of how many stars; five when left out. */
  rating: { stars?: number }
  date: object
  time: object
  dateTime: object
  yesNo: object
  /** `list` names a list of choices shared between fields; `choices` are then its values. */
  choice: { choices: readonly ChoiceValue[]; list?: string }
  choices: { choices: readonly ChoiceValue[]; list?: string }
  link: { target: string; reverse?: Text; onDelete?: 'clear' | 'refuse' | 'cascade'; unique?: boolean }
  links: { target: string; reverse?: Text }
  mail: { unique?: boolean }
  phone: object
  web: object
  address: object
  /** `gapless`: numbers are given one after another under a lock, and start again with each year (or month) the pattern names. */
  autoNumber: { pattern: string; gapless?: boolean }
  file: { accept?: readonly string[] }
  files: { accept?: readonly string[] }
  picture: object
  phones: { kinds: readonly ChoiceValue[] }
  mails: { kinds: readonly ChoiceValue[] }
  addresses: { kinds: readonly ChoiceValue[] }
}
export type FieldTypeName = keyof FieldOptions

export interface FieldCommon {
  /** Stable for ever: a rename changes `name`, never `id`. For code fields `object.name` as first declared. */
  id: string
  name: string
  label: Text
  help?: Text
  required?: boolean
  /** A constant, or an expression (`today`, `me`, `'PLN'`) checked against the field's type. */
  default?: { expression: string }
  /** The field it is worked out from by the program: whoever may not read that one may not read this one. */
  workedOutFrom?: string
  /** Only the program writes it; a person's write is refused by name. */
  readOnly?: boolean
  /** In the global and the list's search box. */
  searchable?: boolean
  /** Gets an index for filter and sort. Links always have one. */
  indexed?: boolean
  /** Conditions in the expression language over the record: shown, required, may be written. */
  shownWhen?: string
  requiredWhen?: string
  readOnlyWhen?: string
  /** Made by the administrator: column `x_…`, fixed when the field was made, so that a rename moves no data. */
  column?: string
  custom?: boolean
  hidden?: boolean
  /** Names it had: history and old links still find it by them. */
  formerNames?: readonly string[]
  /** Of a link: English names its way back had, by which expressions still reach the many. */
  formerReverses?: readonly string[]
  /** The value is computed by this expression; nobody writes it. */
  formula?: string
  /** Of a calculated field: is the value kept in a column, or computed whenever it is asked for? Worked out from the formula, never declared. */
  computed?: 'stored' | 'live'
  /** Of a calculated field: computed whenever it is asked for though it could be kept. Worth it where many write and few sort by it. */
  notKept?: boolean
  /** A calculated field shown also to those who may not read all that it is computed from. */
  released?: boolean
  /** The first condition that holds colours the value; conditions may mention this field alone. */
  colors?: readonly { when: string; color: Color }[]
}

export type FieldDefinition<T extends FieldTypeName = FieldTypeName> = T extends FieldTypeName ? FieldCommon & { type: T } & FieldOptions[T] : never

export interface ObjectDefinition {
  id: string
  /** camelCase; the table is its snake_case. */
  name: string
  /** Made by the administrator: `x_…`, fixed when the object was made. */
  table?: string
  formerNames?: readonly string[]
  /** English plurals it had, by which expressions still reach its records. */
  formerPlurals?: readonly string[]
  room: string
  label: Text
  plural: Text
  /** A Tabler icon's name without prefix: 'building', 'user'. */
  icon: string
  fields: readonly FieldDefinition[]
  /** The field a person knows the record by; of type text, phone, mail or autoNumber. */
  nameField: string
  /** What distinguishes namesakes in pickers: paths such as 'nip', 'addresses.city'. */
  distinguishedBy?: readonly string[]
  access: AccessKind
  /** What its owner is called, where it is not just 'Owner': whoever is responsible for a task. */
  ownerLabel?: Text
  /** Who keeps a new record when nobody is named: an expression; whoever made it, where it comes to nobody or is left out. */
  ownerDefault?: FieldCommon['default']
  /** What every signed-in person has without any role. */
  baseline?: Partial<Record<Verb, Scope>>
  /** Records where the condition holds tell of these fields ('opportunity.margin') by being there: nobody reaches them who may not read all of them. */
  tellsOf?: readonly { when: string; fields: readonly string[] }[]
  /** Fields the baseline shows; all when left out. */
  baselineFields?: readonly string[]
  /** What the rules of the house write down, as how long a deal stood in a stage: people read it, nobody adds, changes or deletes it by hand. */
  programOnly?: true
  /** Records that can be put among past data (archived_at): gone from lists and pickers unless asked for. */
  archivable?: boolean
  /** Link field to the same object that makes a tree; cycles are refused. */
  tree?: string
  /** Objects whose own search text finds this record too: earlier names. */
  searchThrough?: readonly { object: string; link: string }[]
  /** Keys by which duplicates are looked for, each a list of paths compared folded: [['nip'], ['mails.value'], ['name', 'addresses.city']]. */
  duplicateKeys?: readonly (readonly string[])[]
  list: { columns: readonly string[]; order: string; views?: readonly ViewDefinition[] }
  standsOut?: readonly StandsOut[]
  form: readonly SectionDefinition[]
  quickCreate?: readonly string[]
  /** A board whose columns are other records. */
  board?: BoardDefinition
  /** Facts shown as chips in the record's head. */
  headline?: readonly string[]
  /** Related lists on the record page, by the reverse link `object.field`, in order; `where` leaves out what is shown elsewhere. */
  related?: readonly RelatedList[]
  timeline?: boolean
  /** What makes one whole with it in its change register: lines of a quote, by the link that leads here; they may have parts of their own. */
  parts?: readonly { object: string; link: string }[]
  /** A choice field whose values are the types of record: each may have its own layouts, states and moves. */
  typeField?: string
  states?: readonly StateMachine[]
  /** Records that are not saved, and what is said then. */
  refusedWhen?: readonly RefusedWhen[]
  /** What the administrator published for roles and record types, besides `list`, `form`, `quickCreate`, `headline` and `related`, which hold for everyone else. */
  layouts?: readonly LayoutDefinition[]
  /** In the left navigation, under this capability; absent: reached only through others. `section`: the part of the settings, where it is not among the dictionaries. */
  navigation?: { group: 'knowledge' | 'sales' | 'settings'; order: number; section?: 'own' | 'access' | 'system' }
  hidden?: boolean
  /** `only`: records whose field is empty, or filled. What is open among much that is done has a small index of its own. */
  indexes?: readonly { fields: readonly string[]; unique?: boolean; only?: { field: string; is: 'empty' | 'filled' } }[]
  actions?: readonly ActionDefinition[]
  /** Pure, code-declared rules. */
  rules?: ObjectRules
  custom?: boolean
}

export interface ViewDefinition {
  key: string
  label: Text
  columns?: readonly string[]
  where?: string
  order?: string
}

export interface SectionDefinition {
  key: string
  label: Text
  fields: readonly string[]
  collapsed?: boolean
  /** Fields side by side; one below another when left out. */
  columns?: 1 | 2
  /** The tab of the record page it stands on; the first when left out. */
  tab?: string
  /** Condition in the expression language over the record. */
  shownWhen?: string
}

export interface ActionDefinition {
  name: string
  label: Text
  icon?: string
  /** What the action asks for before it runs, drawn as a small form. */
  input?: readonly FieldDefinition[]
  /** Ask first: only what cannot be undone. */
  confirm?: Text
  /** The object of the record that it makes and answers with; one is led to it. */
  makes?: string
}

/** A record's values as the API shows them (JSON of each field type), by field name, besides id and version. */
export type Values = Record<string, unknown>

/** Who writes and when; `before` is null on creation. `byProgram`: not as the person chose, but as a rule of the house has it. */
export interface DeriveFacts {
  byProgram?: boolean
  now: string
  who: string | null
  timeZone: string
  before: Values | null
}

export interface ObjectRules {
  /** Values that follow from others: the name of a person from first and last name. Runs before validation. */
  derive?(values: Values, facts: DeriveFacts): Values
  /** Refusals that no field alone can know. `before` is null on creation. */
  check?(values: Values, before: Values | null): readonly Refusal[]
  /** What must be written along with it. `before` null: created; `after` null: put to trash. */
  consequences?(after: Values | null, before: Values | null, facts: { id: string; today: string; who: string | null }): readonly Consequence[]
}

// ---- How rooms write declarations -------------------------------------------------------------------------------

type Labelled = { label: Text; help?: Text }
export type FieldTexts<N extends string> = Readonly<Record<N, Labelled | Text>>
/** A field before it has its name and label: what `text({ required: true })` gives. */
export type FieldDraft = { [T in FieldTypeName]: Omit<FieldCommon, 'id' | 'name' | 'label' | 'help'> & { type: T } & FieldOptions[T] }[FieldTypeName]

type DraftOptions<T extends FieldTypeName> = Omit<FieldCommon, 'id' | 'name' | 'label' | 'help' | 'custom'> & FieldOptions[T]
const draft =
  <T extends FieldTypeName>(type: T) =>
  (options?: Partial<FieldCommon> & DraftOptions<T>): FieldDraft =>
    ({ type, ...options }) as unknown as FieldDraft

/** `is.text({ required: true })`, `is.money()`: one line a field. */
export const is = {
  text: draft('text'),
  longText: draft('longText'),
  richText: draft('richText'),
  number: draft('number'),
  money: draft('money'),
  percent: draft('percent'),
  rating: draft('rating'),
  date: draft('date'),
  time: draft('time'),
  dateTime: draft('dateTime'),
  yesNo: draft('yesNo'),
  mail: draft('mail'),
  phone: draft('phone'),
  web: draft('web'),
  address: draft('address'),
  file: draft('file'),
  files: draft('files'),
  picture: draft('picture'),
  choice: (choices: readonly ChoiceValue[], options: Partial<FieldCommon> = {}) => ({ type: 'choice', choices, ...options }) as FieldDraft,
  choices: (choices: readonly ChoiceValue[], options: Partial<FieldCommon> = {}) => ({ type: 'choices', choices, ...options }) as FieldDraft,
  link: (target: string, options: Partial<FieldCommon> & Partial<FieldOptions['link']> = {}) => ({ type: 'link', target, ...options }) as FieldDraft,
  links: (target: string, options: Partial<FieldCommon> & Partial<FieldOptions['links']> = {}) => ({ type: 'links', target, ...options }) as FieldDraft,
  autoNumber: (pattern: string, options: Partial<FieldCommon> & { gapless?: boolean } = {}) => ({ type: 'autoNumber', pattern, ...options }) as FieldDraft,
  phones: (kinds: readonly ChoiceValue[], options: Partial<FieldCommon> = {}) => ({ type: 'phones', kinds, ...options }) as FieldDraft,
  mails: (kinds: readonly ChoiceValue[], options: Partial<FieldCommon> = {}) => ({ type: 'mails', kinds, ...options }) as FieldDraft,
  addresses: (kinds: readonly ChoiceValue[], options: Partial<FieldCommon> = {}) => ({ type: 'addresses', kinds, ...options }) as FieldDraft,
} as const

export interface ObjectTexts<N extends string> {
  label: Text
  plural: Text
  fields: FieldTexts<N>
}

type Declared<N extends string> = Omit<ObjectDefinition, 'id' | 'name' | 'label' | 'plural' | 'fields'> & { fields: Record<N, FieldDraft> }

/** An object of a room. Its texts must name every field, in every language; the compiler sees to it. */
export function defineObject<N extends string>(objectName: string, texts: ObjectTexts<NoInfer<N>>, declared: Declared<N>): ObjectDefinition {
  const fields = (Object.entries(declared.fields) as [N, FieldDraft][]).map(([fieldName, field]) => {
    const words = texts.fields[fieldName]
    const labelled = 'label' in words ? words : { label: words }
    return { id: `${objectName}.${fieldName}`, name: fieldName, ...labelled, ...field } as FieldDefinition
  })
  return { ...declared, id: objectName, name: objectName, label: texts.label, plural: texts.plural, fields }
}

/**
 * Fields every object has, whatever it declares. Read-only unless said.
 * ownerId exists when access is owned (a link `owner` to user that may be written); archivedAt when archivable.
 */
export const systemFields = ['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'deletedAt', 'owner', 'archivedAt'] as const
