import { refuse } from '../../../contract/refusal.ts'
import { canRead } from '../../kernel/access/field-access.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { BusyTime, CalendarEntry, CalendarPerson, CalendarTask } from './contract.ts'
import { answersOf, busyIn, foundIn, namesOf, peopleOf, seenIn, tasksIn, type Asked, type SeenRow } from './queries.ts'
import { occurrencesOf, type Occurrence, type Window } from './rules.ts'
import { refusals } from './texts.ts'

export interface Question extends Window {
  people: readonly string[]
  teams: readonly string[]
  mine: boolean
  tasks: boolean
}

export interface Calendar {
  people: CalendarPerson[]
  entries: CalendarEntry[]
  busy: BusyTime[]
  tasks: CalendarTask[]
}

const mostPeople = 200
const mostDays = 400

/** Entries the caller may see, whole; of the rest the times alone. Refuses more than 200 people and more than 400 days. */
export async function readCalendar(ctx: Ctx, question: Question): Promise<Calendar> {
  const window = windowOf(question)
  const people = await peopleOf(ctx, question)
  if (people.length > mostPeople) refuse('calendar.too_many_people', refusals.tooManyPeople, { field: 'people', values: { limit: mostPeople } })
  const asked = { ...window, people: people.map(({ id }) => id) }
  const found = await foundIn(ctx, asked)
  const seen = await seenIn(ctx, asked, found)
  const [entries, busy, tasks] = await Promise.all([entriesOf(ctx, seen, asked), busyTimes(ctx, asked, without(found, seen.map(({ id }) => id))), question.tasks ? tasksOf(ctx, asked) : []])
  return { people, entries, busy, tasks }
}

function windowOf({ from, until }: Window): Window {
  const [first, last] = [Date.parse(from), Date.parse(until)]
  if (last <= first) refuse('calendar.reversed', refusals.reversed, { field: 'until' })
  if (last - first > mostDays * 86_400_000) refuse('calendar.too_long', refusals.tooLong, { field: 'until', values: { days: mostDays } })
  return { from: new Date(first).toISOString(), until: new Date(last).toISOString() }
}

const byStart = (a: { start: string }, b: { start: string }): number => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)

async function entriesOf(ctx: Ctx, seen: readonly SeenRow[], asked: Asked): Promise<CalendarEntry[]> {
  const shows = fieldsShown(ctx)
  const linked = linkedOf(seen)
  const [companies, people, answers] = await Promise.all([
    namesOf(ctx, 'company', shows('company') ? [...linked.companies] : []), namesOf(ctx, 'person', shows('people') ? [...linked.people] : []), answersOf(ctx, linked.shared, asked.people),
  ])
  const words: Words = { companies, people, answers, colors: colorsOf(ctx), showsTitle: shows('title'), showsPlace: shows('place') }
  const wanted = new Set(asked.people)
  const entries: CalendarEntry[] = []
  for (const row of seen) {
    for (const occurrence of occurrencesOf(row, asked)) {
      if (row.owner !== null && wanted.has(row.owner)) entries.push(entryOf(row, occurrence, { person: row.owner, words }))
      for (const person of row.participants) if (person !== row.owner && wanted.has(person)) entries.push(entryOf(row, occurrence, { person, words }))
    }
  }
  return entries.sort(byStart)
}

function linkedOf(seen: readonly SeenRow[]): { companies: Set<string>; people: Set<string>; shared: string[] } {
  const linked = { companies: new Set<string>(), people: new Set<string>(), shared: [] as string[] }
  for (const { id, company, people, participants } of seen) {
    if (company !== null) linked.companies.add(company)
    if (people !== null) for (const person of people) linked.people.add(person)
    if (participants.length > 0) linked.shared.push(id)
  }
  return linked
}

interface Words {
  companies: ReadonlyMap<string, string>
  people: ReadonlyMap<string, string>
  answers: ReadonlyMap<string, string>
  colors: ReadonlyMap<string, string>
  showsTitle: boolean
  showsPlace: boolean
}

/** One literal and no copies: a week of a department has thousands. */
function entryOf(row: SeenRow, { start, end, instance }: Occurrence, { person, words }: { person: string; words: Words }): CalendarEntry {
  const { companies, people, answers, colors, showsTitle, showsPlace } = words
  const company = row.company === null ? undefined : companies.get(row.company)
  return {
    person, id: row.id, version: row.version, start, end, allDay: row.allDay, title: showsTitle ? row.title : null, type: row.type, state: row.state, place: showsPlace ? row.place : null,
    showAs: row.showAs ?? 'busy', color: colors.get(row.type ?? '') ?? null, owner: row.owner, participants: row.participants,
    company: company === undefined ? null : { id: row.company!, name: company }, people: row.people === null ? [] : row.people.flatMap((id) => (people.has(id) ? [{ id, name: people.get(id)! }] : [])),
    private: row.isPrivate === true, recurring: row.recurrence !== null || row.series !== null, series: row.series, instance: instance ?? row.instance,
    answer: answers.size === 0 ? null : (answers.get(`${row.id} ${person}`) ?? null), canMove: row.canMove,
  }
}

/** A field that a role hides is hidden in the calendar too. */
const fieldsShown = (ctx: Ctx) => {
  const shown = new Map(['title', 'place', 'company', 'people'].map((field) => [field, canRead(ctx, 'activity', field)]))
  return (field: string): boolean => shown.get(field) === true
}

function colorsOf(ctx: Ctx): ReadonlyMap<string, string> {
  const type = ctx.registry.field('activity', 'type')
  return new Map(type?.type === 'choice' ? type.choices.flatMap(({ value, color }) => (color === undefined ? [] : [[value, color]])) : [])
}

export function without(found: readonly string[], told: readonly string[]): string[] {
  const gone = new Set(told)
  return found.filter((id) => !gone.has(id))
}

/** Of what was found, when it is, whoever asks; what is told whole is left out before. */
export async function busyTimes(ctx: Ctx, asked: Asked, found: readonly string[]): Promise<BusyTime[]> {
  const rows = await busyIn(ctx, asked, found)
  return rows.flatMap((row) => occurrencesOf(row, asked).map(({ start, end }) => ({ person: row.person, start, end, allDay: row.allDay, showAs: row.showAs ?? 'busy' }))).sort(byStart)
}

async function tasksOf(ctx: Ctx, asked: Asked): Promise<CalendarTask[]> {
  const rows = await tasksIn(ctx, asked)
  const shows = fieldsShown(ctx)
  const companies = await namesOf(ctx, 'company', shows('company') ? [...new Set(rows.flatMap(({ company }) => company ?? []))] : [])
  const colors = colorsOf(ctx)
  return rows.map(({ owner, company, title, ...task }) => ({
    ...task, person: owner, title: shows('title') ? title : null, color: colors.get(task.type ?? '') ?? null,
    company: company !== null && companies.has(company) ? { id: company, name: companies.get(company)! } : null,
  }))
}
