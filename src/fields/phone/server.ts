import { asText, oneColumn } from '../columns.ts'
import { textLoss } from '../loss.ts'

export const server = { ...oneColumn<'phone', string>({ type: 'text', fromSql: asText, sortedAs: 'text' }), lossSql: textLoss }
