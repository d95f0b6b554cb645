import { sql } from '../../expression/sql.ts'
import { defineJob } from '../kernel/jobs/define.ts'

/** What has run out is refused anyway; here it is thrown away, so that addresses and devices are not kept longer than needed. */
const throwAwayRunOut = defineJob({
  name: 'users.throwAwayRunOut',
  every: '17 * * * *',
  async run({ db, now }) {
    await db.rows(sql`delete from session where expires_at < ${now} or used_at < ${now}::timestamptz - make_interval(secs => idle_seconds)`)
    await db.rows(sql`delete from sign_in_attempt where last_at < ${now}::timestamptz - interval '2 days'`)
    await db.rows(sql`delete from password_link where expires_at < ${now}::timestamptz - interval '30 days'`)
    await db.rows(sql`update user_totp set pending = null, pending_at = null where pending_at < ${now}::timestamptz - interval '1 day'`)
  },
})

export const jobs = [throwAwayRunOut]
