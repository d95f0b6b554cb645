import { useQuery } from '@tanstack/react-query'
import type { RunView } from '../../../contract/records.ts'
import { keys, queries } from './client.ts'
import { ProblemError } from './problem.ts'
import { request } from './request.ts'

/** Longer work that somebody waits for: import, mass edit. */
export type Run = RunView

export const readRun = (id: string, signal?: AbortSignal) => request<Run>('GET', `/api/runs/${id}`, { signal })

export const isRunning = (run: Run): boolean => run.state === 'queued' || run.state === 'running'

/** Asked again every second only while something runs. */
export const useRuns = () =>
  useQuery({
    queryKey: keys.runs,
    queryFn: async ({ signal }) => (await request<{ runs: Run[] }>('GET', '/api/runs', { signal })).runs,
    refetchInterval: ({ state }) => (state.data?.some(isRunning) ? 1000 : false),
  })

export async function cancelRun(id: string): Promise<void> {
  await request('POST', `/api/runs/${id}/cancel`)
  await queries.invalidateQueries({ queryKey: keys.runs })
}

/** Runs whose end the screen that began them tells of; the tray keeps quiet about these. */
export const toldElsewhere = new Set<string>()

/** Until it ends, however it ends. */
export async function finished(id: string, told?: (run: Run) => void): Promise<Run> {
  for (let wait = 150; ; wait = Math.min(1000, wait * 1.5)) {
    const run = await readRun(id)
    told?.(run)
    if (!isRunning(run)) return run
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
}

/** What a run came to, for whoever waits for it; one that failed or was stopped throws the sentence of the server. */
export async function resultOf<R>(begun: Run): Promise<R> {
  toldElsewhere.add(begun.id)
  void queries.invalidateQueries({ queryKey: keys.runs })
  const run = await finished(begun.id)
  if (run.state === 'done') return run.result as R
  throw new ProblemError({ type: 'about:blank', title: run.title, status: 422, code: `run_${run.state}`, detail: run.error ?? run.title, trace: '' })
}
