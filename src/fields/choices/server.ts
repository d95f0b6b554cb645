import { oneColumn } from '../columns.ts'
import type { FieldServer } from '../field.ts'
import { choicesLoss } from '../loss.ts'

export const server: FieldServer<'choices', string[]> = {
  ...oneColumn<'choices', string[]>({ type: 'text[]', fromSql: (value) => value as string[], gin: true }),
  lossSql: choicesLoss,
}
