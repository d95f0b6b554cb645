import type { FieldDefinition } from '../../contract/definition.ts'
import type { Language } from '../../contract/text.ts'
import { name, sql } from '../../expression/sql.ts'
import type { FileValue } from '../../fields/field.ts'
import type { Ctx } from '../kernel/context.ts'
import type { Db } from '../kernel/db/database.ts'
import { columnName } from '../kernel/metadata/naming.ts'
import { list } from '../kernel/query/list.ts'
import { one } from '../kernel/query/one.ts'

export interface TemplateRow {
  id: string
  name: string
  object: string
  purpose: string
  language: Language
  file: FileValue
  pdfOnly: boolean
  edition: number
  active: boolean
}

const columns = ['name', 'object', 'purpose', 'language', 'file', 'pdfOnly', 'edition', 'active'] as const

const templateOf = (row: Readonly<Record<string, unknown>>): TemplateRow => ({
  id: row['id'] as string, name: row['name'] as string, object: row['object'] as string, purpose: row['purpose'] as string, language: row['language'] as Language,
  file: row['file'] as FileValue, pdfOnly: row['pdfOnly'] === true, edition: Number(row['edition'] ?? 1), active: row['active'] === true,
})

export async function templateRow(ctx: Ctx, id: string): Promise<TemplateRow | null> {
  const row = await one(ctx, 'documentTemplate', id, { columns, can: false })
  return row === null || row['file'] === null ? null : templateOf(row)
}

export async function templatesFor(ctx: Ctx, object: string): Promise<TemplateRow[]> {
  const { rows } = await list(ctx, { object: 'documentTemplate', columns, where: `object = '${object.replace(/[^A-Za-z0-9_]/g, '')}' and active and file is not empty`, order: 'name', limit: 200, can: false })
  return rows.map(templateOf)
}

/** Whose letterhead it is. */
export async function sellerId(db: Db): Promise<string | null> {
  const [row] = await db.rows<{ seller: string | null }>(sql`select value->>'seller' as seller from sedno_state where key = 'documents'`)
  return row?.seller ?? null
}

/** Counted for the record and the template; of two at the same moment one waits for the other. */
export async function nextEdition({ db }: Pick<Ctx, 'db'>, { template, link, record }: { template: string; link: FieldDefinition; record: string }): Promise<number> {
  await db.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`document ${template} ${record}`}, 0))`)
  const [row] = await db.rows<{ edition: number }>(sql`select coalesce(max(edition), 0)::int + 1 as edition from document where template = ${template}::uuid and ${name(columnName(link))} = ${record}::uuid`)
  return row!.edition
}
