import { usualWays, type NoticeKind } from '../../contract/notices.ts'
import { say, type Language, type Text } from '../../contract/text.ts'
import { sql } from '../../expression/sql.ts'
import type { Ctx } from '../kernel/context.ts'
import { defineReaction } from '../kernel/events/reactions.ts'
import { defineJob } from '../kernel/jobs/define.ts'
import { filled } from '../kernel/outgoing/texts.ts'
import { announce } from '../notices/index.ts'
import { placeOccurrences } from './following/actions.ts'
import { endlessSeries } from './following/queries.ts'
import { always, momentIn } from './taken/actions.ts'
import { notices } from './texts.ts'

export const noticeKinds: readonly NoticeKind[] = [
  { name: 'booking.asked', label: notices.asked.label, ways: usualWays },
  { name: 'booking.answered', label: notices.answered.label, ways: usualWays },
  { name: 'booking.occurrencesTaken', label: notices.occurrencesTaken.label, ways: usualWays },
]

interface Told {
  version: number
  state: string
  resource: string
  start: string
  owner: string | null
  ownerName: string | null
  approvers: string[] | null
  answer: string | null
  by: string | null
  timeZone: string | null
}

const bookingOf = async (ctx: Ctx, id: string): Promise<Told | undefined> =>
  (await ctx.db.rows<Told>(sql`
    select b.version, b.state, r.name as resource, b.start, b.owner, o.name as "ownerName", b.approvers, b.answer, b.updated_by as by, r.time_zone as "timeZone"
      from booking b join resource r on r.id = b.resource left join "user" o on o.id = b.owner where b.id = ${id} and b.deleted_at is null`))[0]

/** Who is asked hears of it, and who asked hears the answer; nobody is told what he did himself. */
const tellOfApproval = defineReaction({
  name: 'resources.approval',
  objects: ['booking'],
  verbs: ['create', 'change', 'restore'],
  async run(ctx, event) {
    if (event.verb === 'change' && !event.fields.includes('state')) return
    const booking = await bookingOf(ctx, event.record)
    if (booking === undefined) return
    const about = { object: 'booking', id: event.record }
    const told = (text: Text) => saidOf(ctx, text, booking)
    if (booking.state === 'asked') {
      const to = (booking.approvers ?? []).filter((person) => person !== event.by)
      await announce(ctx, { kind: 'booking.asked', to, about, key: event.key, title: told(notices.asked.title), why: notices.asked.why })
    } else if (event.verb === 'change' && booking.owner !== null && booking.owner !== event.by && (booking.state === 'booked' || booking.state === 'refused')) {
      const text = booking.state === 'booked' ? notices.answered.yes : notices.answered.no
      await announce(ctx, { kind: 'booking.answered', to: [booking.owner], about, key: event.key, title: told(text), why: notices.answered.why, ...(booking.answer === null ? {} : { body: { pl: booking.answer, en: booking.answer } }) })
    }
  },
})

/** With the day, always: it is read later. */
function saidOf(ctx: Ctx, text: Text, { resource, ownerName, start, timeZone }: Told): Text {
  const moment = new Date(start).toISOString()
  const said = (language: Language) =>
    say(text, language, { resource, who: ownerName ?? '', when: momentIn({ timeZone: timeZone ?? ctx.timeZone }, moment, { language, besides: always }) })
  return { pl: said('pl'), en: said('en') }
}

export const reactions = [tellOfApproval]

/** What recurs without end is booked for two years ahead, each night a day further; what is taken by then is left out, and its owner told. */
const goOnWithSeries = defineJob({
  name: 'resources.goOnWithSeries',
  every: '23 1 * * *',
  async run(ctx) {
    for (const booking of await endlessSeries(ctx)) {
      await ctx.db.transaction(async (db) => {
        const left = (await placeOccurrences({ ...ctx, db }, [booking], { whenTaken: 'skip' })).get(booking.id) ?? []
        if (left.length === 0 || booking.owner === null) return
        const facts = { resource: booking.resourceName, count: left.length }
        await announce({ ...ctx, db }, { kind: 'booking.occurrencesTaken', to: [booking.owner], about: { object: 'booking', id: booking.id }, key: `booking.occurrencesTaken ${booking.id} ${left.at(-1)}`, title: filled(notices.occurrencesTaken.title, facts), why: notices.occurrencesTaken.why })
      })
    }
  },
})

export const jobs = [goOnWithSeries]
