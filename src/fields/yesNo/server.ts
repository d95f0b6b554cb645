import { oneColumn } from '../columns.ts'

export const server = oneColumn<'yesNo', boolean>({ type: 'boolean', fromSql: (value) => value === true, sortedAs: 'boolean' })
