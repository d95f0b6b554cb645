/** A stage whose condition nobody can understand is not saved; an activity it asks for is of a type there is. */
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import { say } from '../../../contract/text.ts'
import type { Problem } from '../../../expression/language.ts'
import { checkCondition } from '../../../expression/check.ts'
import { parse } from '../../../expression/parse.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import { program } from '../../kernel/access/who.ts'
import type { UsesSource } from '../../kernel/configuration/uses.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Registry } from '../../kernel/metadata/registry.ts'
import { scopeOf } from '../../kernel/query/scope.ts'
import type { Completion, Incomplete } from '../../kernel/records/completions.ts'
import { places, refusals } from '../texts.ts'
import { conditionsKept, stagesInUse } from './queries.ts'

/** What is wrong with an entry condition; nothing: it is one. Checked with the program's eyes, as it is asked. */
export function problemsOf(registry: Registry, text: string): readonly Problem[] {
  const { tree, problem } = parse(text)
  return problem === undefined ? (checkCondition(tree, scopeOf({ registry, who: program }, 'opportunity', 'program')).problems ?? []) : [problem]
}

export const checkEntry = (ctx: Ctx, text: string) => problemsOf(ctx.registry, text).map(({ code, text: sentence, values, at, length }) => ({ code, sentence: say(sentence, ctx.language, values), at, length }))

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const stage: Completion = {
  object: 'stage',
  concerns: ({ after, before }) => before === null || after['enterWhen'] !== before['enterWhen'] || idOfLink(after['pipeline']) !== idOfLink(before['pipeline']),
  async complete(ctx, all) {
    const moved = all.filter(({ id, after, before }) => id !== null && idOfLink(after['pipeline']) !== idOfLink(before!['pipeline']))
    const inUse = moved.length === 0 ? new Set() : await stagesInUse(ctx, moved.map(({ id }) => id!))
    return all.map((one) => ({ refusals: [...entryFaults(ctx, one), ...(inUse.has(one.id) ? [refusal('stage.in_use', refusals.stageHeld, { field: 'pipeline' })] : [])] }))
  },
}

function entryFaults({ registry }: Ctx, { after }: Incomplete): Refusal[] {
  const text = after['enterWhen']
  return isText(text) ? problemsOf(registry, text).map((problem) => refusal(problem.code, problem.text, { field: 'enterWhen', values: { ...problem.values, at: problem.at, length: problem.length } })) : []
}

const stageActivity: Completion = {
  object: 'stageActivity',
  concerns: ({ after, before }) => before === null || after['type'] !== before['type'],
  complete: async ({ registry }, all) => {
    const field = registry.field('activity', 'type')
    const types = field?.type === 'choice' ? field.choices.filter(({ archived }) => archived !== true) : []
    const known = new Set(types.map(({ value }) => value))
    return all.map(({ after }) => (known.has(String(after['type'])) ? {} : { refusals: [refusal('stage_activity.type', refusals.noSuchType, { field: 'type', values: { known: [...known].join(', ') } })] }))
  },
}

export const completions = [stage, stageActivity]

/** Entry conditions, for whoever changes the fields they speak of. */
export const uses: UsesSource = async (db) =>
  (await conditionsKept(db)).map(({ name, expression }) => ({ place: say(places.enterWhen, 'pl', { stage: name }), object: 'opportunity', expression }))
