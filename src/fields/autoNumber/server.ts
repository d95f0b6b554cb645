import { asText, oneColumn } from '../columns.ts'

export const server = oneColumn<'autoNumber', string>({ type: 'text', fromSql: asText, sortedAs: 'text' })
