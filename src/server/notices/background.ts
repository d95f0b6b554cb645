import type { NoticeKind } from '../../contract/notices.ts'
import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'
import { defineJob } from '../kernel/jobs/define.ts'
import { deliveryJob } from '../kernel/outgoing/deliver.ts'
import { deliverNotices } from './delivery/actions.ts'
import { reportGateways } from './gateways/actions.ts'
import { makeKeys } from './push/actions.ts'
import { pushWay } from './sending/actions.ts'
import { texts } from './texts.ts'

const inApplication = ['application'] as const

export const noticeKinds: readonly NoticeKind[] = [
  { name: 'system.gateway', label: texts.gatewayKind, ways: { low: inApplication, normal: inApplication, high: inApplication, urgent: inApplication } },
]

/** Called as soon as something was announced; by the clock for what waited for the end of quiet hours or for its digest. */
const deliverJob = defineJob<object>({
  name: 'notices.deliver',
  every: '* * * * *',
  async run(ctx, _payload, { signal }) {
    await reportGateways(ctx)
    await deliverNotices(ctx, signal)
  },
})

/** What was read is of no worth after a quarter, what nobody read after a year. */
const forgetJob = defineJob<object>({
  name: 'notices.forget',
  every: '41 2 * * *',
  async run(ctx) {
    await ctx.db.rows(sql`delete from notice where (read_at < ${ctx.now}::timestamptz - interval '90 days' or created_at < ${ctx.now}::timestamptz - interval '1 year') and told_at is not null
      and not exists (select from notice_delivery d where d.notice = notice.id and d.state = 'waiting')`)
    await ctx.db.rows(sql`delete from push_subscription where not exists (select from "user" u where u.id = person and u.active and u.deleted_at is null)`)
  },
})

export const jobs = [deliverJob, forgetJob, deliveryJob(pushWay())]

export const prepare = (db: Db): Promise<void> => makeKeys(db)
