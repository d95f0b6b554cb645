import type { Values } from '../../contract/definition.ts'
import type { RecordRow } from '../../contract/records.ts'
import { refusal, refuse } from '../../contract/refusal.ts'
import { idOfLink } from '../../fields/link/ids.ts'
import { fieldAccess } from '../kernel/access/field-access.ts'
import { program } from '../kernel/access/who.ts'
import { action } from '../kernel/actions/action.ts'
import type { Ctx } from '../kernel/context.ts'
import { newId } from '../kernel/db/uuid7.ts'
import { change } from '../kernel/records/change.ts'
import { create } from '../kernel/records/create.ts'
import { copyChecklist } from './copying/actions.ts'
import { sharedValues } from './copying/rules.ts'
import { linksOf } from './timeline/queries.ts'
import { refusals } from './texts.ts'

const inTransaction = <T>(ctx: Ctx, work: (tx: Ctx) => Promise<T>): Promise<T> => ctx.db.transaction((db) => work({ ...ctx, db }))
const given = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => (value ?? null) !== null))
const isClosed = ({ doneAt }: RecordRow): boolean => (doneAt ?? null) !== null
const whyClosed = (record: RecordRow) => (isClosed(record) ? refusal('activity.closed', refusals.alreadyClosed) : null)

/** Done, with what came of it, and what comes next: one step, one undo. */
const finish = action({
  object: 'activity',
  name: 'finish',
  why: whyClosed,
  async run(ctx, activity, { outcome, outcomeNote, spent, ...next }) {
    const operation = newId()
    const hasNext = Object.values(next).some((value) => value !== null)
    if (hasNext && next.followUpTitle === null) refuse('activity.follow_up_needs_title', refusals.followUpNeedsTitle, { field: 'followUpTitle' })
    return inTransaction(ctx, async (tx) => {
      const finished = await change(tx, 'activity', activity.id, { version: activity.version, values: { state: 'done', ...given({ outcome, outcomeNote, spent }) } }, { operation })
      const followUp = hasNext ? await create(tx, 'activity', followUpOf(tx, activity, next), { operation }) : null
      return { activity: finished, followUp }
    })
  },
})

/** It belongs to what the activity belongs to, and is its owner's unless somebody else is named. */
function followUpOf(ctx: Ctx, activity: RecordRow, { followUpTitle, followUpType, followUpDue, followUpStart, followUpOwner }: Values): Values {
  const mayWrite = (field: string): boolean => fieldAccess(ctx, 'activity', field) === 'write'
  const belongings = Object.fromEntries(linksOf(ctx).filter(({ name }) => mayWrite(name)).map(({ name, type }) => [name, type === 'link' ? idOfLink(activity[name]) : ((activity[name] ?? []) as unknown[]).map(idOfLink)]))
  const narrowed = given({ private: activity.private, restrictedTo: ((activity.restrictedTo ?? []) as unknown[]).map(idOfLink) })
  return { ...belongings, ...narrowed, ...given({ title: followUpTitle, type: followUpType, due: followUpDue, start: followUpStart }), owner: followUpOwner ?? idOfLink(activity.owner) ?? ctx.who.userId, previous: activity.id }
}

const isAsked = ({ who }: Ctx, record: RecordRow): boolean => record.delegation === 'asked' && idOfLink(record.owner) === who.userId
const whyNotAnswer = (record: RecordRow, ctx: Ctx) => whyClosed(record) ?? (isAsked(ctx, record) ? null : refusal('activity.not_asked', refusals.notAsked))

const accept = action({
  object: 'activity',
  name: 'accept',
  why: whyNotAnswer,
  run: (ctx, { id, version }) => change(ctx, 'activity', id, { version, values: { delegation: 'accepted' } }, { asProgram: true }),
})

/** The work is its delegator's again, who reads why. Whoever refused may not see it any more: the house writes it for him. */
const refuseWork = action({
  object: 'activity',
  name: 'refuse',
  why: whyNotAnswer,
  async run(ctx, { id, version, delegatedBy }, { reason }) {
    const house: Ctx = { ...ctx, who: { ...program, userId: ctx.who.userId, name: ctx.who.name } }
    await change(house, 'activity', id, { version, values: { owner: idOfLink(delegatedBy), delegation: 'refused', delegationNote: reason } }, { asProgram: true })
    return { refused: true }
  },
})

const takeBack = action({
  object: 'activity',
  name: 'takeBack',
  why: (record, { who }) => whyClosed(record) ?? (idOfLink(record.delegatedBy) === who.userId && who.userId !== null ? null : refusal('activity.not_delegated', refusals.notDelegated)),
  run: (ctx, { id, version }) => change(ctx, 'activity', id, { version, values: { owner: ctx.who.userId } }),
})

const copy = action({
  object: 'activity',
  name: 'copy',
  async run(ctx, activity, { title, due, start }) {
    const operation = newId()
    const shared = sharedValues(ctx.registry.object('activity'), activity, (field) => fieldAccess(ctx, 'activity', field) === 'write')
    return inTransaction(ctx, async (tx) => {
      const made = await create(tx, 'activity', { ...shared, ...moved(activity, start), ...given({ title, due }) }, { operation })
      await copyChecklist(tx, { from: activity.id, to: made.id, operation })
      return made
    })
  },
})

/** It lasts as long as the one it is a copy of. */
function moved({ start, end }: RecordRow, to: unknown): Values {
  if (typeof to !== 'string') return {}
  if (typeof start !== 'string' || typeof end !== 'string') return { start: to, end: null }
  return { start: to, end: new Date(Date.parse(to) + Date.parse(end) - Date.parse(start)).toISOString() }
}

export const actions = [finish, accept, refuseWork, takeBack, copy]
