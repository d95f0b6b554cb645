import { asText, oneColumn } from '../columns.ts'

export const server = oneColumn<'date', string>({ type: 'date', fromSql: asText, sortedAs: 'date' })
