import { Readable } from 'node:stream'
import { Download, implement } from '../kernel/http/implement.ts'
import { defined } from '../kernel/http/parameters.ts'
import { todayIn } from '../kernel/records/conditions.ts'
import { recordOperation } from '../kernel/monitoring/operations.ts'
import { exportList } from './actions.ts'
import { exportRoute } from './contract.ts'

const types = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' }

export const routes = [
  implement(exportRoute, async (ctx, { params, query }) => {
    const { columns, format, ...list } = query
    const request = { object: params.object, format, ...defined({ ...list, columns: columns?.split(',').filter((path) => path !== '') }) }
    const content = await exportList(ctx, request)
    recordOperation(ctx, { what: 'export', object: params.object, detail: { ...request } })
    const day = todayIn(ctx)
    const name = `${ctx.registry.object(params.object).plural[ctx.language]} ${day}.${format}`
    return new Download(Readable.from(content, { objectMode: false }), { name, type: types[format] })
  }),
]
