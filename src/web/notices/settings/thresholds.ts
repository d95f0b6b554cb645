/** Ways by priority, said as people say it: by mail from important on. */
import { noticePriorities, noticeWays, type NoticePriority, type NoticeWay } from '../../../contract/notices.ts'
import type { ShownKind } from './api.ts'

export type Threshold = NoticePriority | 'never'
export const thresholds: readonly Threshold[] = ['low', 'normal', 'high', 'urgent', 'never']

export const thresholdOf = (ways: ShownKind['ways'], way: NoticeWay): Threshold => noticePriorities.find((priority) => ways[priority].includes(way)) ?? 'never'

/** The same with this way from another priority on; what matters more comes by it too. */
export function withThreshold(ways: ShownKind['ways'], way: NoticeWay, from: Threshold): ShownKind['ways'] {
  const first = from === 'never' ? noticePriorities.length : noticePriorities.indexOf(from)
  const at = (priority: NoticePriority): NoticeWay[] => {
    const isOn = noticePriorities.indexOf(priority) >= first
    return noticeWays.filter((one) => (one === way ? isOn : ways[priority].includes(one)))
  }
  return { low: at('low'), normal: at('normal'), high: at('high'), urgent: at('urgent') }
}
