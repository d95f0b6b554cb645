/** Two years of work: calls, visits, meetings and tasks of the sellers with their customers, and what the firm does by itself. */
import type { Values } from '../../../contract/definition.ts'
import type { Ctx } from '../../kernel/context.ts'
import { momentOf as localMoment } from '../../../fields/clock.ts'
import { addDays, weekdayOf } from '../../../fields/days.ts'
import { copyRecords, type CopiedRecord } from '../../kernel/records/copy.ts'
import { createMany } from '../../kernel/records/create.ts'
import { isRefused, type Outcome } from '../../kernel/records/writing.ts'
import { companyAt, diceFor, type Surroundings } from '../rules.ts'
import { activityAt, onWorkday, type Colleagues, type Customer } from './rules.ts'
import { labels, privateTitles } from './texts.ts'

export interface WorkSize {
  companies: number
  people: number
  /** Of each customer. */
  each: number
  /** Of the first one, to see a long time line. */
  first: number
}

export interface Staff extends Colleagues {
  everyone: readonly string[]
}

interface Loading {
  around: Surroundings
  staff: Staff
  id(kind: string, index: number): string
  progress(done: number, total: number): Promise<void>
}

const zone = 'Europe/Warsaw'
const step = 20_000

export async function loadWork(ctx: Ctx, size: WorkSize, loading: Loading): Promise<void> {
  for (let from = 0; from < size.companies; from += step) {
    const checklist: CopiedRecord[] = []
    await copyRecords(ctx, 'activity', ofCustomers(ctx, { from, to: Math.min(size.companies, from + step), size, checklist }, loading))
    await copyRecords(ctx, 'checklistItem', checklist)
    await loading.progress(Math.min(size.companies, from + step), size.companies)
  }
  await loadOwnWork(ctx, loading)
}

interface Stretch {
  from: number
  to: number
  size: WorkSize
  /** Filled on the way: what stands on the lists of these activities. */
  checklist: CopiedRecord[]
}

function* ofCustomers(ctx: Ctx, { from, to, size, checklist }: Stretch, { around, staff, id }: Loading): Generator<CopiedRecord> {
  const midnight = Date.parse(`${around.today}T00:00:00Z`)
  const lists = { n: from * 1_000_000 }
  for (let company = from; company < to; company++) {
    const record = companyAt(company, around)
    const customer: Customer = { id: id('company', company), person: company < size.people ? id('person', company) : null, owner: (record.values.owner as string | null) ?? null, age: record.age }
    const count = company === 0 ? size.first : size.each
    for (let n = 0; n < count; n++) {
      const index = company === 0 ? n : size.first + (company - 1) * size.each + n
      const { values, writtenAge, checklist: items } = activityAt(index, customer, { today: around.today, colleagues: staff })
      const at = new Date(Math.min(midnight - writtenAge * 86_400_000 + 8 * 3_600_000, ctx.now.getTime())).toISOString()
      const activity = id('activity', index)
      for (const [place, title] of items.entries()) {
        const done = values.state === 'done' || (values.state === 'inProgress' && place === 0)
        checklist.push({ id: id('checklistItem', lists.n++), at, by: values.owner as string, values: { title, activity, done, position: String(place + 1) } })
      }
      yield { id: activity, at, by: (values.delegatedBy ?? values.owner) as string, values }
    }
  }
}

const succeeded = (outcomes: readonly Outcome[]): void => {
  for (const outcome of outcomes) if (isRefused(outcome)) throw outcome.refused
}

/** Meetings of departments each week, tasks that recur, private entries, a substitution, and rules for what is forgotten. */
async function loadOwnWork(ctx: Ctx, { around, staff, id }: Loading): Promise<void> {
  const leads = [...new Set(staff.sellers.map((seller) => staff.superiorOf.get(seller)).filter((lead) => lead !== null && lead !== undefined))]
  const rows = [...leads.map((lead, n) => weekly(around.today, { lead, n, staff })), ...staff.sellers.map((seller, n) => monthly(around.today, seller, n)), ...staff.everyone.flatMap((person, n) => privately(around.today, person, n))]
  succeeded(await createMany(ctx, 'activity', rows.map((row, n) => ({ id: id('ownActivity', n), createdBy: row.owner ?? null, createdAt: `${addDays(around.today, -30)}T08:00:00.000Z`, ...row }))))
  const [away, substitute] = staff.sellers
  if (away !== undefined && substitute !== undefined) succeeded(await createMany(ctx, 'substitution', [{ title: labels.substitution, owner: away, substitute, from: around.today, until: addDays(around.today, 7) }]))
  succeeded(await createMany(ctx, 'escalationRule', labels.rules.map(([name, condition, ownerAfter, superiorAfter]) => ({ name, condition, ownerAfter, superiorAfter, active: true }))))
}

const moment = (day: string, time: string): string => localMoment(day, time, zone)!

/** On Mondays since two years. */
function weekly(today: string, { lead, n, staff }: { lead: string; n: number; staff: Staff }): Values {
  const first = addDays(today, -728 - (weekdayOf(today) - 1))!
  const participants = staff.sellers.filter((seller) => staff.superiorOf.get(seller) === lead)
  const start = moment(first, `${String(8 + (n % 3)).padStart(2, '0')}:30`)
  return {
    title: labels.sales, type: 'meeting', owner: lead, participants, start, end: new Date(Date.parse(start) + 45 * 60_000).toISOString(),
    recurrence: 'FREQ=WEEKLY;BYDAY=MO', timeZone: zone, place: 'Biuro Instalmar, sala A',
  }
}

const monthly = (today: string, owner: string, n: number): Values => ({
  title: n % 2 === 0 ? labels.report : labels.cleanUp, type: 'task', owner, due: moment(addDays(today, 1 + onWorkday(today, n % 20))!, '15:00'), recurrence: n % 2 === 0 ? 'FREQ=MONTHLY' : 'FREQ=WEEKLY;INTERVAL=2', repeatAfterDone: n % 2 === 1, timeZone: zone,
})

function privately(today: string, owner: string, n: number): Values[] {
  const dice = diceFor(70, n)
  return Array.from({ length: 2 }, (_, turn) => {
    const start = moment(addDays(today, onWorkday(today, turn * 9 + dice.whole(9)))!, dice.pick(['08:00', '15:00', '16:30']))
    return { title: dice.pick(privateTitles), type: 'event', owner, private: true, start, end: new Date(Date.parse(start) + 3_600_000).toISOString(), showAs: dice.pick(['busy', 'away']) }
  })
}
