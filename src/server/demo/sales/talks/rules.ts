/** What was said and seen on the way of a deal: calls at first, meetings and visits where it grows serious; most where it was won. */
import { addDays, weekdayOf } from '../../../../fields/days.ts'
import type { CopiedRecord } from '../../../kernel/records/copy.ts'
import { diceFor, type Dice } from '../../rules.ts'
import { outcomeNotes, places } from '../../work/texts.ts'
import type { Told } from '../rules.ts'
import { talks } from '../texts.ts'

const topic = 47
const dayOf = (moment: unknown): string => String(moment).slice(0, 10)
const daysBetween = (from: string, until: string): number => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)

export function talksOf(index: number, { values, stays }: Told, id: (kind: string, index: number) => string): CopiedRecord[] {
  const dice = diceFor(topic, index)
  return stays.flatMap(({ since, until, state }, place) => {
    const count = dice.whole(3) + (state === 'lost' ? 0 : 1)
    return Array.from({ length: count }, (_, turn): CopiedRecord => {
      const day = workdayIn(dayOf(since), dice.whole(Math.max(1, daysBetween(dayOf(since), dayOf(until)))))
      return { id: id('dealTalk', index * 100 + place * 10 + turn), at: `${addDays(day, -3)}T08:00:00.000Z`, by: values['owner'] as string, values: talkOn(day, dice, { values, isLate: place > 1 }) }
    })
  })
}

/** Nobody works at the weekend. */
function workdayIn(since: string, days: number): string {
  const day = addDays(since, days)!
  return addDays(day, -Math.max(0, weekdayOf(day) - 5))!
}

function talkOn(day: string, dice: Dice, { values, isLate }: { values: Told['values']; isLate: boolean }) {
  const type = dice.pick(isLate ? (['call', 'meeting', 'meeting', 'visit'] as const) : (['call', 'call', 'meeting', 'visit'] as const))
  const [begins, lasts] = [7 + dice.whole(7), type === 'call' ? 15 : 60]
  const moment = (minutes: number): string => new Date(Date.parse(`${day}T${String(begins).padStart(2, '0')}:00:00Z`) + minutes * 60_000).toISOString()
  return {
    title: dice.pick(talks[type]), type, state: 'done', priority: 'normal', owner: values['owner'], opportunity: values['id'], company: values['company'], people: values['contact'] === null ? null : [values['contact']],
    start: moment(0), end: moment(lasts), place: type === 'call' ? null : dice.pick(places), doneAt: moment(lasts), outcome: dice.pick(['agreed', 'interested', 'interested', 'later']), ...(dice.chance(0.4) ? { outcomeNote: dice.pick(outcomeNotes) } : {}),
  }
}
