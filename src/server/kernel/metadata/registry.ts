import type { Holidays } from '../../../expression/workdays.ts'
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'

/** The objects as one request sees them: code declarations and the administrator's rows, checked. Immutable. */
export interface Registry {
  version: string
  /** Of the firm's country, for expressions evaluated here; left out: of Poland. */
  holidays?: Holidays | undefined
  objects: ReadonlyMap<string, ObjectDefinition>
  object(name: string): ObjectDefinition // throws a bug when missing
  field(object: string, field: string): FieldDefinition | null // also the system fields, with their types
  /** Fields of every object that link to this one. */
  reverse(object: string): readonly { object: ObjectDefinition; field: FieldDefinition<'link' | 'links'> }[]
}
