import { oneColumn } from '../columns.ts'

export const server = oneColumn<'time', string>({ type: 'time(0)', fromSql: (value) => String(value).slice(0, 5), sortedAs: 'time' })
