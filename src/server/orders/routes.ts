import { Readable } from 'node:stream'
import type { Ctx } from '../kernel/context.ts'
import { Download, implement } from '../kernel/http/implement.ts'
import { recordOperation } from '../kernel/monitoring/operations.ts'
import { accountingData, accountingSheet } from './accounting/actions.ts'
import * as contract from './contract.ts'
import { orderChecklist } from './shown/actions.ts'
import { accounting } from './texts.ts'
import { contractValue } from './worth/actions.ts'

const types = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8', json: 'application/json' }

export const routes = [
  implement(contract.orderChecklist, (ctx, { params }) => orderChecklist(ctx, params.id)),
  implement(contract.contractValue, (ctx, { params, query }) => contractValue(ctx, params.id, query.per)),
  implement(contract.accountingFile, async (ctx, { params: { id }, query: { format } }) => {
    const file = format === 'json' ? await jsonOf(ctx, id) : await accountingSheet(ctx, id, format)
    recordOperation(ctx, { what: 'export', object: 'salesOrder', record: id, detail: { format } })
    const name = `${accounting[ctx.language]} ${file.number.replaceAll('/', '-')}.${format}`
    return new Download(Readable.from(file.content, { objectMode: false }), { name, type: types[format] })
  }),
]

async function jsonOf(ctx: Ctx, id: string) {
  const found = await accountingData(ctx, id)
  return { number: String(found.order['number'] ?? ''), content: [Buffer.from(`${JSON.stringify(found, null, 2)}\n`)] }
}
