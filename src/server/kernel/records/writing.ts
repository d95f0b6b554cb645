/** What one write carries from step to step. */
import type { FieldDefinition, ObjectDefinition, Values } from '../../../contract/definition.ts'
import { refuse, type Refusal, type RefusalError } from '../../../contract/refusal.ts'
import type { HistoryEntry } from '../../../contract/records.ts'
import { fieldAccess } from '../access/field-access.ts'
import type { Ctx } from '../context.ts'
import { isSystemField } from '../metadata/system-fields.ts'
import { layoutOf, type Layout } from './layout.ts'
import { texts } from './texts.ts'

export interface WriteOptions {
  /** Groups what was done together (mass change, merge, import), to be undone together. */
  operation?: string
  /** The program's own values: fields that are read-only for people may be written. Rights still are the caller's. */
  asProgram?: boolean
  /** The rows given may link to one another (import, demo data): their ids come with them. */
  together?: boolean
  /** New records are brought from elsewhere (import): they may begin in any state of their type. */
  anyState?: boolean
  /** An undo: the consequences are brought back by their own entries. */
  bringsBack?: boolean
  /** Hashes of files that the caller finds in other records of the same write: those that are merged. */
  files?: ReadonlySet<string>
  /** The day from which what follows counts; the person's own today when left out. */
  today?: string
  /** How many consequences led here. */
  depth?: number
}

export type Verb = HistoryEntry['verb']

/** A record as it stands in the database, with fields the caller may not see too: rules need them. Links are ids. */
export interface Current {
  id: string
  version: number
  values: Values
  createdAt: string
  createdBy: string | null
  deletedAt: string | null
  deletedBy: string | null
  archivedAt: string | null
  /** What the caller's row rules say of it. Reading in the trash takes the right to delete. */
  may: { read: boolean; change: boolean; delete: boolean }
}

/** What the system keeps of a record besides its fields, as it is to be after the write. */
export interface Standing {
  deletedAt: string | null
  deletedBy: string | null
  archivedAt: string | null
}

/** Holds when any of the conditions does; else refused with what the first one says. */
export interface Question {
  anyOf: readonly { condition: string; otherwise: Refusal }[]
  /** Asked of the record as it was, and not as it is to be. */
  before?: true
}

export interface Draft {
  /** Which of the items given. */
  n: number
  id: string
  /** The version the caller saw; null where the program writes whatever the version. */
  seen: number | null
  before: Current | null
  /** Accepted values of the fields named by the caller. */
  given: Values
  /** The whole record as it is to be. */
  after: Values
  standing: Standing
  /** Fields that come out different, derived ones too. */
  changed: readonly string[]
  refusals: readonly Refusal[]
  /** Conditions over the record as it is to be that the steps leave to the database. */
  questions?: readonly Question[]
  /** When it was made, where the program brings records from elsewhere. */
  made?: { at: string; by: string | null }
}

export type Access = 'write' | 'not_writable' | 'unknown'

export interface Writing {
  ctx: Ctx
  layout: Layout
  verb: Verb
  options: WriteOptions
  access: ReadonlyMap<string, Access>
}

/** One step: takes a draft, gives a draft. Refusals are gathered so that a form shows them all at once. */
export type Step = (writing: Writing, draft: Draft) => Draft

export interface Done {
  n: number
  id: string
  version: number
}

export interface Refused {
  n: number
  id: string | null
  refused: RefusalError
}

export type Outcome = Done | Refused
export const isRefused = (outcome: Outcome): outcome is Refused => 'refused' in outcome

export function startWriting(ctx: Ctx, object: string, verb: Verb, options: WriteOptions = {}): Writing {
  if (ctx.acting !== undefined) refuse('acting_read_only', texts.actingReadOnly, { status: 403, values: { name: ctx.acting.as.name } })
  if (!ctx.registry.objects.has(object)) refuse('unknown_object', texts.unknownObject, { status: 404, values: { object } })
  const layout = layoutOf(ctx.registry, object)
  return { ctx, layout, verb, options, access: accessMap(ctx, layout, options) }
}

/** Once per write and not once per record. */
function accessMap(ctx: Ctx, layout: Layout, options: WriteOptions): ReadonlyMap<string, Access> {
  const byProgram = options.asProgram === true || isProgram(ctx)
  const live = layout.object.fields.filter(({ computed }) => computed === 'live')
  return new Map([...layout.fields.map(({ definition }) => definition), ...live].map((field) => [field.name, accessTo(ctx, layout.object, field, byProgram)]))
}

function accessTo(ctx: Ctx, object: ObjectDefinition, field: FieldDefinition, byProgram: boolean): Access {
  const access = fieldAccess(ctx, object.name, field.name)
  if (access === 'none') return 'unknown'
  const given = field.readOnly === true || field.type === 'autoNumber'
  return access === 'read' || field.formula !== undefined || (given && !byProgram) ? 'not_writable' : 'write'
}

/** Nobody asked for it: reactions, demo data, consequences of another write. */
export const isProgram = (ctx: Ctx): boolean => ctx.who.userId === null && ctx.who.all

/** The fields nobody names in a write: the kernel keeps them. */
export const isKept = (layout: Layout, field: string): boolean => isSystemField(field) && layout.field(field) === undefined

export const noStanding: Standing = { deletedAt: null, deletedBy: null, archivedAt: null }
