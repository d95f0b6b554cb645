import { and, name, sql, whole } from '../../expression/sql.ts'
import { fold } from '../../expression/fold.ts'
import { fieldAccess } from '../kernel/access/field-access.ts'
import { visible } from '../kernel/access/visible.ts'
import type { Ctx } from '../kernel/context.ts'
import { namesOf } from '../kernel/history/names.ts'
import type { SourceEntry, TimelineQuestion, TimelineSource } from '../kernel/history/timeline.ts'
import { deliveryJob } from '../kernel/outgoing/deliver.ts'
import { prepare } from '../kernel/records/statements/prepare.ts'
import { smsWay } from './sending/actions.ts'
import { message } from './texts.ts'

export const jobs = [deliveryJob(smsWay())]

interface Row {
  id: string
  at: string
  by: string | null
  title: string | null
  text: string | null
  about: string
}

/** Messages to and from people and companies stand on their time lines. */
const messages: TimelineSource = { name: 'sms', kinds: ['smsMessage'], objects: ['company', 'person'], entries: messagesOf }

async function messagesOf(ctx: Ctx, { object, ids, text, before, limit }: TimelineQuestion): Promise<SourceEntry[]> {
  if (['text', object].some((field) => fieldAccess(ctx, 'smsMessage', field) === 'none')) return []
  const link = name('m', object)
  const words = text === null ? [] : fold(text).split(' ').map((word) => sql`m.search like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`)
  const older = before === null ? [] : [sql`(m.created_at, m.id) < (${before.at}::timestamptz, ${before.id}::uuid)`]
  const rows = await prepare<Row>(ctx.db, sql`
    select m.id, m.created_at as at, m.created_by as by, m.title, m.text, ${link} as about from ${visible(ctx, 'smsMessage')} m
    where ${and([sql`${link} = any(${ids}::uuid[])`, sql`m.state <> 'draft'`, ...older, ...words])} order by m.created_at desc, m.id desc limit ${whole(limit)}`)
  const people = await namesOf(ctx, 'user', rows.flatMap(({ by }) => by ?? []))
  return rows.map(({ id, at, by, title, text: body, about }) => ({
    id, kind: 'smsMessage', at, title: title ?? message.label[ctx.language], body: body ?? '', by: by === null ? null : (people.get(by) ?? null),
    record: { object: 'smsMessage', id }, about: { object, id: about },
  }))
}

export const timelines = [messages]
