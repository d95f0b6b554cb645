/** What one may ask of the gate, and what it answers beside `ListAnswer`. */
import type { Verb } from '../../../contract/definition.ts'

export interface ListRequest {
  object: string
  /** Paths: 'name', 'owner', 'owner.name', 'parent.owner.name', 'addresses.city'. Left out: the object's own list columns. */
  columns?: readonly string[]
  /** Condition in the expression language over what the caller may read. */
  where?: string
  /** Only records whose link leads to this one: the lists of a record's page, compiled once for all records. */
  linkedTo?: { link: string; id: string }
  /** Words as in a search box: all must be found, in any case, without diacritics; numbers in any form. */
  search?: string
  /** 'name,-createdAt'; left out: the object's own order. Empty values last, in both directions. */
  order?: string
  /** 1 to 500; 50 when left out. */
  limit?: number
  /** `next` of the page before. */
  after?: string
  count?: boolean
  archived?: 'no' | 'only' | 'all'
  /** The trash instead of the records; for those who may delete. */
  trash?: boolean
  /** What the caller may do with each record; true when left out (in `stream`: false). */
  can?: boolean
  /** Only records that he may also export, change or delete: for exports and for what is done to a whole list. */
  may?: Exclude<Verb, 'create' | 'read'>
}

export interface GroupsRequest {
  object: string
  /** Paths of choices, links, texts, yes/no, days; times and days by period: 'createdAt:month' (year, quarter, month, week, day). */
  by: readonly string[]
  /** 'count', 'count(turnover)' (of those with one), 'sum(turnover)', 'avg(employees)', 'min(birthday)', 'max(updatedAt)'. Left out: count. */
  measures?: readonly string[]
  where?: string
  search?: string
  archived?: 'no' | 'only' | 'all'
  /** Groups at most, the biggest first; 1,000 when left out. */
  limit?: number
}

/** One group: the value of each `by` under its own key, measures as `count`, `sum_turnover`. Sums of money: { PLN: '12.00', EUR: '3.00' }. */
export type Group = Record<string, unknown>

export interface GroupsAnswer {
  groups: Group[]
  /** There are more groups than the limit. */
  more: boolean
}

export interface SearchHit {
  object: string
  id: string
  name: string
  /** What distinguishes namesakes: the object's `distinguishedBy`, by path, as far as the caller may read. */
  about: Record<string, unknown>
  /** How it was found: its exact identifier, its name from the start, a word's start, somewhere inside. */
  by: 'exact' | 'start' | 'word' | 'part'
  /** The earlier name (or other attached record) that matched, when its own did not. */
  through?: { object: string; name: string }
  archived: boolean
}

export interface SearchAnswer {
  /** The best first, over all objects. */
  hits: SearchHit[]
  /** Objects of which there may be more hits than given. */
  more: string[]
}
