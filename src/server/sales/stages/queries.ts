import { sql } from '../../../expression/sql.ts'
import { canRead } from '../../kernel/access/field-access.ts'
import { visible } from '../../kernel/access/visible.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Db } from '../../kernel/db/database.ts'
import type { PipelineShown } from '../contract.ts'

/** Those of these stages in which there is a deal, in the trash or not. */
export async function stagesInUse(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.db.rows<{ id: string }>(sql`select s.id from unnest(${ids}::uuid[]) as s(id) where exists (select from opportunity o where o.stage = s.id)`)
  return new Set(rows.map(({ id }) => id))
}

/** Where the room is not there (a database of the kernel alone), no condition can break. */
export async function conditionsKept(db: Db): Promise<{ name: string; expression: string }[]> {
  const [kept] = await db.rows<{ there: boolean }>(sql`select to_regclass('stage') is not null as there`)
  return kept!.there ? db.rows(sql`select name, enter_when as expression from stage where trim(enter_when) <> '' and deleted_at is null order by name`) : []
}

/** Those that the caller may see, with stages in order; all, or one. */
export const pipelinesShown = (ctx: Ctx, id: string | null = null): Promise<PipelineShown[]> => ctx.db.rows<PipelineShown>(sql`
  select p.id, p.name, p.active, coalesce(p.next_step_required, false) as "nextStepRequired",
         case when m.id is not null and ${canRead(ctx, 'pipeline', 'method')} then jsonb_build_object('id', m.id, 'name', m.name) end as method,
         (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'position', s.position::float8, 'color', s.color, 'category', s.category, 'probability', s.probability::text, 'days', s.days::float8) order by s.position, s.name, s.id), '[]')
            from ${visible(ctx, 'stage')} s where s.pipeline = p.id) as stages
    from ${visible(ctx, 'pipeline')} p left join ${visible(ctx, 'salesMethod')} m on m.id = p.method
   where ${id}::uuid is null or p.id = ${id}::uuid order by p.active desc, p.position nulls last, p.name, p.id`)
