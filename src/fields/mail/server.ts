import { asText, oneColumn } from '../columns.ts'

export const server = oneColumn<'mail', string>({ type: 'text', fromSql: asText, sortedAs: 'text' })
