/** A file may be named by whoever brought it, or stay where it already is: else a known hash would open any file of the firm. */
import { refusal, type Refusal } from '../../../../contract/refusal.ts'
import { sql } from '../../../../expression/sql.ts'
import type { FileValue } from '../../../../fields/field.ts'
import { refusalErrorOf } from '../refusals.ts'
import { texts } from '../texts.ts'
import { isProgram, type Draft, type Refused, type Writing } from '../writing.ts'

export const filesOf = (value: unknown): FileValue[] => (Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]) as FileValue[]

/** Drafts that name files which their author neither brought nor finds in the record. */
export async function refuseForeignFiles(writing: Writing, drafts: readonly Draft[]): Promise<Refused[]> {
  const { ctx, layout, options } = writing
  if (layout.files.length === 0 || options.asProgram === true || options.bringsBack === true || isProgram(ctx)) return []
  const named = drafts.flatMap((draft) => newFiles(writing, draft))
  if (named.length === 0) return []
  const brought = await ctx.db.rows<{ hash: string }>(sql`select hash from upload where by = ${ctx.who.userId}::uuid and hash = any(${named.map(({ file }) => file.hash)}::text[])`)
  const own = new Set(brought.map(({ hash }) => hash))
  const refused = new Map<Draft, Refusal[]>()
  for (const { draft, file, place } of named) {
    if (own.has(file.hash)) continue
    refused.set(draft, [...(refused.get(draft) ?? []), refusal('file.not_uploaded', texts.fileNotUploaded, { field: place, values: { name: file.name } })])
  }
  return [...refused].map(([draft, refusals]) => ({ n: draft.n, id: draft.before?.id ?? null, refused: refusalErrorOf(refusals) }))
}

interface Named {
  draft: Draft
  file: FileValue
  /** `files.1`, `logo` */
  place: string
}

function newFiles({ layout, options }: Writing, draft: Draft): Named[] {
  return layout.files.flatMap(({ name }) => {
    const value = draft.given[name]
    if (value === null || value === undefined) return []
    const there = new Set(filesOf(draft.before?.values[name]).map(({ hash }) => hash))
    return filesOf(value)
      .map((file, index) => ({ draft, file, place: Array.isArray(value) ? `${name}.${index}` : name }))
      .filter(({ file }) => !there.has(file.hash) && options.files?.has(file.hash) !== true)
  })
}
