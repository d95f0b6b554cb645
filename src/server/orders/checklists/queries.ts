import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'

export interface Fitting {
  order: string
  question: string
  title: string
  kind: string
  required: boolean | null
  choices: string | null
  roles: string[] | null
  /** The check that asks it already. */
  asked: string | null
}

/** What the checklists ask of these orders: of their type, and of the groups that their products are in, with the groups above. */
export const fittingQuestions = (ctx: Ctx, orders: readonly string[]): Promise<Fitting[]> =>
  ctx.db.rows<Fitting>(sql`
    with recursive grouped (sales_order, "group") as (
      select l.sales_order, p."group" from order_line l join product p on p.id = l.product
       where l.sales_order = any(${orders}::uuid[]) and l.deleted_at is null and p."group" is not null
      union
      select b.sales_order, g.parent from grouped b join product_group g on g.id = b."group" where g.parent is not null)
    select o.id as "order", q.id as question, q.title, q.kind, q.required, q.choices, q.roles, c.id as asked
      from sales_order o
      join checklist_template t on t.active and t.deleted_at is null and (t.kind is null or t.kind = o.kind)
       and (t."group" is null or exists (select from grouped b where b.sales_order = o.id and b."group" = t."group"))
      join checklist_question q on q.template = t.id and q.deleted_at is null
      left join order_check c on c.sales_order = o.id and c.question = q.id and c.deleted_at is null
     where o.id = any(${orders}::uuid[]) order by o.id, t.name, q.position nulls last, q.id`)

/** Asked by a checklist, and nobody has touched it yet. */
export const untouchedChecks = (ctx: Ctx, orders: readonly string[]): Promise<{ id: string; order: string; question: string }[]> =>
  ctx.db.rows(sql`
    select id, sales_order as "order", question from order_check
     where sales_order = any(${orders}::uuid[]) and deleted_at is null and question is not null
       and not coalesce(done, false) and coalesce(btrim(text), '') = '' and day is null and file is null and agreed_with is null`)

export const lastPositions = (ctx: Ctx, orders: readonly string[]): Promise<{ order: string; last: number }[]> =>
  ctx.db.rows(sql`select sales_order as "order", max(position)::int as last from order_check where sales_order = any(${orders}::uuid[]) and deleted_at is null and position is not null group by 1`)

export interface Holding {
  id: string
  name: string
  /** The person has this role, or is an administrator, who may do anything. */
  isHeld: boolean
}

export const rolesHeld = (ctx: Ctx, person: string, roles: readonly string[]): Promise<Holding[]> =>
  ctx.db.rows<Holding>(sql`
    select r.id, r.name, coalesce(r.id = any(u.roles), false) or exists (select from role a where a.id = any(u.roles) and a.is_administrator and a.deleted_at is null) as "isHeld"
      from role r cross join "user" u where u.id = ${person} and r.id = any(${roles}::uuid[]) and r.deleted_at is null order by r.name`)

export interface ListedCheck {
  id: string
  roles: string[] | null
  isFromList: boolean
}

/** Of checks of this order, what their records do not show to everyone who settles them. */
export const asListed = (ctx: Ctx, order: string): Promise<ListedCheck[]> =>
  ctx.db.rows<ListedCheck>(sql`select id, roles, question is not null as "isFromList" from order_check where sales_order = ${order} and deleted_at is null`)
