import { queryOptions } from '@tanstack/react-query'
import { openWork } from '../../../server/activities/handover/contract.ts'
import { call } from '../../kernel/api/request.ts'

/** Under the lists of activities, so that whatever changes them counts anew. */
export const openWorkQuery = (id: string) => queryOptions({ queryKey: ['records', 'activity', 'list', 'openWork', id], queryFn: ({ signal }) => call(openWork, { params: { id } }, signal), retry: false })
