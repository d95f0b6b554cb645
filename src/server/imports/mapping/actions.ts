import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { requireImporter } from '../actions.ts'
import type { SavedMapping } from '../contract.ts'

/** Kept for the person under its name; the same name again replaces it. */
export async function keepMapping(ctx: Ctx, { object, name, mapping, options, headers }: Omit<SavedMapping, 'id' | 'options'> & { options?: SavedMapping['options'] | undefined }): Promise<SavedMapping> {
  requireImporter(ctx, object)
  const [saved] = await ctx.db.rows<SavedMapping>(sql`insert into import_mapping (id, object, name, mapping, options, headers, by, created_at)
    values (${newId()}, ${object}, ${name}, ${JSON.stringify(mapping)}::jsonb, ${JSON.stringify(options ?? {})}::jsonb, ${JSON.stringify(headers)}::jsonb, ${ctx.who.userId}, ${ctx.now})
    on conflict (by, object, name) do update set mapping = excluded.mapping, options = excluded.options, headers = excluded.headers
    returning id, object, name, mapping, options, headers`)
  return saved!
}

export const forgetMapping = (ctx: Ctx, id: string): Promise<unknown> => ctx.db.rows(sql`delete from import_mapping where id = ${id} and by = ${ctx.who.userId}`)
