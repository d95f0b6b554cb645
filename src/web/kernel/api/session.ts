import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Language } from '../../../contract/text.ts'
import { keys, queries } from './client.ts'
import { isProblem } from './problem.ts'
import { request } from './request.ts'

/** Who one is and what one may do, as GET /api/session says. */
export interface Session {
  user: { id: string; name: string; mail?: string; language?: Language; timeZone?: string }
  /** Functions allowed by roles: 'settings', 'import', 'users' …; 'all' for administrators. */
  functions: string[]
  currency?: string
}
/** null: nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: keys.session,
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await request<Session>('GET', '/api/session', { signal })
    } catch (error) {
      if (isProblem(error, 401)) return null
      throw error
    }
  },
})

export const useSessionQuery = () => useQuery(sessionQuery)

/** The signed-in person; only inside the shell. */
export function useSession(): Session {
  const session = useQuery(sessionQuery).data
  if (session === undefined || session === null) throw new Error('useSession outside the signed-in shell')
  return session
}

export const may = (session: Session, what: string): boolean => session.functions.includes('all') || session.functions.includes(what)

export async function signOut(): Promise<void> {
  await request('DELETE', '/api/session')
  queries.clear()
  queries.setQueryData(keys.session, null)
}
