import { defineObject, is } from '../../contract/definition.ts'
import * as rules from './rules.ts'
import * as texts from './texts.ts'
import { dimensions, measures, periods, refusals, reverse, sections, whose } from './texts.ts'

/** That a margin is planned, and how high, tells of margins. */
const margins = ['opportunity.margin', 'opportunityLine.margin']

export const targetPlan = defineObject('targetPlan', texts.targetPlan, {
  room: 'targets',
  icon: 'chart-histogram',
  nameField: 'name',
  distinguishedBy: ['year', 'measure'],
  access: { kind: 'shared' },
  baseline: { read: 'all' },
  tellsOf: [{ when: "measure = 'margin'", fields: margins }],
  navigation: { group: 'settings', order: 88 },
  fields: {
    name: is.text({ required: true, unique: true, searchable: true, maxLength: 200 }),
    year: is.number({ required: true, decimals: 0, min: 2000, max: 2100 }),
    measure: is.choice(measures, { required: true, default: { expression: "'value'" } }),
    period: is.choice(periods, { required: true, default: { expression: "'month'" } }),
    dimensions: is.choices(dimensions),
    activityType: is.text({ maxLength: 60, shownWhen: "measure = 'activities'" }),
    active: is.yesNo({ required: true, default: { expression: 'true' } }),
    description: is.longText(),
  },
  list: { columns: ['name', 'year', 'measure', 'period', 'dimensions', 'active'], order: '-year,name' },
  form: [{ key: 'basics', label: sections.basics, fields: ['name', 'year', 'measure', 'period', 'dimensions', 'activityType', 'active', 'description'] }],
  quickCreate: ['name', 'year', 'measure', 'period', 'dimensions'],
  rules: { check: rules.whyNotPlan },
})

/** One month of one person (its owner) or team, of one value of each of the plan's dimensions. Quarters and years are sums of months. */
export const target = defineObject('target', texts.target, {
  room: 'targets',
  icon: 'target',
  nameField: 'name',
  ownerLabel: whose,
  access: { kind: 'owned' },
  baseline: { read: 'own' },
  tellsOf: [{ when: "plan.measure = 'margin'", fields: margins }],
  fields: {
    name: is.text({ readOnly: true, maxLength: 300 }),
    plan: is.link('targetPlan', { required: true, reverse: reverse.targets, onDelete: 'cascade' }),
    month: is.date({ required: true, indexed: true }),
    team: is.link('team', { reverse: reverse.targets }),
    productGroup: is.link('productGroup', { reverse: reverse.targets }),
    region: is.text({ maxLength: 60 }),
    market: is.text({ maxLength: 60 }),
    customerGroup: is.link('customerGroup', { reverse: reverse.targets }),
    territory: is.link('territory', { reverse: reverse.targets }),
    value: is.number({ required: true, decimals: 2, min: 0 }),
    /** One of each, whoever writes and however many at once. */
    cell: is.text({ readOnly: true, unique: true, maxLength: 400 }),
  },
  list: { columns: ['plan', 'month', 'owner', 'team', 'productGroup', 'region', 'market', 'customerGroup', 'value'], order: 'plan.name,month' },
  form: [{ key: 'basics', label: sections.basics, fields: ['plan', 'month', 'owner', 'team', 'productGroup', 'region', 'market', 'customerGroup', 'territory', 'value'] }],
  indexes: [{ fields: ['plan', 'month'] }],
  rules: { derive: rules.nameOfTarget, check: rules.whyNotTarget },
  refusedWhen: [{ key: 'otherYear', when: 'YEAR(month) != plan.year', say: refusals.otherYear, field: 'month' }],
})

export const objects = [targetPlan, target]
