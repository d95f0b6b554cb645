import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answer } from '../../../contract/route.ts'
import type { matrix } from '../../../server/users/roles/contract.ts'
import { keys, queries } from '../../kernel/api/client.ts'
import { isProblem } from '../../kernel/api/problem.ts'
import { request } from '../../kernel/api/request.ts'
import { useAct } from '../../kernel/ui/useAct.ts'
import { differencesOf, tidy, type Rights } from './draft.ts'

export type Matrix = Answer<typeof matrix>
const matrixKey = ['matrix'] as const
export const matrixQuery = queryOptions({ queryKey: matrixKey, queryFn: ({ signal }) => request<Matrix>('GET', '/api/access/matrix', { signal }), staleTime: 0 })

export const rightsQuery = (id: string) => queryOptions({ queryKey: ['rights', id], queryFn: ({ signal }) => readRights(id, signal), staleTime: 0, refetchOnWindowFocus: false })
export const readRights = (id: string, signal?: AbortSignal) => request<Rights>('GET', `/api/roles/${id}/grants`, { signal })

export async function saveRights(id: string, rights: Rights): Promise<Rights> {
  const saved = await request<Rights>('PUT', `/api/roles/${id}/grants`, { body: tidy(rights) })
  queries.setQueryData(rightsQuery(id).queryKey, saved)
  // One's own rights may have changed with it.
  await Promise.all([['records'], matrixKey, keys.metadata, keys.session].map((queryKey) => queries.invalidateQueries({ queryKey })))
  return saved
}

/** The rights of a role as saved, as changed here, and how to save them all as one version. */
export function useRole(id: string, onSaved: () => void) {
  const query = useQuery(rightsQuery(id))
  const [draft, setDraft] = useState<Rights | null>(null)
  const [theirs, setTheirs] = useState<Rights | null>(null)
  const saved = query.data
  const rights = draft ?? saved
  const differences = draft === null || saved === undefined ? [] : differencesOf(draft, saved)
  const save = useAct(async (over?: number) => {
    try {
      await saveRights(id, { ...draft!, version: over ?? saved!.version })
      setDraft(null)
      setTheirs(null)
      onSaved()
    } catch (error) {
      if (!isProblem(error, 409)) throw error
      setTheirs(await readRights(id))
    }
  })
  function takeTheirs() {
    queries.setQueryData(rightsQuery(id).queryKey, theirs!)
    setDraft(null)
    setTheirs(null)
  }
  const change = (next: Rights) => {
    setDraft(next)
    save.clear()
  }
  return { query, saved, rights, differences, change, discard: () => setDraft(null), save, theirs, takeTheirs, decideLater: () => setTheirs(null) }
}

export type RoleState = ReturnType<typeof useRole>
