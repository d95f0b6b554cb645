import type { Query } from '../../api/request.ts'
import type { ListOf } from './useList.ts'

/** The list as seen: its columns in their order, its condition, its order. */
export function exportRequest({ request, columns }: ListOf, format: string): Query {
  return { format, columns: columns.map((column) => column.path), where: request.where, search: request.search, order: request.order, archived: request.archived }
}
