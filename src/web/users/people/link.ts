import type { Answer } from '../../../contract/route.ts'
import type { makeLinkRoute, signInStateRoute } from '../../../server/users/passwords/contract.ts'
import { queries } from '../../kernel/api/client.ts'
import { request } from '../../kernel/api/request.ts'

export type PasswordLink = Answer<typeof makeLinkRoute>
export type SignInState = Answer<typeof signInStateRoute>

const stateKey = (user: string) => ['signInState', user] as const

export const signInState = (user: string) => ({ queryKey: stateKey(user), queryFn: ({ signal }: { signal: AbortSignal }) => request<SignInState>('GET', `/api/users/${user}/sign-in`, { signal }), staleTime: 0 })
export const stateChanged = (user: string): Promise<void> => queries.invalidateQueries({ queryKey: stateKey(user) })

export async function makeLink(user: string): Promise<PasswordLink> {
  const link = await request<PasswordLink>('POST', `/api/users/${user}/link`)
  await stateChanged(user)
  return link
}

// Letters that cannot be taken for others, as on recovery codes; five in a group, so that it can be read out.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** 20 letters of 31: 99 bits. */
export function suggestedPassword(): string {
  const bytes = crypto.getRandomValues(new Uint32Array(20))
  return [...bytes].map((byte, index) => (index > 0 && index % 5 === 0 ? '-' : '') + letters[byte % letters.length]).join('')
}
