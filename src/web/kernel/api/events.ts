import { keys, queries } from './client.ts'
import { readRun, type Run } from './runs.ts'

/** A change somebody made, as the server tells of it: ids only, each reader asks for what he may see. */
export interface RecordEvent {
  object: string
  /** null: many of this object at once. */
  record: string | null
  version: number | null
  verb: string
  by: string | null
}
type Listener = (changes: readonly RecordEvent[]) => void

const listeners = new Set<Listener>()
/** Told of changes in batches, at most a few times a second. */
export function onRecordEvents(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const runListeners = new Set<(run: Run) => void>()
export function onRun(listener: (run: Run) => void): () => void {
  runListeners.add(listener)
  return () => runListeners.delete(listener)
}

const onlineListeners = new Set<() => void>()
let online = true
export const isOnline = (): boolean => online
export function onOnline(listener: () => void): () => void {
  onlineListeners.add(listener)
  return () => onlineListeners.delete(listener)
}

type Told = { kind: 'event'; name: string; text: string } | { kind: 'online'; online: boolean } | { kind: 'ask' }

/**
 * Live changes. A browser keeps few connections to one host, so one tab holds the stream (whoever has the lock) and
 * tells the others; without locks (plain http in a local net) each tab holds its own.
 */
export function startLive(): () => void {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('sedno.live') : null
  const ends: (() => void)[] = []
  const stopped = new AbortController()
  if (channel !== null) {
    channel.onmessage = ({ data }: MessageEvent<Told>) => hear(data)
    ends.push(() => channel.close())
  }
  const lead = () => {
    const end = openStream((told) => {
      hear(told)
      channel?.postMessage(told)
    })
    ends.push(end)
  }
  if (channel !== null && 'locks' in navigator) {
    void navigator.locks
      .request('sedno.live', { signal: stopped.signal }, () => {
        lead()
        return new Promise<void>((release) => ends.push(release))
      })
      .catch(() => undefined) // gave up waiting for the lock: the tab signs out or closes
  } else lead()
  return () => {
    stopped.abort()
    for (const end of ends) end()
  }
}

const names = ['changes', 'missed', 'run', 'metadata', 'presence', 'notice', 'session'] as const

function openStream(tell: (told: Told) => void): () => void {
  const stream = new EventSource('/api/events')
  let wasLost = false
  stream.onopen = () => {
    if (wasLost) tell({ kind: 'event', name: 'missed', text: '' })
    wasLost = false
    tell({ kind: 'online', online: true })
  }
  stream.onerror = () => {
    wasLost = true
    tell({ kind: 'online', online: false })
  }
  for (const name of names) stream.addEventListener(name, (event) => tell({ kind: 'event', name, text: (event as MessageEvent<string>).data }))
  return () => stream.close()
}

function hear(told: Told): void {
  if (told.kind === 'online') {
    if (online === told.online) return
    online = told.online
    for (const listener of onlineListeners) listener()
  } else if (told.kind === 'event') hearEvent(told.name, told.text)
}

function hearEvent(name: string, text: string): void {
  // Something may have passed unheard: everything on the screen is asked for again.
  if (name === 'missed') return void queries.invalidateQueries()
  const facts = text === '' ? null : (JSON.parse(text) as unknown)
  if (name === 'metadata') void queries.invalidateQueries({ queryKey: keys.metadata })
  else if (name === 'session') void queries.invalidateQueries({ queryKey: keys.session })
  else if (name === 'run') hearRun(facts)
  else if (name === 'notice') void queries.invalidateQueries({ queryKey: keys.notices })
  // Somebody came to a record, or left it, that one looks at.
  else if (name === 'presence') void queries.invalidateQueries({ queryKey: ['presence'], predicate: ({ queryKey }) => queryKey[2] === (facts as { id: string }).id })
  else if (name === 'changes') hearChanges(Array.isArray(facts) ? (facts as RecordEvent[]) : ((facts as { changes?: RecordEvent[] } | null)?.changes ?? []))
}

function hearRun(facts: unknown): void {
  const { id } = facts as { id: string }
  void queries.invalidateQueries({ queryKey: keys.runs })
  void readRun(id).then(
    (run) => {
      for (const listener of runListeners) listener(run)
    },
    () => undefined, // gone or not ours: the list of runs, asked again above, says so
  )
}

let waiting: RecordEvent[] = []
let timer: ReturnType<typeof setTimeout> | null = null
function hearChanges(changes: readonly RecordEvent[]): void {
  waiting.push(...changes)
  timer ??= setTimeout(deliver, 300)
}

function deliver(): void {
  timer = null
  const changes = waiting
  waiting = []
  for (const object of new Set(changes.map((change) => change.object))) {
    void queries.invalidateQueries({ queryKey: ['records', object, 'groups'] })
    void queries.invalidateQueries({ queryKey: keys.lists(object) })
  }
  for (const { object, record } of changes) void queries.invalidateQueries({ queryKey: record === null ? ['records', object, 'one'] : keys.record(object, record) })
  for (const listener of listeners) listener(changes)
}
