/** A text that is written out where something else is meant: an identifier, a choice, a date in quotes. */
import { isDate, isTime } from './calendar.ts'
import type { Typed } from './language.ts'
import { fault } from './texts.ts'
import type { ExprType } from './types.ts'
import { dateTimeType } from './unify.ts'

const identifier = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** `near` is the value it stands beside, for the message. */
export function coerce(typed: Typed, to: ExprType, near?: Typed): Typed {
  if (typed.kind !== 'constant' || typed.type.kind !== 'text') return typed
  const written = typed.value as string
  switch (to.kind) {
    case 'choice':
      if (!to.values.includes(written)) fault('unknown_choice', typed, { value: written, choices: to.values.slice(0, 30).join(', ') })
      return { ...typed, type: to }
    case 'record':
      if (!identifier.test(written)) fault('not_an_id', typed, { value: written, path: nameOf(near), name: 'name' })
      return { ...typed, value: written.toLowerCase(), type: to }
    case 'date':
      return isDate(written) ? { ...typed, type: to } : typed
    case 'time':
      return /^\d{2}:\d{2}$/.test(written) && isTime(written) ? { ...typed, type: to } : typed
    case 'dateTime':
      return dateOrMoment(typed, written)
    default:
      return typed
  }
}

function dateOrMoment(typed: Typed, written: string): Typed {
  const { at, length } = typed
  if (isDate(written)) return { kind: 'constant', value: written, type: { kind: 'date' }, at, length }
  const [day, hour] = written.split('T') as [string, string?]
  if (hour === undefined || !isDate(day) || !isTime(hour)) return typed
  return { kind: 'localTime', value: written, type: dateTimeType, at, length }
}

const nameOf = (near: Typed | undefined): string => (near?.kind === 'path' ? [...near.path.links.map((link) => link.field), near.path.field].join('.') : 'owner')
