/** The kernel's own part of the time line: creation, changes, trash, merges of the record. */
import { say, type Text } from '../../../contract/text.ts'
import type { HistoryEntry } from '../../../contract/records.ts'
import { fold } from '../../../expression/fold.ts'
import { and, sql, whole } from '../../../expression/sql.ts'
import { fieldAccess } from '../access/field-access.ts'
import type { Ctx } from '../context.ts'
import { asNow, namesEver } from './as-now.ts'
import { readable, type HistoryRow } from './history.ts'
import { systemFieldsOf } from '../metadata/system-fields.ts'
import { prepare } from '../records/statements/prepare.ts'
import { texts } from './texts.ts'
import type { SourceEntry, TimelineQuestion, TimelineSource } from './timeline.ts'

const titles: Record<HistoryEntry['verb'], Text> = {
  create: texts.created, change: texts.changed, delete: texts.deleted, restore: texts.restored, purge: texts.purged, merge: texts.merged, archive: texts.archived,
}

export const changesOfData: TimelineSource = { name: 'changes', kinds: ['change'], entries }

async function entries(ctx: Ctx, { object, ids, text, before, limit }: TimelineQuestion): Promise<SourceEntry[]> {
  const rows = await prepare<HistoryRow>(ctx.db, sql`
    select id, at, by, object, record, verb, version, changes, operation from history h
    where ${and([
      sql`object = ${object}`, sql`record = any(${ids}::uuid[])`,
      ...(before === null ? [] : [sql`(at, id) < (${before.at}::timestamptz, ${before.id}::uuid)`]),
      ...(text === null ? [] : fold(text).split(' ').map((word) => sql`sedno_fold(${readableText(ctx, object)}) like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`)),
    ])} order by at desc, id desc limit ${whole(limit)}`)
  const read = await readable(ctx, object, rows.map((row) => ({ ...row, changes: asNow(ctx, object, row.changes) })))
  return read.map(({ id, at, by, verb, changes }, n) => ({
    id, kind: 'change', verb, at, by, title: say(titles[verb], ctx.language), changes, record: { object, id: rows[n]!.record }, about: { object, id: rows[n]!.record },
  }))
}

/** A hidden or removed field must not be found by its words either. */
function readableText(ctx: Ctx, object: string) {
  const shown = [...ctx.registry.object(object).fields, ...systemFieldsOf(ctx.registry.object(object))].filter((field) => fieldAccess(ctx, object, field.name) !== 'none').flatMap((field) => namesEver(ctx, object, field.name))
  return sql`(select coalesce(string_agg(value::text, ' '), '') from jsonb_each(changes) where key = any(${shown}::text[]))`
}
