import { z } from 'zod'
import { refuse } from '../../../contract/refusal.ts'
import { route } from '../../../contract/route.ts'
import { sql } from '../../../expression/sql.ts'
import type { FileValue } from '../../../fields/field.ts'
import type { Ctx } from '../context.ts'
import type { FileStore } from '../files/store.ts'
import { fileTypeOf } from '../files/type.ts'
import { recordOperation } from '../monitoring/operations.ts'
import { one } from '../query/one.ts'
import { Download, implement, type Implementation } from './implement.ts'
import { texts } from './texts.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const place = z.strictObject({ object: z.string().max(100).optional(), id: z.uuid().optional(), field: z.string().max(100).optional(), inline: z.enum(['true', 'false']).optional() })
const fileValue = z.object({ hash, name: z.string(), size: z.number(), type: z.string() })

/** Pictures that browsers show without running anything; everything else is saved, not opened. */
const harmless = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])

const upload = route({ method: 'POST', path: '/api/files', summary: 'Upload a file (multipart); what comes back is the value of a file field', scope: 'records:write', answer: fileValue })
const download = route({ method: 'GET', path: '/api/files/:hash', summary: 'A file of a record that the caller may see, or one he has just uploaded', scope: 'records:read', params: z.object({ hash }), query: place, answer: z.unknown() })

export function fileRoutes(store: FileStore, maxBytes: number): Implementation[] {
  return [
    implement(upload, async (ctx, _given, http) => {
      for await (const part of http.parts()) {
        if (part.kind !== 'file') continue
        const { hash: stored, size } = await store.put(part.stream, { maxBytes })
        if (part.stream.truncated) refuse('file.too_large', texts.fileTooLarge, { status: 413, values: { megabytes: Math.floor(maxBytes / 1_048_576) } })
        const type = await fileTypeOf(store, stored, part.type)
        await ctx.db.rows(sql`insert into upload (hash, by, at) values (${stored}, ${ctx.who.userId}, ${ctx.now}) on conflict (hash, by) do update set at = excluded.at`)
        recordOperation(ctx, { what: 'upload', detail: { name: part.fileName, size } })
        http.setStatus(201)
        return { hash: stored, name: safeName(part.fileName), size, type }
      }
      return refuse('no_file', texts.noFile, { status: 400 })
    }),
    implement(download, async (ctx, { params, query }) => {
      const file = await fileFor(ctx, params.hash, query)
      if (file === null || !(await store.has(params.hash))) return refuse('not_found', texts.notFound, { status: 404 })
      recordOperation(ctx, { what: 'download', ...(query.object && query.id ? { object: query.object, record: query.id } : {}), detail: { name: file.name } })
      const { stream, size } = await store.open(params.hash)
      const inline = query.inline === 'true' && harmless.has(file.type)
      return new Download(stream, { name: file.name, type: inline || harmless.has(file.type) ? file.type : 'application/octet-stream', size, inline })
    }),
  ]
}

const safeName = (name: string): string => name.replace(/[\u0000-\u001f\u007f/\\]/g, '_').slice(0, 200) || 'file'

/** The file as the record names it, when the caller may see that field; else his own fresh upload. */
async function fileFor(ctx: Ctx, wanted: string, { object, id, field }: z.output<typeof place>): Promise<FileValue | null> {
  if (object !== undefined && id !== undefined && field !== undefined) {
    const record = ctx.registry.objects.has(object) ? await one(ctx, object, id, { columns: [field] }) : null
    const value = record?.[field]
    const files = (Array.isArray(value) ? value : [value]) as (FileValue | null | undefined)[]
    return files.find((file) => file?.hash === wanted) ?? null
  }
  const [own] = await ctx.db.rows(sql`select 1 from upload where hash = ${wanted} and by = ${ctx.who.userId} and at > ${ctx.now}::timestamptz - interval '1 day'`)
  return own === undefined ? null : { hash: wanted, name: wanted, size: 0, type: 'application/octet-stream' }
}
