/** Brings the invented company into an installation that is set up: people, teams, customers, notes, two years of history. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Values } from '../../contract/definition.ts'
import { sql } from '../../expression/sql.ts'
import { applyFiles, filesIn } from '../configuration/index.ts'
import { program } from '../kernel/access/who.ts'
import { addIndexes } from '../kernel/configuration/columns.ts'
import { liveRegistryOf } from '../kernel/configuration/live.ts'
import type { Ctx } from '../kernel/context.ts'
import { followCopied } from '../kernel/formulas/follow.ts'
import { copyRecords, type CopiedRecord } from '../kernel/records/copy.ts'
import { changeMany } from '../kernel/records/change.ts'
import { createMany } from '../kernel/records/create.ts'
import { isRefused, type Outcome } from '../kernel/records/writing.ts'
import { ensureMonths } from '../kernel/history/months.ts'
import { whileBare } from '../kernel/metadata/filling.ts'
import { storeSeller } from '../documents/index.ts'
import { installation, storePassword } from '../users/index.ts'
import { loadCalendars } from './calendar/actions.ts'
import { loadDevices } from './devices/actions.ts'
import { loadWork } from './work/actions.ts'
import { loadOrders } from './orders/actions.ts'
import { loadQuotes } from './quotes/actions.ts'
import { loadProducts } from './products/actions.ts'
import { loadSales } from './sales/actions.ts'
import { loadResources } from './resources/actions.ts'
import { companyAt, diceFor, historyDays, parentIndex, partIndex, personAt, ratesUntil, territoriesOf, territoryRows, type DemoRecord, type Surroundings } from './rules.ts'
import { loadNotices } from './notices/actions.ts'
import { loadTargets } from './targets/actions.ts'
import * as texts from './texts.ts'

export interface DemoSize {
  companies: number
  people: number
}
export const usualSize: DemoSize = { companies: 2_000, people: 5_000 }
/** Beyond this the rows go in by COPY. */
const copyFromCompanies = 10_000
const copiedObjects = ['company', 'person', 'activity', 'checklistItem'] as const

type Progress = (done: number, total: number) => Promise<void>

/** The same ids at every run: a UUID of version 7 made from what the record is. */
function idFor(kind: string, index: number): string {
  const hash = createHash('sha1').update(`${kind} ${index}`).digest('hex')
  return `01900000-${index.toString(16).padStart(8, '0').slice(-8, -4)}-7${index.toString(16).padStart(4, '0').slice(-3)}-8${hash.slice(0, 3)}-${hash.slice(3, 15)}`
}

const succeeded = (outcomes: readonly Outcome[]): void => {
  for (const outcome of outcomes) if (isRefused(outcome)) throw outcome.refused
}

const asPerson = (ctx: Ctx, userId: string | null, at: Date): Ctx => ({ ...ctx, now: at, who: { ...program, userId } })
const momentOf = (ctx: Ctx, age: number, hour: number): string => new Date(Date.parse(`${ctx.now.toISOString().slice(0, 10)}T00:00:00Z`) - age * 86_400_000 + hour * 60_000).toISOString()

/**
 * The company's own objects, fields and roles, before there are records: changes of tables wait for nobody then. Gives the context in which
 * they are known. A demo made for measuring stays as the program declares it.
 */
export async function shapeDemo(ctx: Ctx, { companies }: DemoSize = usualSize): Promise<Ctx> {
  if (companies > copyFromCompanies) return ctx
  await applyFiles({ ...ctx, who: program }, await filesIn(join(import.meta.dirname, 'configuration')), { whole: false })
  const registry = liveRegistryOf(ctx.db)!.now()
  // At once, while the tables are empty: later they would wait for the records' transaction, and it for them.
  await addIndexes(ctx.db, registry)
  return { ...ctx, registry }
}

export async function loadDemo(given: Ctx, size: DemoSize = usualSize, progress: Progress = async () => undefined): Promise<DemoSize> {
  const ctx: Ctx = { ...given, who: program }
  await ensureMonths(ctx.db, 'history', new Date(ctx.now.getTime() - (historyDays + 40) * 86_400_000), ctx.now)
  const people = await loadEmployees(ctx)
  await loadDictionaries(ctx)
  const around: Surroundings = { today: ctx.now.toISOString().slice(0, 10), id: idFor, owners: people.sellers }
  const isLarge = size.companies > copyFromCompanies
  const loadTheirWork = () => loadWork(ctx, { ...size, each: isLarge ? 10 : 5, first: isLarge ? 5_000 : 60 }, { around, staff: people, id: idFor, progress })
  const copied = async () => {
    await copyCustomers(ctx, size, { around, progress })
    await loadTheirWork()
  }
  if (isLarge) await whileBare(ctx.db, ctx.registry, { objects: copiedObjects, fill: copied })
  else {
    await loadCustomers(ctx, size, { around, progress })
    await loadTheirWork()
  }
  await ctx.db.rows(sql`analyze`)
  await loadStories(ctx, size, { around, people })
  await loadDevices(ctx, { companies: Math.min(size.companies, usualSize.companies), around, technicians: people.technicians, id: idFor })
  await loadResources(ctx, { people: people.everyone, id: idFor })
  await loadCalendars(ctx, people.everyone)
  await loadNotices(ctx, people.everyone)
  await loadOurselves(ctx)
  await loadProducts(ctx, { id: idFor, dealers: idFor('group', texts.groups.indexOf('Hurt')) })
  await loadSales(ctx, { sellers: people.sellers, companies: size.companies, id: idFor })
  await loadQuotes(ctx, { sellers: people.sellers, id: idFor })
  await loadOrders(ctx, { sellers: people.sellers, id: idFor })
  // By product groups, and beside what was sold: both are there by now.
  await loadTargets(ctx, { sellers: people.sellers, id: idFor })
  if (size.companies > copyFromCompanies) await followCopied(ctx, copiedObjects)
  return size
}

/** The firm itself, whose name stands on its quotes and documents. */
async function loadOurselves(ctx: Ctx): Promise<void> {
  const id = idFor('ourselves', 0)
  succeeded(await createMany(ctx, 'company', [{ id, ...texts.ourselves }]))
  await storeSeller(ctx, id)
}

interface Employees {
  sellers: string[]
  technicians: string[]
  everyone: string[]
  superiorOf: ReadonlyMap<string, string | null>
}

/** They sign in with the administrator's password, so that he can look at the firm with each one's eyes. */
async function loadEmployees(ctx: Ctx): Promise<Employees> {
  const made = await installation(ctx.db)
  const [administrator] = await ctx.db.rows<{ id: string; hash: string | null }>(sql`select u.id, p.hash from "user" u left join user_password p on p.user_id = u.id order by u.created_at, u.id limit 1`)
  succeeded(await createMany(ctx, 'team', texts.departments.map(({ name, color }, index) => ({ id: idFor('team', index), name, color }))))
  await loadTerritories(ctx)
  const own = await ctx.db.rows<{ id: string; key: string }>(sql`select role_id as id, key from role_key where key = any(${texts.departments.flatMap(({ ownRole }) => ownRole ?? [])}::text[])`)
  const rows: (Values & { id: string; department: number; leads: boolean; sells: boolean })[] = []
  for (const [department, { roles, ownRole }] of texts.departments.entries())
    for (const [position, role, count] of roles)
      for (let n = 0; n < count; n++) rows.push(employeeAt(rows.length, { department, position, roles: [made?.roles[role as 'viewer'], own.find(({ key }) => key === ownRole)?.id].filter((id) => id !== undefined), territories: territoriesOf(texts.departments[department]!.name, position === 'Handlowiec' ? n : null, count) }))
  const leads = texts.departments.map((_, department) => rows.find((row) => row.department === department)!.id)
  const values = rows.map(({ department, leads: leading, sells: _, ...row }) => ({ ...row, superior: department === 0 && leading ? null : leading ? leads[0] : leads[department] }))
  // Superiors before those below them.
  const level = (at: number) => (values[at]!.superior === null ? 0 : rows[at]!.leads ? 1 : 2)
  for (const wanted of [0, 1, 2]) succeeded(await createMany(ctx, 'user', values.filter((_, at) => level(at) === wanted)))
  succeeded(await changeMany(ctx, 'team', leads.map((lead, index) => ({ id: idFor('team', index), values: { lead } }))))
  succeeded(await changeMany(ctx, 'territory', texts.territories.map(({ department }, part) => ({ id: idFor('territory', partIndex(part)), values: { lead: leads[texts.departments.findIndex(({ name }) => name === department)] } }))))
  if (administrator?.hash) for (const { id } of rows) await storePassword(ctx.db, id, { hash: administrator.hash, now: ctx.now })
  const technicians = rows.filter(({ position }) => position === 'Technik serwisu').map(({ id }) => id)
  return { sellers: rows.filter(({ sells }) => sells).map(({ id }) => id), technicians, everyone: rows.map(({ id }) => id), superiorOf: new Map(values.map(({ id, superior }) => [id, superior ?? null])) }
}

/** The parts before the regions in them. */
async function loadTerritories(ctx: Ctx): Promise<void> {
  const rows = territoryRows.map(({ name, region, part }, index) => ({ id: idFor('territory', index), name, parent: region === null ? null : idFor('territory', partIndex(part)) }))
  for (const top of [true, false]) succeeded(await createMany(ctx, 'territory', rows.filter(({ parent }) => (parent === null) === top)))
}

function employeeAt(index: number, { department, position, roles, territories }: { department: number; position: string; roles: readonly string[]; territories: readonly number[] }) {
  const firstName = texts.firstNames[index % texts.firstNames.length]!
  const lastName = texts.lastNames[(index * 7 + Math.floor(index / texts.firstNames.length)) % texts.lastNames.length]!
  const login = `${firstName}.${lastName}`.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/[^a-z.]/g, '')
  return {
    id: idFor('employee', index), name: `${firstName} ${lastName}`, mail: `${login}@instalmar.example.pl`, active: true, position,
    phone: `+4860${String(1_000_000 + index * 7_919).slice(-7)}`, teams: [idFor('team', department)], territories: territories.map((at) => idFor('territory', at)), roles: roles.length === 0 ? null : roles, language: 'pl', timeZone: 'Europe/Warsaw',
    department, leads: position === texts.departments[department]!.lead, sells: position === 'Handlowiec' || position === 'Kierownik regionu',
  }
}

async function loadDictionaries(ctx: Ctx): Promise<void> {
  succeeded(await createMany(ctx, 'customerGroup', texts.groups.map((name, index) => ({ id: idFor('group', index), name }))))
  succeeded(await createMany(ctx, 'tag', texts.tags.map(([name, color], index) => ({ id: idFor('tag', index), name, color }))))
  // They say what each is worth in złoty.
  if ((await installation(ctx.db))?.currency === 'PLN') succeeded(await createMany(ctx, 'currencyRate', ratesUntil(ctx.now.toISOString().slice(0, 10))))
  succeeded(await createMany(ctx, 'relationKind', texts.relationKinds.map(([name, reverseName], index) => ({ id: idFor('relationKind', index), name, reverseName }))))
}

interface Loading {
  around: Surroundings
  progress: Progress
}

/** Head offices before their branches, and these before theirs. */
const depthOf = (index: number): number => {
  const parent = parentIndex(index)
  return parent === null ? 0 : 1 + depthOf(parent)
}

const lot = 1_000

async function loadCustomers(ctx: Ctx, size: DemoSize, { around, progress }: Loading): Promise<void> {
  const total = size.companies + size.people
  let done = 0
  const indexes = Array.from({ length: size.companies }, (_, index) => index)
  for (const depth of [0, 1, 2]) {
    const rows = indexes.filter((index) => depthOf(index) === depth).map((index) => madeRow(ctx, 'company', index, companyAt(index, around)))
    for (let start = 0; start < rows.length; start += lot) {
      succeeded(await createMany(ctx, 'company', rows.slice(start, start + lot)))
      await progress((done += Math.min(lot, rows.length - start)), total)
    }
  }
  for (let start = 0; start < size.people; start += lot) {
    const count = Math.min(lot, size.people - start)
    succeeded(await createMany(ctx, 'person', Array.from({ length: count }, (_, at) => madeRow(ctx, 'person', start + at, personAt(start + at, size.companies, around)))))
    await progress((done += count), total)
  }
}

const madeRow = (ctx: Ctx, kind: string, index: number, { values, age }: DemoRecord): Values => ({
  ...values, id: idFor(kind, index), createdAt: momentOf(ctx, age, 480 + (index % 480)), createdBy: values.owner ?? null,
})

async function copyCustomers(ctx: Ctx, size: DemoSize, { around, progress }: Loading): Promise<void> {
  const total = size.companies + size.people
  const copied = (kind: string, index: number, { values, age }: DemoRecord): CopiedRecord => ({ id: idFor(kind, index), at: momentOf(ctx, age, 480 + (index % 480)), by: (values.owner as string | null) ?? null, values })
  function* range(from: number, to: number, make: (index: number) => CopiedRecord) {
    for (let index = from; index < to; index++) yield make(index)
  }
  const step = 50_000
  // A parent's number is below its branches', so that links lead to what is there by the end of each COPY.
  for (let start = 0; start < size.companies; start += step) {
    const end = Math.min(size.companies, start + step)
    await copyRecords(ctx, 'company', range(start, end, (index) => copied('company', index, companyAt(index, around))))
    await progress(end, total)
  }
  for (let start = 0; start < size.people; start += step) {
    const end = Math.min(size.people, start + step)
    await copyRecords(ctx, 'person', range(start, end, (index) => copied('person', index, personAt(index, size.companies, around))))
    await progress(size.companies + end, total)
  }
}

/** What happened to customers: notes, changes of owner and of what they are, new names, relations, mergers. */
async function loadStories(ctx: Ctx, size: DemoSize, { around, people }: { around: Surroundings; people: Employees }): Promise<void> {
  const companies = Math.min(size.companies, usualSize.companies)
  await loadNotes(ctx, companies, { around, people })
  for (let start = 0; start < companies; start += 100) await loadChanges(ctx, { from: start, to: Math.min(companies, start + 100), around, people })
  await loadEarlierNames(ctx, companies)
  const relations = Array.from({ length: Math.floor(companies / 10) }, (_, n) => ({ from: idFor('company', n * 10), to: idFor('company', (n * 37 + 3) % companies), kind: idFor('relationKind', n % texts.relationKinds.length), since: null }))
  succeeded(await createMany(ctx, 'relation', relations.filter(({ from, to }) => from !== to)))
  const merged = Array.from({ length: Math.floor(companies / 200) }, (_, n) => ({ predecessor: idFor('company', n * 192 + 4), successor: idFor('company', n * 192), kind: ['merger', 'takeover', 'form', 'split'][n % 4]!, on: momentOf(ctx, 100 + n * 11, 0).slice(0, 10) }))
  succeeded(await createMany(ctx, 'succession', merged.filter(({ predecessor, successor }) => predecessor !== successor)))
}

/** Nobody writes of a company before it is there. */
async function loadNotes(ctx: Ctx, companies: number, { around, people }: { around: Surroundings; people: Employees }): Promise<void> {
  const notes = Array.from({ length: Math.floor(companies * 1.5) }, (_, n): Values => {
    const dice = diceFor(5, n)
    const company = dice.whole(companies)
    return {
      id: idFor('note', n), company: idFor('company', company), text: dice.pick(texts.notes),
      createdAt: momentOf(ctx, 1 + dice.whole(companyAt(company, around).age), 961 + dice.whole(120)), createdBy: dice.pick(people.everyone),
    }
  })
  for (let start = 0; start < notes.length; start += lot) succeeded(await createMany(ctx, 'note', notes.slice(start, start + lot)))
}

interface Stretch {
  from: number
  to: number
  around: Surroundings
  people: Employees
}

/** A prospect becomes a customer, somebody else takes a customer over; on days after the record was made. */
async function loadChanges(ctx: Ctx, { from, to, around, people }: Stretch): Promise<void> {
  const dice = diceFor(6, from)
  const indexes = Array.from({ length: to - from }, (_, at) => from + at)
  const before = Math.min(...indexes.map((index) => companyAt(index, around).age))
  const ages = [Math.floor(before * 0.7), Math.floor(before * 0.3)]
  for (const [turn, age] of ages.entries()) {
    const changes = indexes.filter((index) => diceFor(7 + turn, index).chance(0.35)).map((index) => ({ id: idFor('company', index), values: changeAt(turn, index, people) }))
    const by = dice.pick(people.everyone)
    succeeded(await changeMany(asPerson(ctx, by, new Date(momentOf(ctx, age, 540 + turn * 60))), 'company', changes))
  }
}

function changeAt(turn: number, index: number, people: Employees): Values {
  const dice = diceFor(9 + turn, index)
  if (turn === 0) return { owner: dice.pick(people.sellers), description: dice.pick(['Rabat 5 % na armaturę', 'Dostawy tylko do 14:00', 'Faktury wysyłać na osobny adres', 'Klient wymaga certyfikatów do każdej partii']) }
  return { employees: String(5 + dice.whole(400)), turnover: { amount: `${10_000 + dice.whole(3_000_000)}.00`, currency: 'PLN' } }
}

async function loadEarlierNames(ctx: Ctx, companies: number): Promise<void> {
  const rows = Array.from({ length: Math.floor(companies / 25) }, (_, n): Values => {
    const dice = diceFor(12, n)
    return { company: idFor('company', n * 25), name: `${dice.pick(texts.stems)}${dice.pick(texts.endings)} s.c.`, until: momentOf(ctx, 200 + dice.whole(500), 0).slice(0, 10) }
  })
  succeeded(await createMany(ctx, 'earlierName', rows))
}
