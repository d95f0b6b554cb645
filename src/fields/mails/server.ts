import { entriesServer } from '../columns.ts'
import type { KindedMail } from '../field.ts'

export const server = entriesServer<'mails', KindedMail>({ mainColumns: ['main'], type: 'text', mainValues: (first) => [first.value], textOf: (entry) => entry.value })
