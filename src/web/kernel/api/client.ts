import { QueryClient } from '@tanstack/react-query'
import { isProblem } from './problem.ts'

/** Server data lives here and nowhere else. A refusal is an answer, so only a lost connection or a fault is asked again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => failures < 2 && (!isProblem(error) || error.problem.status === 0 || error.problem.status >= 502),
    },
    mutations: { retry: false },
  },
})

/** First parts of query keys; live events invalidate by them. */
export const keys = {
  session: ['session'] as const,
  metadata: ['metadata'] as const,
  object: (object: string) => ['records', object] as const,
  lists: (object: string) => ['records', object, 'list'] as const,
  list: (object: string, request: object) => ['records', object, 'list', request] as const,
  groups: (object: string, request: object) => ['records', object, 'groups', request] as const,
  record: (object: string, id: string) => ['records', object, 'one', id] as const,
  history: (object: string, id: string) => ['records', object, 'one', id, 'history'] as const,
  timeline: (object: string, id: string) => ['records', object, 'one', id, 'timeline'] as const,
  views: (object: string) => ['views', object] as const,
  runs: ['runs'] as const,
  notices: ['notices'] as const,
}

/** Without an answer to these nothing can be shown, and whoever waits for a server that is starting should not have to ask: every few seconds anew. */
export const untilAnswered = ({ state }: { state: { status: 'pending' | 'error' | 'success' } }): number | false => (state.status === 'error' ? 3_000 : false)
