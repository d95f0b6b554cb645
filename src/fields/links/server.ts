import { oneColumn } from '../columns.ts'

export const server = oneColumn<'links', string[]>({ type: 'uuid[]', fromSql: (value) => value as string[], gin: true })
