import { asText, oneColumn } from '../columns.ts'
import { textLoss } from '../loss.ts'

export const server = { ...oneColumn<'web', string>({ type: 'text', fromSql: asText, sortedAs: 'text' }), lossSql: textLoss }
