/** What the people of the invented company were told lately. In the application alone: nobody there has a mailbox. */
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import { filled } from '../../kernel/outgoing/texts.ts'
import { announceAll } from '../../notices/index.ts'
import { givenWork } from './queries.ts'
import { texts } from './texts.ts'

const each = 4

export async function loadNotices(ctx: Ctx, people: readonly string[]): Promise<void> {
  const [administrator] = await ctx.db.rows<{ id: string }>(sql`select id from "user" order by created_at, id limit 1`)
  const work = await givenWork(ctx.db, people, each)
  const ways = ['application'] as const
  await announceAll(ctx, [
    ...work.map(({ id, title, owner, by, priority }) => ({
      kind: 'activity.assigned', to: [owner], about: { object: 'activity', id }, key: `demo:${id}`, priority, ways, title: filled(texts.given, { who: by, title }), why: texts.givenWhy,
    })),
    { kind: 'system.demo', to: administrator === undefined ? [] : [administrator.id], about: null, key: 'demo:ready', ways, title: texts.ready, body: texts.readyBody, why: texts.readyWhy },
  ])
}
