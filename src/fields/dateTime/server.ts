import { oneColumn } from '../columns.ts'

export const server = oneColumn<'dateTime', string>({ type: 'timestamptz(3)', fromSql: (value) => instantText(value), sortedAs: 'timestamptz' })

const instantText = (value: unknown): string => (typeof value === 'string' && value.length === 24 && value.endsWith('Z') ? value : new Date(value as string | Date).toISOString())
