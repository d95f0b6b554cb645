/**
 * A statement is compiled once for all who have the same rights; what differs from request to request are slots in it:
 * the person's id, his team mates, the words sought, the keys of the page before.
 */
import { raw, Sql, sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'

const mark = Symbol('slot')

interface Slot {
  [mark]: string
}

export type SlotValues = Readonly<Record<string, unknown>>

/** Always cast, and one name always to one type, so that the same parameter can stand in many places. */
export function slot(name: string, type: string): Sql {
  const value: Slot = { [mark]: name }
  // raw is safe: the types are constants of this folder and of the field types.
  return sql`${value}::${raw(type)}`
}

/** Who asks, with whom he works, and when. */
export const rightsSlots = {
  now: slot('now', 'timestamptz'),
  me: slot('me', 'uuid'),
  teamMates: slot('teamMates', 'uuid[]'),
  subordinates: slot('subordinates', 'uuid[]'),
}

export function rightsValues({ who, now }: Pick<Ctx, 'who' | 'now'>): SlotValues {
  return { now: now.toISOString(), me: who.userId, teamMates: who.teamMates, subordinates: who.subordinates }
}

const slotOf = (value: unknown): string | undefined => (typeof value === 'object' && value !== null && mark in value ? (value as Slot)[mark] : undefined)

/** The same SQL with values in place of its slots. */
export function fill(statement: Sql, values: SlotValues): Sql {
  return new Sql(statement.pieces, bind(statement.values, values))
}

export function bind(template: readonly unknown[], values: SlotValues): unknown[] {
  return template.map((value) => {
    const name = slotOf(value)
    if (name === undefined) return value
    if (!(name in values)) throw new Error(`no value for ${name}`)
    return values[name]
  })
}

export interface Template {
  text: string
  /** Constants and slots, in the order of $1, $2 … */
  values: readonly unknown[]
}

/** Text with numbered parameters; a slot gets one number however often it stands in the text. */
export function template(statement: Sql): Template {
  const values: unknown[] = []
  const numbers = new Map<string, number>()
  let text = statement.pieces[0]!
  statement.values.forEach((value, index) => {
    const name = slotOf(value)
    let number = name === undefined ? undefined : numbers.get(name)
    if (number === undefined) {
      number = values.push(value)
      if (name !== undefined) numbers.set(name, number)
    }
    text += `$${number}${statement.pieces[index + 1]!}`
  })
  return { text, values }
}

/** Names of the slots that the statement takes. */
export const slotNames = ({ values }: Template): ReadonlySet<string> => new Set(values.flatMap((value) => slotOf(value) ?? []))
