import { useQuery } from '@tanstack/react-query'
import type { BoardAnswer } from '../../../../contract/records.ts'
import { keys, queries } from '../../api/client.ts'
import { useMetadata } from '../../api/metadata.ts'
import { request } from '../../api/request.ts'
import type { LinkField } from '../list/boardFields.ts'
import type { ListOf } from '../list/useList.ts'
import { windowOf } from '../list/useRowWindow.ts'
import { boardWhere, cardsRequest, chosenOf, columnsOf, groupsRequest, sourcesOf } from './columns.ts'
import { measuresOf } from './Sums.tsx'

/**
 * All that the board shows at first, in one request; each part then lives by itself in the cache. False: not asked yet.
 * What is refused is refused again to each part, which says so in its place.
 */
export function useBoardPage(list: ListOf, on: LinkField): boolean {
  const metadata = useMetadata()
  const { object, place } = list
  const { columns, limit, trash, where: _, ...rest } = cardsRequest(list, on, { where: '' })
  const asked = { ...rest, in: place.in, columns, measures: measuresOf(list), where: list.request.where, limit }
  const page = useQuery({
    queryKey: ['boardPage', object.name, asked],
    enabled: trash !== true,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    queryFn: async ({ signal }) => {
      keep(await request<BoardAnswer>('GET', `/api/records/${object.name}/board`, { query: asked, signal }))
      return true
    },
  })
  function keep({ within, columns: found, groups, pages }: BoardAnswer) {
    const { target, above, link, isColored, ...sources } = sourcesOf(metadata, object, on)
    const of = above === null || within === null ? null : chosenOf(object, above, { rows: within.rows, wanted: place.in })
    if (above !== null && within !== null) queries.setQueryData(keys.list(above.name, sources.offered), within)
    if (target === null || of?.chosen === null) return
    queries.setQueryData(keys.list(on.target, sources.columns(of?.where)), found)
    queries.setQueryData(keys.groups(object.name, groupsRequest(list, on, of === null ? null : { link: link!.name, chosen: of.chosen })), { groups })
    for (const [n, column] of columnsOf(object, on, { rows: found.rows, target, isColored }).entries()) if (pages[n] !== undefined) windowOf(object.name, cardsRequest(list, on, column)).begin(pages[n])
  }
  return trash === true || page.isFetched
}
