import { asText, oneColumn } from '../columns.ts'

// Sorting by a link means sorting by the name of what it leads to; the query does that by a path.
export const server = oneColumn<'link', string>({ type: 'uuid', fromSql: asText })
