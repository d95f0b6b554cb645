import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Answer } from '../../../contract/route.ts'
import type { readAccount } from '../../../server/users/account/contract.ts'
import type { readPolicy } from '../../../server/users/policy/contract.ts'
import { keys, queries } from '../../kernel/api/client.ts'
import { request } from '../../kernel/api/request.ts'

export type Account = Answer<typeof readAccount>
export type Policy = Answer<typeof readPolicy>

const accountKey = ['account'] as const

export const useAccount = () => useQuery(queryOptions({ queryKey: accountKey, queryFn: ({ signal }) => request<Account>('GET', '/api/account', { signal }) }))

export const policyQuery = queryOptions({ queryKey: ['policy'], queryFn: ({ signal }) => request<Policy>('GET', '/api/policy', { signal }) })

/** One's own data; the session shows some of it too (name, language, theme). */
export async function changeAccount(change: Partial<Pick<Account, 'phone' | 'picture' | 'language' | 'timeZone'>>): Promise<void> {
  queries.setQueryData(accountKey, await request<Account>('PATCH', '/api/account', { body: change }))
  await queries.invalidateQueries({ queryKey: keys.session })
}

/** After something of the account was changed by another route. */
export const accountChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: accountKey })
