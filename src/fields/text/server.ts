import { asText, oneColumn, textForPeople } from '../columns.ts'

export const server = oneColumn<'text', string>({ type: textForPeople, fromSql: asText, sortedAs: 'text' })
