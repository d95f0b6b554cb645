import { oneColumn } from '../columns.ts'

export const server = oneColumn<'choices', string[]>({ type: 'text[]', fromSql: (value) => value as string[], gin: true })
