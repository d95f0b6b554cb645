import { say, type Text } from '../../../contract/text.ts'
import type { NoticePriority } from '../../../contract/notices.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { OutboxEvent } from '../../kernel/events/outbox.ts'
import { announce, announceAll, type Announcement } from '../../notices/index.ts'
import { becameLate, isOfMany, nameOfUser, whenText, workOf, type LateRow } from './queries.ts'
import { newsOf, type News, type WorkRow } from './rules.ts'
import { reasons, sentences } from './texts.ts'

type Facts = Readonly<Record<string, string | Text>>
export const inBoth = (text: Text, facts: Facts): Text => {
  const fill = (language: 'pl' | 'en'): string => say(text, language, Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' ? fact : fact[language]])))
  return { pl: fill('pl'), en: fill('en') }
}
const lines = (...texts: (Text | null)[]): Text => {
  const said = texts.filter((text) => text !== null)
  return { pl: said.map(({ pl }) => pl).join('\n'), en: said.map(({ en }) => en).join('\n') }
}

/** Once for each event: its key stands in the key of the notice. */
export async function tellOfWork(ctx: Ctx, event: OutboxEvent & { key: string }): Promise<void> {
  const work = await workOf(ctx, event.record)
  const news = work === null ? [] : newsOf(work, event)
  if (work === null || news.length === 0 || (await isOfMany(ctx, event.operation))) return
  const who = await nameOfUser(ctx, event.by)
  for (const one of news) await announce(ctx, announcementOf(ctx, work, { news: one, who, key: event.key }))
}

interface Told {
  news: News
  who: string
  key: string
}

function announcementOf(ctx: Ctx, work: WorkRow, { news: { kind, to, reason }, who, key }: Told): Announcement {
  const facts: Facts = { who, title: work.title, state: stateText(ctx, work.state) }
  return {
    kind: `activity.${kind}`, to: [to], about: { object: 'activity', id: work.id }, key: `${key}:${kind}`, priority: work.priority as NoticePriority,
    title: inBoth(titleOf(work, kind), facts), body: bodyOf(ctx, work, { kind, who }), why: reasons[reason],
  }
}

function titleOf({ delegation, state }: WorkRow, kind: News['kind']): Text {
  if (kind === 'assigned') return delegation === 'asked' ? sentences.assignedAsked : sentences.assigned
  if (kind === 'answered') return delegation === 'accepted' ? sentences.accepted : sentences.refused
  return kind === 'done' && state === 'cancelled' ? sentences.cancelled : sentences[kind]
}

function bodyOf(ctx: Ctx, work: WorkRow, { kind, who }: { kind: News['kind']; who: string }): Text {
  const reason = kind === 'answered' && work.delegation_note !== null ? inBoth(sentences.reason, { reason: work.delegation_note }) : null
  const by = kind === 'done' || kind === 'progress' || kind === 'changed' ? inBoth(sentences.by, { who }) : null
  const outcome = kind === 'done' && work.outcome !== null ? inBoth(sentences.outcome, { outcome: choiceText(ctx, 'outcome', work.outcome) }) : null
  const isOpen = work.done_at === null
  const due = isOpen && work.due !== null ? inBoth(sentences.due, { when: whenText(ctx, work.due) }) : null
  const starts = isOpen && work.start !== null ? inBoth(sentences.starts, { when: whenText(ctx, work.start) }) : null
  return lines(reason, outcome, due, starts, by)
}

const stateText = (ctx: Ctx, state: string): Text => choiceText(ctx, 'state', state)
function choiceText({ registry }: Ctx, name: string, value: string): Text {
  const field = registry.object('activity').fields.find((one) => one.name === name)
  return (field !== undefined && 'choices' in field ? field.choices.find((one) => one.value === value)?.label : undefined) ?? { pl: value, en: value }
}

const lateState = 'activities.overdue'

/** What became late since the last time: its owner, whoever delegated it and whoever watches it are told, once for each due time. */
export async function tellOfLate(given: Ctx): Promise<number> {
  return given.db.transaction(async (db) => {
    const ctx = { ...given, db }
    const until = ctx.now.toISOString()
    await db.rows(sql`insert into sedno_state (key, value, changed_at) values (${lateState}, ${{ until }}, ${until}) on conflict (key) do nothing`)
    const [last] = await db.rows<{ value: { until: string } }>(sql`select value from sedno_state where key = ${lateState} for update`)
    const late = await becameLate(ctx, { after: last!.value.until, until })
    await announceAll(ctx, late.flatMap((row) => lateNews(ctx, row)))
    // A clock set back tells nobody twice; what became late meanwhile is told when it is past that moment again.
    await db.rows(sql`update sedno_state set value = ${{ until: later(last!.value.until, late.length < 10_000 ? until : late.at(-1)!.due) }}, changed_at = ${until} where key = ${lateState}`)
    return late.length
  })
}

const later = (a: string, b: string): string => (Date.parse(a) > Date.parse(b) ? a : b)

function lateNews(ctx: Ctx, row: LateRow): Announcement[] {
  const to = new Map<string, Text>([...(row.watchers ?? []).map((id) => [id, reasons.watcher] as const), ...(row.delegated_by === null ? [] : [[row.delegated_by, reasons.delegator] as const]), ...(row.owner === null ? [] : [[row.owner, reasons.owner] as const])])
  return [...to].map(([person, why]) => ({
    kind: 'activity.overdue', to: [person], about: { object: 'activity', id: row.id }, key: `overdue:${row.id}:${row.due}`, priority: row.priority as NoticePriority,
    title: inBoth(sentences.overdue, { title: row.title }), body: inBoth(sentences.due, { when: whenText(ctx, row.due) }), why,
  }))
}

/** Those who waited for it learn that the way is free. */
export async function tellOfFreed(ctx: Ctx, freed: readonly { id: string; title: string; owner: string | null }[], { by, key }: { by: string | null; key: string }): Promise<void> {
  await announceAll(ctx, freed.filter(({ owner }) => owner !== null && owner !== by).map(({ id, title, owner }) => ({
    kind: 'activity.free', to: [owner!], about: { object: 'activity', id }, key: `${key}:${id}`, title: inBoth(sentences.free, { title }), why: reasons.owner,
  })))
}

/** Whoever is newly named in a note, once for each note. */
export async function tellOfMentions(ctx: Ctx, event: OutboxEvent): Promise<void> {
  const [note] = await ctx.db.rows<{ title: string | null; mentions: string[] | null }>(sql`select title, mentions from note where id = ${event.record}::uuid and deleted_at is null`)
  const to = (note?.mentions ?? []).filter((id) => id !== event.by)
  if (to.length === 0) return
  const title = inBoth(sentences.mentioned, { who: await nameOfUser(ctx, event.by), title: note!.title ?? '' })
  await announce(ctx, { kind: 'note.mentioned', to, about: { object: 'note', id: event.record }, key: `mentioned:${event.record}`, title, why: reasons.mentioned })
}


