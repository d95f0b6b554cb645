/** Who is told of what: facts in, news out. Nobody is told of what he did himself. */
export interface WorkRow {
  id: string
  title: string
  type: string
  state: string
  priority: string
  owner: string | null
  delegated_by: string | null
  delegation: string | null
  delegation_note: string | null
  watchers: string[] | null
  due: string | null
  start: string | null
  done_at: string | null
  series: string | null
  outcome: string | null
}

export interface Happening {
  verb: string
  fields: readonly string[]
  by: string | null
}

export type NewsKind = 'assigned' | 'answered' | 'done' | 'progress' | 'changed'
export type Reason = 'owner' | 'delegator' | 'watcher'

export interface News {
  kind: NewsKind
  to: string
  reason: Reason
}

/** One piece of news for each person: the nearest to him. */
export function newsOf(work: WorkRow, happening: Happening): News[] {
  const news = [...toOwner(work, happening), ...toDelegator(work, happening), ...toWatchers(work, happening)]
  return news.filter(({ to }, at) => to !== happening.by && news.findIndex((one) => one.to === to) === at)
}

/** A person gave it to him; what the house itself makes (the next of a series) is in his list on its day. */
function toOwner({ owner, delegation, done_at: doneAt }: WorkRow, { verb, fields, by }: Happening): News[] {
  if (owner === null || by === null || doneAt !== null) return []
  if (delegation === 'refused' && fields.includes('delegation')) return [{ kind: 'answered', to: owner, reason: 'delegator' }]
  if (verb === 'create' || fields.includes('owner')) return [{ kind: 'assigned', to: owner, reason: 'owner' }]
  return fields.some((field) => ['due', 'start', 'priority'].includes(field)) ? [{ kind: 'changed', to: owner, reason: 'owner' }] : []
}

function toDelegator({ delegated_by: to, delegation, state }: WorkRow, { verb, fields }: Happening): News[] {
  if (to === null || verb === 'create') return []
  if (fields.includes('delegation') && delegation === 'accepted') return [{ kind: 'answered', to, reason: 'delegator' }]
  return progressOf(state, fields).map((kind) => ({ kind, to, reason: 'delegator' }))
}

const toWatchers = ({ watchers, state }: WorkRow, { verb, fields }: Happening): News[] =>
  verb === 'create' ? [] : (watchers ?? []).flatMap((to) => progressOf(state, fields).map((kind): News => ({ kind, to, reason: 'watcher' })))

function progressOf(state: string, fields: readonly string[]): ('done' | 'progress')[] {
  if (!fields.includes('state')) return []
  return [state === 'done' || state === 'cancelled' ? 'done' : 'progress']
}
