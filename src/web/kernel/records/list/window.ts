import type { ListAnswer, RecordRow } from '../../../../contract/records.ts'

/**
 * The rows of one list as far as they are known: pages by key, fetched as one scrolls, the far ones let go of and fetched
 * again by their cursor when one comes back. So a million rows cost the memory of some thousands and no page is slower than another.
 */
export interface RowWindow {
  /** Rows that are known to be there, fetched now or once. */
  size(): number
  row(index: number): RecordRow | undefined
  /** Nothing follows the last known row. */
  ended(): boolean
  face(): 'waiting' | 'refused' | 'ready'
  error(): unknown
  /** Others added or removed rows where one cannot see it. */
  isOld(): boolean
  grewOld(): void
  /** These rows are on the screen: fetch what is missing of them, and what comes next. */
  reach(from: number, to: number): void
  /** The first page came by another way; rows further down that were reached already stay. */
  begin(page: Pick<ListAnswer, 'rows' | 'next'>): void
  /** From the first row again; what is shown stays until the answer is here. */
  renew(): Promise<void>
  patch(id: string, change: Partial<RecordRow>): void
  drop(id: string): void
  /** A row moved here from elsewhere, before the server has said so. */
  put(row: RecordRow, index: number): void
  find(id: string): { row: RecordRow; index: number } | null
  subscribe(listener: () => void): () => void
  /** Changes with every change. */
  version(): number
}

interface Page {
  start: number
  length: number
  after: string | null
  rows: RecordRow[] | null
  fetching: boolean
}
export type FetchPage = (after: string | null, limit: number) => Promise<ListAnswer>

interface Known {
  readonly fetchPage: FetchPage
  readonly firstLimit: number
  pages: Page[]
  next: string | null
  started: boolean
  fetchingNext: boolean
  failed: unknown
  old: boolean
  /** Raised by each renewal: answers to what was asked before it are not wanted any more. */
  generation: number
  version: number
  readonly listeners: Set<() => void>
}

const keptRows = 20_000
const ahead = 150

export function createWindow(fetchPage: FetchPage, firstLimit = 60): RowWindow {
  const known: Known = { fetchPage, firstLimit, pages: [], next: null, started: false, fetchingNext: false, failed: null, old: false, generation: 0, version: 0, listeners: new Set() }
  return {
    size: () => sizeOf(known),
    row(index) {
      const page = pageAt(known, index)
      return page?.rows?.[index - page.start]
    },
    ended: () => known.started && known.next === null,
    face: () => (known.started ? (known.failed !== null && known.pages.length === 0 ? 'refused' : 'ready') : 'waiting'),
    error: () => known.failed,
    isOld: () => known.old,
    grewOld() {
      if (known.old) return
      known.old = true
      tell(known)
    },
    begin(page) {
      if (known.pages.length < 2) take(known, page, null)
      tell(known)
    },
    reach: (from, to) => reach(known, from, to),
    renew: () => renew(known),
    patch: (id, change) => patch(known, id, change),
    drop: (id) => drop(known, id),
    put: (row, index) => put(known, row, index),
    find: (id) => find(known, id),
    subscribe(listener) {
      known.listeners.add(listener)
      return () => known.listeners.delete(listener)
    },
    version: () => known.version,
  }
}

function tell(known: Known): void {
  known.version++
  for (const listener of known.listeners) listener()
}

function sizeOf({ pages }: Known): number {
  const last = pages.at(-1)
  return last === undefined ? 0 : last.start + last.length
}

function pageAt({ pages }: Known, index: number): Page | undefined {
  let low = 0
  let high = pages.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const page = pages[middle]!
    if (index < page.start) high = middle - 1
    else if (index >= page.start + page.length) low = middle + 1
    else return page
  }
  return undefined
}

// ---- Fetching ----------------------------------------------------------------------------------------------------

function reach(known: Known, from: number, to: number): void {
  for (const page of known.pages) if (page.rows === null && !page.fetching && page.start <= to && page.start + page.length > from) void fetchAgain(known, page)
  if (!known.started || (to + ahead >= sizeOf(known) && known.next !== null && known.failed === null)) void fetchNext(known)
  letGo(known, from, to)
}

const limitAfter = ({ pages, firstLimit }: Known) => (pages.length === 0 ? firstLimit : pages.length < 4 ? 150 : 500)

function fetchNext(known: Known): Promise<void> {
  if (known.fetchingNext || (known.started && known.next === null)) return Promise.resolve()
  const after = known.next
  return ask(known, after, { limit: limitAfter(known), anew: false })
}

function renew(known: Known): Promise<void> {
  known.generation++
  const shown = known.pages.length === 1 ? known.pages[0]!.length : 0
  return ask(known, null, { limit: Math.min(500, Math.max(known.firstLimit, shown)), anew: true })
}

/** Asks for a page and puts it after the known ones, or in their place. */
async function ask(known: Known, after: string | null, { limit, anew }: { limit: number; anew: boolean }): Promise<void> {
  const mine = known.generation
  known.fetchingNext = true
  try {
    const page = await known.fetchPage(after, limit)
    if (mine !== known.generation) return
    take(known, page, anew ? null : after)
  } catch (error) {
    if (mine !== known.generation) return
    known.failed = error
  }
  known.started = true
  known.fetchingNext = false
  tell(known)
}

/** After the known ones; in place of them all where nothing comes before it. */
function take(known: Known, { rows, next }: Pick<ListAnswer, 'rows' | 'next'>, after: string | null): void {
  const before = after === null ? [] : known.pages
  known.pages = [...before, { start: sizeOf({ ...known, pages: before }), length: rows.length, after, rows, fetching: false }]
  known.next = next
  known.failed = null
  known.started = true
  if (after === null) known.old = false
}

async function fetchAgain(known: Known, page: Page): Promise<void> {
  page.fetching = true
  const mine = known.generation
  const answer = await known.fetchPage(page.after, page.length).catch(() => null)
  page.fetching = false
  if (answer === null || mine !== known.generation) return
  // Rows added or removed since: the page keeps its length, so what is on the screen does not jump.
  page.rows = answer.rows.slice(0, page.length)
  tell(known)
}

function letGo({ pages }: Known, from: number, to: number): void {
  let kept = pages.reduce((sum, page) => sum + (page.rows === null ? 0 : page.length), 0)
  if (kept <= keptRows) return
  const far = (page: Page) => Math.max(page.start - to, from - page.start - page.length)
  for (const page of pages.filter((one) => one.rows !== null).sort((a, b) => far(b) - far(a))) {
    if (kept <= keptRows || far(page) < 1000) return
    page.rows = null
    kept -= page.length
  }
}

// ---- Single rows -------------------------------------------------------------------------------------------------

function find({ pages }: Known, id: string) {
  for (const page of pages) {
    const place = page.rows?.findIndex((row) => row.id === id) ?? -1
    if (place !== -1) return { page, place, index: page.start + place, row: page.rows![place]! }
  }
  return null
}

function patch(known: Known, id: string, change: Partial<RecordRow>): void {
  const found = find(known, id)
  if (found === null) return
  found.page.rows = found.page.rows!.with(found.place, { ...found.row, ...change })
  tell(known)
}

function drop(known: Known, id: string): void {
  const found = find(known, id)
  if (found === null) return
  found.page.rows = found.page.rows!.toSpliced(found.place, 1)
  grow(known, found.page, -1)
}

function put(known: Known, row: RecordRow, index: number): void {
  const page = pageAt(known, index) ?? known.pages.at(-1)
  if (page?.rows == null) return
  page.rows = page.rows.toSpliced(index - page.start, 0, row)
  grow(known, page, 1)
}

function grow(known: Known, page: Page, by: 1 | -1): void {
  page.length += by
  for (const later of known.pages.slice(known.pages.indexOf(page) + 1)) later.start += by
  tell(known)
}
