import { refuse } from '../../../contract/refusal.ts'
import type { Answer } from '../../../contract/route.ts'
import { program } from '../../kernel/access/who.ts'
import type { Ctx } from '../../kernel/context.ts'
import { namesOf } from '../../kernel/history/names.ts'
import { defineJob } from '../../kernel/jobs/define.ts'
import { startRun } from '../../kernel/jobs/runs.ts'
import { filled } from '../../kernel/outgoing/texts.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { inLots } from '../../kernel/records/mass.ts'
import { announce } from '../../notices/index.ts'
import { sentences, reasons } from '../telling/texts.ts'
import type { handOver as contract, HandOver, openWork as openContract } from './contract.ts'
import { countsOf, delegatedOpen, givenTo, personOf, type Counts } from './queries.ts'
import { texts } from './texts.ts'

const mayHandOver = ({ who }: Ctx, from: string): boolean => who.all || who.userId === from || who.subordinates.includes(from) || who.functions.has('users')
const shown = ({ who }: Ctx, from: string, { narrowed, ...counts }: Counts) => ({ ...counts, private: who.userId === from ? narrowed : null })

export async function openWork(ctx: Ctx, id: string): Promise<Answer<typeof openContract>> {
  if ((await personOf(ctx, id)) === null) return refuse('not_found', texts.noSuchPerson, { status: 404 })
  if (!mayHandOver(ctx, id)) refuse('not_allowed', texts.notAllowed, { status: 403 })
  const counts = await countsOf(ctx, { from: id, which: 'open' })
  return { ...shown(ctx, id, counts), delegated: await delegatedOpen(ctx, id), mayHandOver: true }
}

/** Counts, and unless only that was asked, begins the run. Refuses: 404 for people one does not see, 403 for another's work, 422 for what cannot be. */
export async function handOver(ctx: Ctx, asked: HandOver): Promise<Answer<typeof contract>> {
  const person = await personOf(ctx, asked.from)
  if (person === null) return refuse('not_found', texts.noSuchPerson, { status: 404, field: 'from' })
  if (!mayHandOver(ctx, asked.from)) refuse('not_allowed', texts.notAllowed, { status: 403 })
  await refuseImpossible(ctx, asked)
  const [counts, given] = [await countsOf(ctx, asked), await givenTo(ctx, asked)]
  const taken = Map.groupBy(given.filter(({ to }) => to !== null), ({ to }) => to!)
  const names = await namesOf({ ...ctx, who: program }, 'user', [...taken.keys()])
  const run = asked.dryRun === true ? null : await begin(ctx, asked, { from: person.name, total: given.filter(({ to }) => to !== null).length })
  return {
    counts: shown(ctx, asked.from, counts), left: given.filter(({ to }) => to === null).length, run,
    to: [...taken].map(([id, some]) => ({ id, name: names.get(id)?.name ?? '', count: some.length })).toSorted((a, b) => b.count - a.count),
  }
}

async function refuseImpossible(ctx: Ctx, { from, to, toCustomersOwners, since, until }: HandOver): Promise<void> {
  if (to === undefined && toCustomersOwners === undefined) refuse('hand_over.to_whom', texts.toWhom, { field: 'to' })
  if (to !== undefined && toCustomersOwners !== undefined) refuse('hand_over.to_both', texts.toBoth, { field: 'to' })
  if (since !== undefined && until !== undefined && until < since) refuse('hand_over.reversed', texts.reversed, { field: 'until' })
  if (to === undefined) return
  if (to === from) refuse('hand_over.same', texts.same, { field: 'to' })
  const taker = await personOf(ctx, to)
  if (taker === null) refuse('link_not_there', texts.noSuchPerson, { field: 'to' })
  if (!taker!.active) refuse('hand_over.inactive', texts.inactive, { field: 'to' })
}

function begin(ctx: Ctx, asked: HandOver, { from, total }: { from: string; total: number }): Promise<string> {
  if (total === 0) refuse('hand_over.nothing', texts.nothing, { field: 'from' })
  return startRun(ctx, { kind: handOverJob.name, title: filled(texts.title, { from }), payload: asked, total })
}

/** Rights were asked when it began: the house moves the work, in the name of whoever handed it over. Delegators and watchers stay. */
export const handOverJob = defineJob<HandOver>({
  name: 'activities.handOver',
  async run(ctx, asked, { run }) {
    const given = new Map((await givenTo(ctx, asked)).map(({ id, to }) => [id, to]))
    const ids = [...given].filter(([, to]) => to !== null).map(([id]) => id)
    return inLots(ctx, { ids, run: run! }, async (tx, lot, operation) => {
      const house: Ctx = { ...tx, who: { ...program, userId: ctx.who.userId, name: ctx.who.name } }
      const outcomes = await changeMany(house, 'activity', lot.map((id) => ({ id, values: { owner: given.get(id)! } })), { operation, asProgram: true })
      await tellTakers({ ...tx, who: ctx.who }, { asked, given: lot.map((id) => given.get(id)!), key: `handover:${run!.id}:${lot[0]}` })
      return outcomes
    })
  },
})

/** Each who takes work over is told once of a lot, in the same transaction, and not of every piece of it. */
async function tellTakers(ctx: Ctx, { asked, given, key }: { asked: HandOver; given: readonly string[]; key: string }): Promise<void> {
  const from = (await personOf({ ...ctx, who: program }, asked.from))?.name ?? ''
  for (const [to, some] of Map.groupBy(given, (id) => id)) {
    if (to === ctx.who.userId) continue
    await announce(ctx, { kind: 'activity.handedOver', to: [to], about: null, key: `${key}:${to}`, title: filled(sentences.handedOver, { who: ctx.who.name, count: some.length, from }), why: reasons.owner })
  }
}
