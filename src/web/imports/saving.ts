import { languageNow } from '../kernel/ui/language.ts'
import { complain } from '../kernel/ui/notify.tsx'
import { sentence } from '../kernel/api/problem.ts'
import { queries } from '../kernel/api/client.ts'
import { change, keep, keys, type Import, type Settings } from './api.ts'

// What is chosen is on the screen at once and goes to the server a moment later, in order, several choices in one request.
const waiting = new Map<string, Settings>()
const timers = new Map<string, ReturnType<typeof setTimeout>>()
const going = new Map<string, Promise<void>>()
const rest = 250

export function choose(id: string, settings: Pick<Settings, 'mapping' | 'options'>): void {
  void queries.cancelQueries({ queryKey: keys.one(id), exact: true })
  queries.setQueryData<Import>(keys.one(id), (it) => it && { ...it, ...settings, options: { ...it.options, ...settings.options }, ...(decidesOnly(settings) ? {} : { state: 'uploaded', preview: null }) })
  const before = waiting.get(id)
  waiting.set(id, { ...before, ...settings, ...(settings.options ? { options: { ...before?.options, ...settings.options } } : {}) })
  clearTimeout(timers.get(id))
  timers.set(id, setTimeout(() => void saved(id), rest))
}

/** A decision on one row leaves the preview true; everything else asks for a new one. */
const decidesOnly = ({ mapping, options }: Settings): boolean => mapping === undefined && Object.keys(options ?? {}).every((name) => name === 'decisions' || name === 'undecided')

/** Resolves when the server knows everything that was chosen. */
export async function saved(id: string): Promise<void> {
  clearTimeout(timers.get(id))
  const settings = waiting.get(id)
  waiting.delete(id)
  if (settings !== undefined) going.set(id, (going.get(id) ?? Promise.resolve()).then(() => send(id, settings)))
  await going.get(id)
  if (waiting.has(id)) await saved(id)
}

async function send(id: string, settings: Settings): Promise<void> {
  try {
    const answer = await change(id, settings)
    if (!waiting.has(id)) keep(answer)
  } catch (error) {
    complain(sentence(error, languageNow()))
    await queries.invalidateQueries({ queryKey: keys.one(id), exact: true })
  }
}

// Whoever closes the page right after a choice does not lose it.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') for (const id of waiting.keys()) void saved(id)
})
