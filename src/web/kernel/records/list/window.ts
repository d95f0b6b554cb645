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

const keptRows = 20_000
const ahead = 150

export function createWindow(fetchPage: FetchPage, firstLimit = 60): RowWindow {
  let pages: Page[] = []
  let next: string | null = null
  let started = false
  let fetchingNext = false
  let failed: unknown = null
  let changes = 0
  let old = false
  let generation = 0
  const listeners = new Set<() => void>()
  const told = () => {
    changes++
    for (const listener of listeners) listener()
  }
  const size = () => {
    const last = pages.at(-1)
    return last === undefined ? 0 : last.start + last.length
  }
  const limitOf = (count: number) => (count === 0 ? firstLimit : count < 4 ? 150 : 500)

  function pageAt(index: number): Page | undefined {
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

  async function fetchNext(): Promise<void> {
    if (fetchingNext || (started && next === null)) return
    fetchingNext = true
    const mine = generation
    const after = next
    try {
      const answer = await fetchPage(after, limitOf(pages.length))
      if (mine !== generation) return
      pages.push({ start: size(), length: answer.rows.length, after, rows: answer.rows, fetching: false })
      next = answer.next
      failed = null
    } catch (error) {
      if (mine !== generation) return
      failed = error
    } finally {
      if (mine === generation) {
        started = true
        fetchingNext = false
        told()
      }
    }
  }

  async function fetchAgain(page: Page): Promise<void> {
    page.fetching = true
    const mine = generation
    const answer = await fetchPage(page.after, page.length).catch(() => null)
    page.fetching = false
    if (answer === null || mine !== generation) return
    // Rows added or removed since: the page keeps its length, so what is on the screen does not jump.
    page.rows = answer.rows.slice(0, page.length)
    told()
  }

  function letGo(from: number, to: number): void {
    let kept = pages.reduce((sum, page) => sum + (page.rows === null ? 0 : page.length), 0)
    if (kept <= keptRows) return
    const far = (page: Page) => Math.max(page.start - to, from - page.start - page.length)
    for (const page of pages.filter((one) => one.rows !== null).sort((a, b) => far(b) - far(a))) {
      if (kept <= keptRows || far(page) < 1000) return
      page.rows = null
      kept -= page.length
    }
  }

  async function renew(): Promise<void> {
    const mine = ++generation
    fetchingNext = true
    try {
      const answer = await fetchPage(null, Math.min(500, Math.max(firstLimit, pages.length === 1 ? pages[0]!.length : 0)))
      if (mine !== generation) return
      pages = [{ start: 0, length: answer.rows.length, after: null, rows: answer.rows, fetching: false }]
      next = answer.next
      failed = null
      old = false
    } catch (error) {
      if (mine !== generation) return
      failed = error
    } finally {
      if (mine === generation) {
        started = true
        fetchingNext = false
        told()
      }
    }
  }

  function find(id: string) {
    for (const page of pages) {
      const place = page.rows?.findIndex((row) => row.id === id) ?? -1
      if (place !== -1) return { page, place, index: page.start + place, row: page.rows![place]! }
    }
    return null
  }

  return {
    size,
    isOld: () => old,
    grewOld() {
      if (old) return
      old = true
      told()
    },
    row: (index) => {
      const page = pageAt(index)
      return page?.rows?.[index - page.start]
    },
    ended: () => started && next === null,
    face: () => (started ? (failed !== null && pages.length === 0 ? 'refused' : 'ready') : 'waiting'),
    error: () => failed,
    reach(from, to) {
      for (const page of pages) if (page.rows === null && !page.fetching && page.start <= to && page.start + page.length > from) void fetchAgain(page)
      if (!started || (to + ahead >= size() && next !== null && failed === null)) void fetchNext()
      letGo(from, to)
    },
    renew,
    patch(id, change) {
      const found = find(id)
      if (found === null) return
      found.page.rows = found.page.rows!.with(found.place, { ...found.row, ...change })
      told()
    },
    drop(id) {
      const found = find(id)
      if (found === null) return
      found.page.rows = found.page.rows!.toSpliced(found.place, 1)
      found.page.length--
      for (const page of pages) if (page.start > found.page.start) page.start--
      told()
    },
    put(row, index) {
      const page = pageAt(index) ?? pages.at(-1)
      if (page?.rows == null) return
      page.rows = page.rows.toSpliced(index - page.start, 0, row)
      page.length++
      for (const other of pages) if (other.start > page.start) other.start++
      told()
    },
    find,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => changes,
  }
}
