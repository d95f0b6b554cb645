import { useQuery } from '@tanstack/react-query'
import type { Answer } from '../../../contract/route.ts'
import type { setupNeeded } from '../../../server/users/setup/contract.ts'
import { untilAnswered } from '../api/client.ts'
import { request } from '../api/request.ts'

export type Setup = Answer<typeof setupNeeded>

/** Asked only when nobody is signed in. */
export const useSetup = (enabled: boolean) => useQuery({ queryKey: ['setup'], queryFn: ({ signal }) => request<Setup>('GET', '/api/setup', { signal }), enabled, staleTime: 0, refetchInterval: untilAnswered })
