import { usualWays, type NoticeKind } from '../../contract/notices.ts'
import { defineJob, type AnyJob } from '../kernel/jobs/define.ts'
import type { Follower } from '../kernel/records/followers.ts'
import * as acceptance from './acceptance/actions.ts'
import * as checklists from './checklists/actions.ts'
import * as lines from './lines/actions.ts'
import * as terms from './terms/actions.ts'
import { notices } from './texts.ts'

export const noticeKinds: readonly NoticeKind[] = [
  { name: 'contract.noticeBy', label: notices.noticeBy.label, ways: usualWays },
  { name: 'contract.until', label: notices.until.label, ways: usualWays },
  { name: 'contract.renewed', label: notices.renewed.label, ways: usualWays },
]

const termsOfContracts = defineJob<object>({
  name: 'orders.terms',
  every: '17 2 * * *',
  run: async (ctx) => ({ passed: await terms.passTerms(ctx), near: await terms.remind(ctx) }),
})

export const followers: readonly Follower[] = [...acceptance.followers, ...lines.followers, ...checklists.followers, ...terms.followers]
export const jobs: readonly AnyJob[] = [termsOfContracts]
