import { withQuery } from '../kernel/api/request.ts'
import type { Import } from './api.ts'

export const steps = ['file', 'columns', 'duplicates', 'preview', 'result'] as const
export type Step = (typeof steps)[number]

export const toImports = (): string => '/imports'
/** `like`: an earlier import whose mapping and rules are taken over. */
export const toNewImport = (object?: string, like?: string): string => withQuery('/imports/new', { object, like })
export const toImport = (id: string, step?: Step): string => withQuery(`/imports/${id}`, { step })
export const toRefusedFile = (id: string): string => `/api/imports/${id}/errors.csv`

/** The list of what this import created: by its person, between its beginning and its end. */
export function toCreated({ object, startedAt, finishedAt }: Import): string {
  const from = startedAt === null ? '' : ` and createdAt >= "${startedAt}"`
  const until = finishedAt === null ? '' : ` and createdAt <= "${finishedAt}"`
  return withQuery(`/records/${object}`, { where: `createdBy = me${from}${until}` })
}
