import { useEffect, useRef, useState } from 'react'
import type { QuoteGrid } from '../../../server/quotes/contract.ts'
import { isProblem } from '../../kernel/api/problem.ts'
import { useStable } from '../../kernel/ui/stable.ts'
import { saveQuote } from '../asking.ts'
import { contentOf, isSameContent, isUnnamed, knownAfter, knownOf, sentOf, type Content } from './content.ts'

/** Long enough not to write at every key, short enough that nobody waits for it. */
const pause = 700
const pauseOffline = 5_000
const calm = { busy: false, error: null, clash: null, tried: null }

export interface Clash {
  theirs: QuoteGrid
  mine: Content
}

/**
 * Saves what is in the grid a moment after it changed. One save follows another; what was typed meanwhile goes with the next.
 * When somebody else changed the lines too, both sides are shown; when only the head of the quote changed, there is nothing to ask.
 */
export function useSaving({ grid, content, replace }: { grid: QuoteGrid; content: Content; replace(content: Content): void }) {
  const id = grid.quote.id
  const [server, setServer] = useState(() => ({ grid, known: knownOf(grid) }))
  const [saved, setSaved] = useState<Content>(content)
  const [state, setState] = useState<{ busy: boolean; error: unknown; clash: Clash | null; tried: Content | null }>(calm)
  const isRunning = useRef(false)
  const isDirty = content !== saved
  const latest = useStable(() => content)

  async function send(attempt: Content, from: typeof server): Promise<void> {
    const { body, rows } = sentOf(attempt, { known: from.known, version: from.grid.quote.version, head: { currency: String(from.grid.quote['currency']), writesCosts: from.grid.may.writeCosts, before: contentOf(from.grid) } })
    try {
      const answer = await saveQuote(id, body)
      setServer({ grid: answer, known: knownAfter(rows, answer) })
      setSaved(attempt)
      setState(calm)
    } catch (error) {
      const theirs = isProblem(error, 409) ? (error.problem.theirs as QuoteGrid | undefined) : undefined
      if (theirs?.lines === undefined) return setState({ ...calm, error, tried: attempt })
      // The head was changed, by this person or another, and no line: what is here still stands.
      if (isSameContent(contentOf(theirs), contentOf(from.grid)) && theirs.quote.version !== from.grid.quote.version) return send(attempt, { ...from, grid: theirs })
      setState({ ...calm, clash: { theirs, mine: attempt } })
    }
  }
  const save = useStable(async () => {
    if (isRunning.current || !grid.may.change) return
    isRunning.current = true
    setState({ ...calm, busy: true })
    await send(latest(), server).finally(() => (isRunning.current = false))
  })
  // What was refused is not sent again as it is; what the net lost, is.
  const isWaiting = isDirty && !state.busy && state.clash === null && (state.tried !== content || isProblem(state.error, 0))
  const delay = state.tried === content ? pauseOffline : pause
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => void save(), delay)
    return () => clearTimeout(timer)
  }, [isWaiting, content, delay, save])

  /** What came from the server takes the place of what is here: nothing of one's own was in it. */
  const take = useStable((next: QuoteGrid) => {
    const fresh = contentOf(next)
    setServer({ grid: next, known: knownOf(next) })
    setSaved(fresh)
    setState(calm)
    replace(fresh)
  })
  const settle = (side: 'mine' | 'theirs') => {
    if (state.clash === null) return
    const { theirs, mine } = state.clash
    if (side === 'theirs') return take(theirs)
    isRunning.current = true
    setState({ ...calm, busy: true })
    void send(mine, { grid: theirs, known: new Map([...server.known].filter(([, known]) => isThere(theirs, known.id)).map(([row, { id: one }]) => [row, { id: one, version: versionIn(theirs, one) }])) }).finally(() => (isRunning.current = false))
  }
  return { grid: server.grid, isDirty, ...state, waitingForName: content.rows.filter((row) => isUnnamed(row) && !server.known.has(row.id)).length, save, take, settle }
}

const isThere = ({ sections, lines }: QuoteGrid, id: string): boolean => [...sections, ...lines].some((one) => one.id === id)
const versionIn = ({ sections, lines }: QuoteGrid, id: string): number => [...sections, ...lines].find((one) => one.id === id)!.version

export type Saving = ReturnType<typeof useSaving>
