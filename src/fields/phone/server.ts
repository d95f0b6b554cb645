import { asText, oneColumn } from '../columns.ts'

export const server = oneColumn<'phone', string>({ type: 'text', fromSql: asText, sortedAs: 'text' })
