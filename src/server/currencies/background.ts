import { usualWays, type NoticeKind } from '../../contract/notices.ts'
import { defineJob } from '../kernel/jobs/define.ts'
import { tellOfOldRates } from './actions.ts'
import { fetchMissing } from './fetching/actions.ts'
import { notices } from './texts.ts'

export const noticeKinds: readonly NoticeKind[] = [{ name: 'currencies.old', label: notices.old.label, ways: usualWays }]

/**
 * NBP publishes about noon and the ECB about four in the afternoon, in Warsaw. It asks every hour and only while a day is missing, so a bank that is
 * away is tried again until it is back, and then tells of all the days at once.
 */
export const fetchJob = defineJob<object>({
  name: 'currencies.fetch',
  every: '37 * * * *',
  async run(ctx, _payload, { signal }) {
    const last = await fetchMissing(ctx, { signal })
    await tellOfOldRates(ctx)
    return last === null ? null : { added: last.added, why: last.why?.en ?? null }
  },
})

export const jobs = [fetchJob]
