/** Which kinds of notices there are. */
import type { NoticeKind } from '../../contract/notices.ts'

const kinds = new Map<string, NoticeKind>()

/** Once per kind, when the rooms are put together. */
export function registerKind(kind: NoticeKind): void {
  kinds.set(kind.name, kind)
}

export const noticeKinds = (): readonly NoticeKind[] => [...kinds.values()]
