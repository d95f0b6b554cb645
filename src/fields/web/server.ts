import { asText, oneColumn } from '../columns.ts'

export const server = oneColumn<'web', string>({ type: 'text', fromSql: asText, sortedAs: 'text' })
