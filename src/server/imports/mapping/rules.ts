import type { FieldDefinition } from '../../../contract/definition.ts'
import { languages } from '../../../contract/text.ts'
import { fold } from '../../../expression/fold.ts'
import { typeOf } from '../../../fields/types.ts'
import type { ColumnTarget } from '../contract.ts'
import { fieldWords, kindWords, linkWords, partWords, typeWords } from './texts.ts'

/** What the guess needs to know of the object: fields the person may write, and the fields of what they link to. */
export interface Mappable {
  name: string
  fields: readonly FieldDefinition[]
  /** Fields a linked record can be found by, the object's name first: ['name', 'externalId', 'nip'] . */
  lookups(target: string): readonly FieldDefinition[]
}

interface Candidate extends Omit<ColumnTarget, 'column'> {
  words: readonly string[]
}

const plain = (text: string) => fold(text).replace(/[^a-z0-9]+/g, ' ').trim()

/** Where each column goes, by its head alone; a column that nothing fits is left out. Each target is given once. */
export function guessMapping(object: Mappable, headers: readonly string[]): ColumnTarget[] {
  const candidates = object.fields.flatMap((field) => candidatesOf(object, field))
  const scored = headers.flatMap((header, column) =>
    candidates.map((candidate) => ({ column, candidate, score: fit(plain(header), candidate.words) })).filter(({ score }) => score > 0),
  )
  scored.sort((a, b) => b.score - a.score || a.column - b.column)
  const columns = new Set<number>()
  const taken = new Set<string>()
  const mapping: ColumnTarget[] = []
  for (const { column, candidate } of scored) {
    const { words: _, ...target } = candidate
    const key = placeOf(target)
    if (columns.has(column) || taken.has(key)) continue
    columns.add(column)
    taken.add(key)
    mapping.push({ column, ...target })
  }
  return mapping.sort((a, b) => a.column - b.column)
}

/** The same file read in another way: what stood in a column of the same name stays, what is new is guessed. */
export function keptMapping(before: { headers: readonly string[]; mapping: readonly ColumnTarget[] }, headers: readonly string[], guessed: readonly ColumnTarget[]): ColumnTarget[] {
  const left = before.headers.map((header, column) => ({ header: fold(header), column }))
  const formerOf = headers.map((header) => {
    const at = left.findIndex((one) => one.header === fold(header))
    return at < 0 ? null : left.splice(at, 1)[0]!.column
  })
  const kept = formerOf.flatMap((former, column) => before.mapping.filter((target) => target.column === former).map((target) => ({ ...target, column })))
  const taken = new Set(kept.map(placeOf))
  const added = guessed.filter((target) => formerOf[target.column] === null && !taken.has(placeOf(target)))
  return [...kept, ...added].sort((a, b) => a.column - b.column)
}

/** Two columns cannot fill one place. */
const placeOf = ({ field, part, kind }: Omit<ColumnTarget, 'column'>): string => JSON.stringify([field, part, kind])

/** 3: the same words; 2: the head begins with them ("Obrót 2025"); 0: something else. Longer words weigh more. */
function fit(header: string, words: readonly string[]): number {
  let best = 0
  for (const word of words) {
    if (header === word) best = Math.max(best, 3 + word.length / 1000)
    else if (word.length >= 4 && header.startsWith(`${word} `)) best = Math.max(best, 2 + word.length / 1000)
  }
  return best
}

const labelsOf = (field: FieldDefinition) => [...languages.map((language) => plain(field.label[language])), plain(field.name)]

function candidatesOf(object: Mappable, field: FieldDefinition): Candidate[] {
  const own = [...labelsOf(field), ...(fieldWords[field.name] ?? []), ...(typeWords[field.type] ?? [])]
  if (field.type === 'addresses' || field.type === 'address') return partsOf(field)
  if (field.type === 'phones' || field.type === 'mails') return [{ field: field.name, words: own }, ...kindsOf(field)]
  if (field.type === 'money') return [{ field: field.name, words: own }, ...moneyCurrency(field)]
  if (field.type === 'link') return [{ field: field.name, words: own, ...lookupOf(object, field) }, ...linkedBy(object, field)]
  if (field.type === 'file' || field.type === 'files' || field.type === 'picture' || field.type === 'autoNumber') return []
  return [{ field: field.name, words: own }]
}

function partsOf(field: FieldDefinition): Candidate[] {
  const parts = typeOf(field).parts?.(field) ?? {}
  return Object.entries(parts)
    .filter(([part]) => part !== 'main')
    .map(([part, { label }]) => ({ field: field.name, part, words: [...languages.map((language) => plain(label[language])), ...(partWords[part] ?? [])] }))
}

function kindsOf(field: FieldDefinition<'phones'> | FieldDefinition<'mails'>): Candidate[] {
  return field.kinds
    .filter(({ value }) => value in kindWords)
    .map(({ value }) => ({ field: field.name, kind: value, words: kindWords[value]!.filter((word) => word.includes('mail') === (field.type === 'mails')) }))
}

const moneyCurrency = (field: FieldDefinition): Candidate[] => [{ field: field.name, part: 'currency', words: partWords.currency! }]

function lookupOf(object: Mappable, field: FieldDefinition<'link'>): { by?: string; whenMissing: 'empty' | 'create' | 'refuse' } {
  const by = object.lookups(field.target)[0]?.name
  // People who use the program are not made by an import, nor what a record belongs to; dictionaries are, so that nothing of the file is lost.
  return { ...(by === undefined ? {} : { by }), whenMissing: field.target === 'user' ? 'empty' : field.required ? 'refuse' : 'create' }
}

function linkedBy(object: Mappable, field: FieldDefinition<'link'>): Candidate[] {
  // "Kod towaru" in a file of goods is their own code, whatever else they link to.
  const of = [...(linkWords[field.name] ?? []), ...(field.target === object.name ? [] : (linkWords[field.target] ?? []))]
  return object.lookups(field.target).map((lookup) => ({
    field: field.name,
    by: lookup.name,
    whenMissing: 'refuse' as const,
    // As an export heads it, 'Grupa › Symbol', and as people say it, "symbol grupy".
    words: [...labelsOf(lookup), ...(fieldWords[lookup.name] ?? [])].flatMap((word) => [...labelsOf(field), ...of].flatMap((owner) => [`${owner} ${word}`, `${word} ${owner}`])),
  }))
}
