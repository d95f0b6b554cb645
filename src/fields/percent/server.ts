import { oneColumn } from '../columns.ts'
import { plain } from '../decimals.ts'
import { numberLoss } from '../loss.ts'

export const server = { ...oneColumn<'percent', string>({ type: 'numeric', fromSql: (value) => plain(String(value)), sortedAs: 'numeric' }), lossSql: numberLoss }
