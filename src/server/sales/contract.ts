import { z } from 'zod'
import { day } from '../../contract/moments.ts'
import { route } from '../../contract/route.ts'

const condition = z.string().max(10_000)
/** Amounts are decimal texts in the firm's own currency; null: there is none, or the caller may not see amounts. */
const amount = z.string().nullable()
/** A share of one: 0.25 is a quarter; null: of nothing. */
const share = z.number().nullable()
const days = z.number().nullable()
/** A condition for the list of opportunities: the deals behind a figure. */
const behind = z.string()

const stage = z.object({
  id: z.uuid(), name: z.string(), position: z.number(), color: z.string().nullable(), category: z.string(),
  /** In percent, as in the field. */
  probability: z.string(), days: z.number().nullable(),
})
export type StageShown = z.infer<typeof stage>
const pipeline = z.object({
  id: z.uuid(), name: z.string(), active: z.boolean(), nextStepRequired: z.boolean(), method: z.object({ id: z.uuid(), name: z.string() }).nullable(), stages: z.array(stage),
})
export type PipelineShown = z.infer<typeof pipeline>

export const pipelines = route({
  method: 'GET', path: '/api/sales/pipelines', summary: 'Pipelines with their stages in order', scope: 'records:read',
  answer: z.object({ pipelines: z.array(pipeline) }),
})

/** Which deals, and by which of their days: begun in the period (a cohort), or won or lost in it. */
const selection = { pipeline: z.uuid().optional(), where: condition.optional(), from: day.optional(), until: day.optional(), basis: z.enum(['created', 'closed']).optional() }

export const dimensions = ['owner', 'team', 'productGroup', 'source', 'method', 'market', 'month', 'quarter'] as const
export type Dimension = (typeof dimensions)[number]

const figures = z.object({
  count: z.int(), open: z.int(), won: z.int(), lost: z.int(),
  openAmount: amount, wonAmount: amount, lostAmount: amount, wonMargin: amount,
  /** Won among won and lost, by number and by amount. */
  winRate: share, winRateByAmount: share,
  averageWon: amount,
  /** From the first day to winning. */
  daysToWin: days, daysToLose: days,
  /** What the open deals bring a day at this win rate, this average and this time: open × win rate × average ÷ days. */
  speed: amount,
  /** Done activities on deals that were won, for each of them. */
  activitiesPerWon: z.number().nullable(),
  where: z.object({ all: behind, open: behind, won: behind, lost: behind }),
})
export type Figures = z.infer<typeof figures>

/** Of so many, all their stays tell how long a stage takes now; those of years ago would cost more than all the other figures together. */
export const mostTimed = 20_000

const step = z.object({
  stage: z.object({ id: z.uuid(), name: z.string(), color: z.string().nullable(), position: z.number() }),
  /** Came to this stage or a later one; stand in it now; went on to a later one or were won; were lost having come no further. */
  reached: z.int(), standing: z.int(), wentOn: z.int(), lost: z.int(),
  reachedAmount: amount, standingAmount: amount,
  /** wentOn ÷ reached, and reached ÷ reached of the first stage. */
  conversion: share, ofAll: share,
  /** Of stays that ended, of the newest `mostTimed` deals of the selection. */
  averageDays: days, medianDays: days, normalDays: z.number().nullable(),
  where: z.object({ reached: behind, standing: behind, wentOn: behind, lost: behind }),
})
export type FunnelStep = z.infer<typeof step>

const grouped = z.object({ key: z.string(), name: z.string(), figures })
const reason = z.object({ reason: z.string().nullable(), count: z.int(), amount, where: behind })

const funnelAnswer = z.object({
  currency: z.string(), from: z.string().nullable(), until: z.string().nullable(), basis: z.enum(['created', 'closed']),
  /** None without a pipeline: stages of different ones do not add up. */
  steps: z.array(step), figures,
  /** By `by`, greatest amount won first. A deal with products of several groups counts in each. */
  groups: z.array(grouped),
  /** Deals by the month they began in; whatever the basis. */
  cohorts: z.array(z.object({ month: z.string(), count: z.int(), open: z.int(), won: z.int(), lost: z.int(), wonAmount: amount, winRate: share, where: behind })),
  lostReasons: z.array(reason),
  /** Deals with an amount whose rate to the firm's own currency is not known: they are in no sum. */
  withoutRate: z.object({ count: z.int(), where: behind }),
})
export type Funnel = z.infer<typeof funnelAnswer>

export const funnel = route({
  method: 'GET', path: '/api/sales/funnel', summary: 'What became of opportunities: conversion between stages, time, win rate, speed, cohorts', scope: 'records:read',
  query: z.strictObject({ ...selection, by: z.enum(dimensions).optional() }),
  answer: funnelAnswer,
})

const side = z.strictObject({ name: z.string().max(200).optional(), ...selection })
export const compare = route({
  method: 'POST', path: '/api/sales/compare', summary: 'Two to six selections of opportunities side by side: people, teams, periods, methods', scope: 'records:read',
  body: z.strictObject({ sides: z.array(side).min(2).max(6) }),
  answer: z.object({ sides: z.array(z.object({ name: z.string().nullable(), funnel: funnelAnswer })) }),
})

const spread = z.object({
  /** Half of the runs come to less. */
  median: z.string(),
  /** Four fifths of the runs lie between. */
  low: z.string(), high: z.string(), mean: z.string(),
})
export type Spread = z.infer<typeof spread>
const sums = z.object({
  won: amount, commit: amount, bestCase: amount, pipeline: amount, omitted: amount, weighted: amount,
  /** What is won already and what the simulation adds to it; null where amounts are hidden. */
  simulated: spread.nullable(),
  where: z.object({ won: behind, open: behind, commit: behind, bestCase: behind, pipeline: behind, omitted: behind }),
})
export type ForecastSums = z.infer<typeof sums>

export const forecastUnits = ['month', 'quarter'] as const
export const forecast = route({
  method: 'GET', path: '/api/sales/forecast', summary: 'What the coming months or quarters bring: weighted, by category, and simulated from the own history', scope: 'records:read',
  query: z.strictObject({ pipeline: z.uuid().optional(), where: condition.optional(), unit: z.enum(forecastUnits).optional(), periods: z.coerce.number().int().min(1).max(24).optional() }),
  answer: z.object({
    currency: z.string(), unit: z.enum(forecastUnits), today: z.string(),
    /** The first one is the current; what is expected earlier and still open counts in it by category, and is told in `overdue`. `until` is its last day. */
    periods: z.array(sums.extend({ key: z.string(), from: z.string(), until: z.string() })),
    total: sums,
    /** By each person, over all the periods. */
    people: z.array(sums.extend({ id: z.uuid().nullable(), name: z.string() })),
    overdue: z.object({ count: z.int(), amount, where: behind }), withoutDate: z.object({ count: z.int(), amount, where: behind }), withoutAmount: z.object({ count: z.int(), where: behind }),
    /** On what the simulation rests; `trusted` is false with fewer closed deals than 30: it then leans on the stages' probabilities. */
    basis: z.object({ runs: z.int(), open: z.int(), history: z.int(), winRate: share, trusted: z.boolean() }),
  }),
})
export type Forecast = z.infer<typeof forecast.answer>

export const split = route({
  method: 'POST', path: '/api/sales/opportunities/:id/split', summary: 'Some lines of an opportunity go to a new one', scope: 'records:write',
  params: z.object({ id: z.uuid() }),
  body: z.strictObject({ name: z.string().trim().min(1).max(300), lines: z.array(z.uuid()).min(1).max(500), expectedOn: day.optional() }),
  answer: z.object({ id: z.uuid(), name: z.string(), operation: z.uuid() }),
})

export const enterWhen = route({
  method: 'POST', path: '/api/sales/stages/check', summary: 'Is this a condition over an opportunity? If not: what is wrong with it and where', scope: 'records:read',
  body: z.strictObject({ enterWhen: z.string().max(2_000) }),
  answer: z.object({ ok: z.boolean(), problems: z.array(z.object({ code: z.string(), sentence: z.string(), at: z.int(), length: z.int() })) }),
})
