import type { Import, Preview } from '../api.ts'

export const decisions = ['skip', 'updateEmpty', 'update', 'create'] as const
export type Decision = (typeof decisions)[number]

/** The counts as they will be with the decisions made so far: who asks starts from everything skipped. */
export function decided(it: Pick<Import, 'counts' | 'options'>, preview: Pick<Preview, 'found'>): Import['counts'] {
  if (it.options.found !== 'ask') return it.counts
  const made = preview.found.map(({ line }) => it.options.decisions?.[String(line)]).filter((decision) => decision !== undefined)
  const created = made.filter((decision) => decision === 'create').length
  const updated = made.filter((decision) => decision === 'update' || decision === 'updateEmpty').length
  return { ...it.counts, created: it.counts.created + created, updated: it.counts.updated + updated, skipped: it.counts.skipped - created - updated }
}
