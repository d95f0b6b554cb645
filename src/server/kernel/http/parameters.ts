import { refuse, RefusalError, refusal } from '../../../contract/refusal.ts'
import type { Language } from '../../../contract/text.ts'
import { z } from 'zod'
import { isId } from '../db/uuid7.ts'
import { sentenceOf } from './sentences.ts'
import { texts } from './texts.ts'

/** The given value as the contract's schema has it; otherwise 400 with each wrong place named. */
export function parseWith<T extends z.ZodType>(schema: T | undefined, given: unknown, language: Language): z.output<T> | undefined {
  if (schema === undefined) return undefined
  const parsed = schema.safeParse(given ?? {})
  if (parsed.success) return parsed.data
  const refusals = parsed.error.issues.map((issue) => {
    const field = [...issue.path, ...(issue.code === 'unrecognized_keys' ? [issue.keys[0]!] : [])].join('.')
    const code = issue.code === 'unrecognized_keys' ? 'unknown_field' : 'malformed'
    return refusal(code, { pl: '{message}', en: '{message}' }, { ...(field === '' ? {} : { field }), values: { message: sentenceOf(issue, language) } })
  })
  throw new RefusalError(refusals, 400)
}

const anyText = z.union([z.string(), z.array(z.string())])

/** The query of a route that reads it through Parameters, which knows what is asked of an object. */
export const askedInWords = z.record(z.string(), anyText)

/** Of a route that asks for none. */
export const noParameters = z.strictObject({})

/** Of a route without a body: nothing, or an empty object as some clients send. */
export const noBody = z.union([z.undefined(), z.null(), z.literal(''), z.strictObject({})])

/** A version as the database keeps it. */
export const version = z.number().int().min(1).max(2_147_483_647)

type Raw = Record<string, string | string[] | undefined>

/** Reads the query string of a record route: every parameter known, each once. */
export class Parameters {
  readonly #raw: Raw
  constructor(raw: unknown, known: readonly string[]) {
    this.#raw = raw as Raw
    for (const [name, value] of Object.entries(this.#raw)) {
      if (!known.includes(name)) refuse('unknown_parameter', texts.unknownParameter, { field: name, values: { name }, status: 400 })
      if (Array.isArray(value)) refuse('malformed', texts.twiceParameter, { field: name, values: { name }, status: 400 })
    }
  }

  text(name: string): string | undefined {
    const value = this.#raw[name]
    return value === undefined || value === '' ? undefined : (value as string)
  }

  list(name: string): string[] | undefined {
    return this.text(name)?.split(',').map((part) => part.trim()).filter((part) => part !== '')
  }

  yesNo(name: string): boolean | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    if (value !== 'true' && value !== 'false') wrong(name, texts.wantsYesNo)
    return value === 'true'
  }

  whole(name: string, range: { min: number; max: number }): number | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
    if (!(number >= range.min && number <= range.max)) wrong(name, texts.wantsNumber, range)
    return number
  }

  id(name: string): string | undefined {
    const value = this.text(name)
    if (value !== undefined && !isId(value)) wrong(name, texts.wantsId)
    return value
  }

  /** A moment with its zone: 2026-11-23T12:00:00Z. */
  moment(name: string): Date | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const moment = new Date(value)
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(value) || Number.isNaN(moment.getTime())) wrong(name, texts.wantsMoment)
    return moment
  }

  oneOf<T extends string>(name: string, values: readonly T[]): T | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    if (!(values as readonly string[]).includes(value)) wrong(name, texts.wantsOneOf, { values: values.join(', ') })
    return value as T
  }
}

function wrong(name: string, expected: { pl: string; en: string }, values: Record<string, string | number> = {}): never {
  const fill = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key]))
  const text = {
    pl: texts.badParameter.pl.replace('{expected}', fill(expected.pl)),
    en: texts.badParameter.en.replace('{expected}', fill(expected.en)),
  }
  return refuse('malformed', text, { field: name, values: { name }, status: 400 })
}

/** Without what was not given. */
export function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}
