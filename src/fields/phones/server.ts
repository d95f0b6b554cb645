import { entriesServer } from '../columns.ts'
import type { KindedPhone } from '../field.ts'

export const server = entriesServer<'phones', KindedPhone>({ mainColumns: ['main'], type: 'text', mainValues: (first) => [first.value], textOf: (entry) => entry.value })
