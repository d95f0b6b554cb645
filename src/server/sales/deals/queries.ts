import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Model, Pipeline, Stage } from './rules.ts'

type StageRow = Stage & { active: boolean; method: string | null; nextStepRequired: boolean }

/** All pipelines with their stages, in order: some dozens of rows. */
export async function modelOf(ctx: Ctx): Promise<Model> {
  const rows = await ctx.db.rows<StageRow>(sql`
    select s.id, s.name, s.pipeline, s.position::float8 as position, s.probability::text as probability, s.category, nullif(trim(s.enter_when), '') as "enterWhen", nullif(trim(s.enter_not), '') as "enterNot",
           p.active, p.method, coalesce(p.next_step_required, false) as "nextStepRequired"
      from pipeline p join stage s on s.pipeline = p.id and s.deleted_at is null where p.deleted_at is null order by p.position nulls last, p.name, p.id, s.position, s.name, s.id`)
  const pipelines = [...Map.groupBy(rows, ({ pipeline }) => pipeline)].map(([id, stages]): Pipeline => {
    const { active, method, nextStepRequired } = stages[0]!
    return { id, active, method, nextStepRequired, stages }
  })
  return { pipelines }
}

/** Of these deals: titles of what their stage required to be done and is not. What somebody threw away is not done either. */
export async function leftUndone(ctx: Ctx, deals: readonly { id: string; stage: string }[]): Promise<Map<string, string[]>> {
  const rows = deals.length === 0 ? [] : await ctx.db.rows<{ id: string; titles: string[] }>(sql`
    select d.id, array_agg(s.title order by s.after_days, s.title) as titles
      from jsonb_to_recordset(${JSON.stringify(deals)}::jsonb) as d(id uuid, stage uuid) join stage_activity s on s.stage = d.stage and s.required and s.deleted_at is null
     where exists (select from activity a where a.opportunity = d.id and a.stage_activity = s.id)
       and not exists (select from activity a where a.opportunity = d.id and a.stage_activity = s.id and a.state = 'done' and a.deleted_at is null)
     group by d.id`)
  return new Map(rows.map(({ id, titles }) => [id, titles]))
}

/** Of these deals: those with something planned, and those whose next stage brings it along. */
export async function planned(ctx: Ctx, deals: readonly { id: string; stage: string }[]): Promise<Set<string>> {
  const rows = deals.length === 0 ? [] : await ctx.db.rows<{ id: string }>(sql`
    select d.id from jsonb_to_recordset(${JSON.stringify(deals)}::jsonb) as d(id uuid, stage uuid)
     where exists (select from activity a where a.opportunity = d.id and a.done_at is null and a.deleted_at is null)
        or exists (select from stage_activity s where s.stage = d.stage and s.deleted_at is null and not exists (select from activity a where a.opportunity = d.id and a.stage_activity = s.id and a.deleted_at is null))`)
  return new Set(rows.map(({ id }) => id))
}

/** Stays that have not ended. */
export const openStays = (ctx: Ctx, deals: readonly string[]): Promise<{ id: string; deal: string }[]> =>
  ctx.db.rows(sql`select id, opportunity as deal from stage_stay where opportunity = any(${deals}::uuid[]) and until is null and deleted_at is null`)

/** Of these deals those that have a history, also one in the trash: they come back with it. */
export async function withHistory(ctx: Ctx, deals: readonly string[]): Promise<Set<string>> {
  const rows = deals.length === 0 ? [] : await ctx.db.rows<{ id: string }>(sql`select distinct opportunity as id from stage_stay where opportunity = any(${deals}::uuid[])`)
  return new Set(rows.map(({ id }) => id))
}

export interface Expected {
  deal: string
  stageActivity: string
  title: string
  type: string
  afterDays: number
  description: string | null
}

/** What the stages of these deals ask for and nobody has to do yet. */
export const expectedActivities = (ctx: Ctx, deals: readonly { id: string; stage: string }[]): Promise<Expected[]> => ctx.db.rows<Expected>(sql`
  select d.id as deal, s.id as "stageActivity", s.title, s.type, coalesce(s.after_days, 0)::int as "afterDays", s.description
    from jsonb_to_recordset(${JSON.stringify(deals)}::jsonb) as d(id uuid, stage uuid) join stage_activity s on s.stage = d.stage and s.deleted_at is null
   where not exists (select from activity a where a.opportunity = d.id and a.stage_activity = s.id and a.deleted_at is null) order by s.after_days, s.created_at`)

/** Whoever writes stages or lines of a deal at the same moment waits here. */
export const holdDeals = (ctx: Ctx, deals: readonly string[]): Promise<unknown> => ctx.db.rows(sql`select id from opportunity where id = any(${deals}::uuid[]) order by id for update`)
