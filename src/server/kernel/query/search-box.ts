/** What is typed in a search box as a condition: every word must be found, in any case, without diacritics, numbers in any form. */
import { refuse } from '../../../contract/refusal.ts'
import { fold } from '../../../expression/fold.ts'
import { and, join, name, or, raw, sql, type Sql } from '../../../expression/sql.ts'
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import { serverOf } from '../../../fields/servers.ts'
import { typeOf } from '../../../fields/types.ts'
import { canRead } from '../access/field-access.ts'
import { columnName } from '../metadata/naming.ts'
import { columnOf, freshAlias, no, tableOf, thereFor, type Draft, type Row } from './draft.ts'
import { slot, type SlotValues } from './slots.ts'
import { texts } from './texts.ts'

/** One word; or several that make up a number, which is also sought in its compact forms. */
interface Sought {
  words: string[]
  compact: string[]
}

export interface SearchBox {
  sought: Sought[]
  /** Does an index of three letters each know every word? */
  isIndexed: boolean
  /** Equal for boxes that make the same SQL. */
  shape: string
  values: SlotValues
}

const longest = 300
const mostWords = 20
/** +48 601-234-567, (22) 123.45.67, PL123-456-78-19, 00-950 */
const numberLike = /^(?:[a-z]{2})?[+(]?\d[\d()+/.-]*$/
/** Shorter numbers are house numbers and years, not identifiers in some form; one written with separators is sought from three digits on. */
const shortestNumber = { plain: 5, separated: 3 }

export function searchBox(text: string | undefined): SearchBox | null {
  const folded = fold((text ?? '').replaceAll('\u0000', ' '))
  if (folded === '') return null
  if (folded.length > longest) refuse('too_long', texts.searchTooLong, { field: 'search', values: { max: longest }, status: 400 })
  const sought = soughtIn(folded.split(' '))
  if (sought.length > mostWords) refuse('too_many', texts.tooMany, { field: 'search', values: { max: mostWords, name: 'search' }, status: 400 })
  const patterns = sought.flatMap(({ words, compact }) => [...words, ...compact].map((word) => `%${escaped(word)}%`))
  const isIndexed = sought.every(({ words }) => words.some((word) => /[\p{L}\p{N}]{3}/u.test(word)))
  return {
    sought,
    isIndexed,
    shape: `${isIndexed} ${sought.map(({ words, compact }) => `${words.length}.${compact.length}`).join(' ')}`,
    values: Object.fromEntries(patterns.map((pattern, index) => [`search${index}`, pattern])),
  }
}

function soughtIn(words: readonly string[]): Sought[] {
  const sought: Sought[] = []
  let number: string[] = []
  const close = () => {
    if (number.length > 0) sought.push({ words: number, compact: compactForms(number) })
    number = []
  }
  for (const [at, word] of words.entries()) {
    const isCountry = number.length === 0 && /^[a-z]{2}$/.test(word) && /^\d/.test(words[at + 1] ?? '')
    if (numberLike.test(word) || isCountry) number.push(word)
    else {
      close()
      sought.push({ words: [word], compact: [] })
    }
  }
  close()
  return sought
}

/** Without separators; without the letters of a country before it; without the 00 of a call abroad. */
function compactForms(words: readonly string[]): string[] {
  const whole = words.join('').replace(/[^a-z0-9]/g, '')
  const digits = whole.replace(/^[a-z]+/, '').replace(/^00(?=[1-9]\d{8})/, '')
  if (digits.length < (words.some((word) => /\d[^\da-z]+\d/.test(word)) ? shortestNumber.separated : shortestNumber.plain)) return []
  return [...new Set([whole, digits])].filter((form) => words.length > 1 || form !== words[0])
}

export const escaped = (word: string): string => word.replace(/[\\%_]/g, '\\$&')

/** The box's words in a folded text. */
export function foundIn(box: SearchBox, text: Sql): Sql {
  let next = 0
  const like = () => sql`${text} like ${slot(`search${next++}`, 'text')}`
  return and(
    box.sought.map(({ words, compact }) => {
      const whole = and(words.map(like))
      return compact.length === 0 ? whole : or([whole, ...compact.map(like)])
    }),
  )
}

/** In the record's own texts, or in those of the records it is also known by (earlier names). */
export function searchCondition(draft: Draft, row: Row, box: SearchBox): Sql {
  const through = (row.object.searchThrough ?? []).flatMap(({ object, link }) => {
    const rows = throughRows(draft, row.object, object, link, box)
    // An array and not a join: PostgreSQL then looks both up by their indexes and unites what it found.
    return rows === null ? [] : [sql`${name(row.alias, 'id')} = any(array(select ${rows.link} ${rows.from}))`]
  })
  return or([ownTexts(draft, row, box), ...through])
}

/** Records of `object` that the box finds and the person may see, and their link to the record in question. */
export function throughRows(draft: Draft, to: ObjectDefinition, object: string, link: string, box: SearchBox): { row: Row; link: Sql; from: Sql } | null {
  const { registry } = draft.ctx
  const definition = registry.objects.get(object)
  const field = registry.field(object, link)
  if (definition === undefined || field === null || !('target' in field) || field.target !== to.name || !canRead(draft.ctx, object, link)) return null
  const row: Row = { object: definition, alias: freshAlias(draft), eyes: 'person', joins: null }
  return { row, link: columnOf(row, field), from: sql`from ${tableOf(row)} where ${and([...thereFor(draft, row), ownTexts(draft, row, box)])}` }
}

/** The column `search` holds all searchable fields; who may not read one of them must not learn of it by finding. */
export function ownTexts(draft: Draft, row: Row, box: SearchBox): Sql {
  const { readable, all } = searchableFields(draft, row)
  if (readable.length === 0) return no
  const inAll = foundIn(box, name(row.alias, 'search'))
  return all ? inAll : and([inAll, foundIn(box, readableText(row, readable))])
}

/** The folded texts in which this person may find the record, one a line. */
export function searchedText(draft: Draft, row: Row): Sql {
  const { readable, all } = searchableFields(draft, row)
  return all ? name(row.alias, 'search') : readableText(row, readable)
}

function searchableFields(draft: Draft, { object }: Row): { readable: FieldDefinition[]; all: boolean } {
  const searchable = object.fields.filter((field) => field.searchable)
  const readable = searchable.filter((field) => canRead(draft.ctx, object.name, field.name))
  return { readable, all: readable.length === searchable.length }
}

/** As written and as digits only, in which numbers are also found. */
function readableText(row: Row, fields: readonly FieldDefinition[]): Sql {
  const lines = fields.flatMap((field) => {
    const value = serverOf(field).expr(field, columnName(field), row.alias)
    const isList = typeOf(field).exprType(field).kind === 'list'
    const text = isList ? sql`array_to_string(${value}, ${newLine})` : sql`${value}::text`
    return [isList ? sql`(select string_agg(sedno_fold(line), ${newLine}) from unnest(${value}) as line)` : sql`sedno_fold(${text})`, sql`regexp_replace(${text}, '[^0-9]+', '', 'g')`]
  })
  return sql`concat_ws(${newLine}, ${join(lines)})`
}

const newLine = raw(`E'\\n'`)
