import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Answer } from '../../../contract/route.ts'
import type { whoAmI } from '../../../server/users/sessions/contract.ts'
import { keys, queries, untilAnswered } from './client.ts'
import { isProblem } from './problem.ts'
import { request } from './request.ts'

/** Who one is and what one may do. */
export type Session = Answer<typeof whoAmI>
export type Preferences = Session['preferences']

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

export const useSessionQuery = () => useQuery({ ...sessionQuery, refetchInterval: untilAnswered })

/** The signed-in person; only inside the shell. */
export function useSession(): Session {
  const session = useQuery(sessionQuery).data
  if (session === undefined || session === null) throw new Error('useSession outside the signed-in shell')
  return session
}

export const may = (session: Session, what: string): boolean => session.administrator || session.functions.includes(what)

/** Everything the last person saw goes with him. */
export function enter(session: Session | null): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] })
  queries.setQueryData(keys.session, session)
}

export async function signOut(): Promise<void> {
  await request('DELETE', '/api/session')
  enter(null)
}

/** Everything is read anew with the other rights; nothing of one's own is left on a screen. */
export async function actAs(whom: { user: string } | { role: string }): Promise<void> {
  await request('POST', '/api/session/act-as', { body: whom })
  location.assign('/')
}

export async function endActing(): Promise<void> {
  try {
    await request('DELETE', '/api/session/act-as')
  } catch (error) {
    // Ended in another window already.
    if (!isProblem(error, 409)) throw error
  }
  location.assign('/')
}

/** How the person likes the screens: at once here, then kept on the server for his other devices. */
export async function prefer(change: Preferences): Promise<void> {
  const session = queries.getQueryData<Session | null>(keys.session)
  if (session == null) return
  const preferences = { ...session.preferences, ...change }
  const now: Session = { ...session, preferences }
  queries.setQueryData(keys.session, now)
  await request('PATCH', '/api/account', { body: { preferences } })
}
