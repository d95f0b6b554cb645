import { z } from 'zod'
import { route } from '../../contract/route.ts'

const month = z.string().regex(/^\d{4}-\d{2}-01$/)
/** Exact, with a point: '1250000.5'. Longer ones are refused by the field. */
const decimal = z.string().max(60)
const named = z.object({ id: z.string(), name: z.string() })
const id = z.uuid().nullish()
const word = z.string().max(60).nullish()

/** Whose and of what a row is: a person or a team, and one value of each of the plan's dimensions; what is left out is everything. */
const place = z.strictObject({ owner: id, team: id, productGroup: id, region: word, market: word, customerGroup: id, territory: id })
export type Place = z.infer<typeof place>

const shownPlace = z.object({ owner: named.nullable(), team: named.nullable(), productGroup: named.nullable(), region: named.nullable(), market: named.nullable(), customerGroup: named.nullable(), territory: named.nullable() })
export type ShownPlace = z.infer<typeof shownPlace>
export type Dimension = 'productGroup' | 'region' | 'market' | 'customerGroup' | 'territory'
const dimension = z.enum(['productGroup', 'region', 'market', 'customerGroup', 'territory'])

const plan = z.object({
  id: z.uuid(), name: z.string(), year: z.int(), measure: z.enum(['value', 'quantity', 'margin', 'activities']), period: z.enum(['month', 'quarter', 'year']),
  dimensions: z.array(dimension), activityType: z.string().nullable(), active: z.boolean(),
  /** Of values and margins; null: it is counted in pieces. */
  currency: z.string().nullable(), mayChange: z.boolean(),
})
export type Plan = z.infer<typeof plan>
export const listPlans = route({ method: 'GET', path: '/api/targets/plans', summary: 'Plans of which the person may see what is sold, the newest first', scope: 'records:read', answer: z.object({ plans: z.array(plan) }) })

const one = z.object({ id: z.uuid() })
const cell = z.object({ month: z.string(), id: z.uuid(), version: z.int(), value: z.string() })
const row = z.object({ key: z.string(), place: shownPlace, cells: z.array(cell) })
export type Row = z.infer<typeof row>
const grid = z.object({
  plan, months: z.array(z.string()), rows: z.array(row),
  /** What a row may be of: the active people and teams, and the values of the plan's dimensions. */
  offered: z.object({ owner: z.array(named), team: z.array(named), productGroup: z.array(named), region: z.array(named), market: z.array(named), customerGroup: z.array(named), territory: z.array(named) }),
})
export type Grid = z.infer<typeof grid>
export const readGrid = route({ method: 'GET', path: '/api/targets/plans/:id/grid', summary: 'The targets of a plan by row and month, as far as the person may see them', scope: 'records:read', params: one, answer: grid })

/** No version: there was none. An empty value takes the target away. */
const savedCell = z.strictObject({ place, month, value: decimal.nullable(), id: z.uuid().optional(), version: z.int().optional() })
export type SavedCell = z.infer<typeof savedCell>
export const saveGrid = route({ method: 'PUT', path: '/api/targets/plans/:id/grid', summary: 'Save cells of a plan, all of them or none', scope: 'records:write', params: one, body: z.strictObject({ cells: z.array(savedCell).min(1).max(5_000) }), answer: grid })

const proposed = z.object({ rows: z.array(z.object({ place, cells: z.array(z.object({ month: z.string(), value: z.string() })) })) })
export type Proposed = z.infer<typeof proposed>
export const propose = route({
  method: 'POST', path: '/api/targets/plans/:id/propose', summary: 'Months of a year: its value spread evenly, by weights or as last year went, or last year’s taken over; nothing is saved', scope: 'records:read', params: one,
  body: z.strictObject({
    way: z.enum(['even', 'season', 'lastYear', 'copyTargets', 'copyRealised']),
    /** Of January to December. */
    weights: z.array(z.int().min(0).max(1_000_000)).length(12).optional(),
    /** More, or less, than last year. */
    percent: z.string().max(20).optional(),
    rows: z.array(z.strictObject({ place, total: decimal.optional() })).min(1).max(500),
  }),
  answer: proposed,
})

const figures = {
  target: z.string(), realised: z.string(),
  /** Realised, and what is open by its probability. */
  forecast: z.string(),
  /** How much of the target should be reached by today, by working days. */
  dueByNow: z.string(),
}
const drill = {
  /** Conditions for the list of opportunities, or of activities: what was realised, and what is still open. null: no list shows exactly this. */
  realisedWhere: z.string().nullable(), openWhere: z.string().nullable(),
}
const part = z.object({ key: z.string(), place: shownPlace, ...figures, ...drill })
const node = z.object({ id: z.string().nullable(), name: z.string(), parent: z.string().nullable(), ...figures, ...drill, parts: z.array(part) })
export type Figures = z.infer<z.ZodObject<typeof figures>>
export type Part = z.infer<typeof part>
export type Node = z.infer<typeof node>
const overview = z.object({
  plan, period: z.object({ key: z.string(), from: z.string(), until: z.string() }), workdays: z.object({ passed: z.int(), all: z.int() }),
  /** What the lists of `realisedWhere` and `openWhere` are of. */
  object: z.enum(['opportunity', 'activity']),
  total: z.object({ ...figures, ...drill, parts: z.array(part) }),
  /** Each with all below it; parents before their own. */
  people: z.array(node), teams: z.array(node),
})
export type Overview = z.infer<typeof overview>
export const readOverview = route({
  method: 'GET', path: '/api/targets/plans/:id/overview', summary: 'Plan, realisation, forecast and pace of a period, by people, teams and dimensions, each with the condition that lists what it is made of', scope: 'records:read', params: one,
  /** 2026, 2026-Q4 or 2026-11; left out: the quarter of today, or the year of a plan of another year. */
  query: z.strictObject({ period: z.string().regex(/^\d{4}(-Q[1-4]|-\d{2})?$/).optional() }), answer: overview,
})
