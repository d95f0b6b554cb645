import { defineObject, is, type ActionDefinition, type FieldDefinition } from '../../contract/definition.ts'
import * as texts from './texts.ts'
import { actions, attitudes, categories, levels, lostReasons, markets, moves, reverse, roles, sections, seller, sources, stageColors, states, views } from './texts.ts'

export const salesMethod = defineObject('salesMethod', texts.salesMethod, {
  room: 'sales',
  icon: 'route',
  nameField: 'name',
  access: { kind: 'shared' },
  baseline: { read: 'all' },
  navigation: { group: 'settings', order: 80 },
  fields: { name: is.text({ required: true, unique: true, searchable: true, maxLength: 120 }), description: is.longText() },
  list: { columns: ['name', 'description'], order: 'name' },
  form: [{ key: 'basics', label: sections.basics, fields: ['name', 'description'] }],
  quickCreate: ['name', 'description'],
  related: [{ object: 'pipeline', link: 'method', columns: ['name', 'active'] }],
})

export const pipeline = defineObject('pipeline', texts.pipeline, {
  room: 'sales',
  icon: 'timeline',
  nameField: 'name',
  access: { kind: 'shared' },
  baseline: { read: 'all' },
  navigation: { group: 'settings', order: 78 },
  fields: {
    name: is.text({ required: true, unique: true, searchable: true, maxLength: 120 }),
    method: is.link('salesMethod', { reverse: reverse.pipelines }),
    nextStepRequired: is.yesNo(),
    position: is.number(),
    active: is.yesNo({ required: true, default: { expression: 'true' } }),
    description: is.longText(),
  },
  list: { columns: ['name', 'method', 'nextStepRequired', 'active'], order: 'position,name' },
  form: [{ key: 'basics', label: sections.basics, fields: ['name', 'method', 'nextStepRequired', 'position', 'active', 'description'] }],
  quickCreate: ['name', 'method', 'nextStepRequired'],
})

export const stage = defineObject('stage', texts.stage, {
  room: 'sales',
  icon: 'flag',
  nameField: 'name',
  distinguishedBy: ['pipeline.name'],
  access: { kind: 'follows', links: ['pipeline'] },
  fields: {
    name: is.text({ required: true, searchable: true, maxLength: 120 }),
    pipeline: is.link('pipeline', { required: true, reverse: reverse.stages, onDelete: 'cascade' }),
    position: is.number({ required: true, default: { expression: '1' } }),
    color: is.choice(stageColors),
    probability: is.percent({ required: true, decimals: 1, min: 0, max: 100, default: { expression: '10' } }),
    days: is.number({ decimals: 0, min: 0, max: 3_650 }),
    category: is.choice(categories, { required: true, default: { expression: "'pipeline'" } }),
    enterWhen: is.longText({ maxLength: 2_000 }),
    enterNot: is.text({ maxLength: 300 }),
    description: is.longText(),
  },
  list: { columns: ['pipeline', 'position', 'name', 'probability', 'days', 'category'], order: 'pipeline.name,position' },
  form: [{ key: 'basics', label: sections.basics, fields: ['name', 'pipeline', 'position', 'color', 'probability', 'days', 'category', 'enterWhen', 'enterNot', 'description'] }],
  quickCreate: ['name', 'pipeline', 'position', 'probability', 'days', 'category'],
  related: [{ object: 'stageActivity', link: 'stage', columns: ['title', 'type', 'afterDays', 'required'] }],
})

/** What is to be done in a stage: made by itself when an opportunity enters it. */
export const stageActivity = defineObject('stageActivity', texts.stageActivity, {
  room: 'sales',
  icon: 'checkbox',
  nameField: 'title',
  access: { kind: 'follows', links: ['stage'] },
  fields: {
    title: is.text({ required: true, searchable: true, maxLength: 300 }),
    stage: is.link('stage', { required: true, reverse: reverse.activities, onDelete: 'cascade' }),
    /** A type of activity, also one of the administrator's own. */
    type: is.text({ required: true, maxLength: 60, default: { expression: "'task'" } }),
    afterDays: is.number({ decimals: 0, min: 0, max: 3_650, default: { expression: '0' } }),
    required: is.yesNo(),
    description: is.longText(),
  },
  list: { columns: ['stage', 'title', 'type', 'afterDays', 'required'], order: 'afterDays,createdAt' },
  form: [{ key: 'basics', label: sections.basics, fields: ['title', 'stage', 'type', 'afterDays', 'required', 'description'] }],
  quickCreate: ['title', 'stage', 'type', 'afterDays', 'required'],
})

const isOpen = "state = 'open'"

const asked = (name: string, field: object): FieldDefinition => ({ id: `opportunity.clone.${name}`, name, ...field }) as FieldDefinition
const clone: ActionDefinition = {
  name: 'clone', label: actions.clone, icon: 'copy', makes: 'opportunity',
  input: [
    asked('name', { label: actions.cloneName, type: 'text', maxLength: 300 }),
    asked('expectedOn', { label: actions.cloneExpectedOn, type: 'date' }),
    asked('withLines', { label: actions.cloneLines, type: 'yesNo' }),
    asked('withRoles', { label: actions.cloneRoles, type: 'yesNo' }),
  ],
}

export const opportunity = defineObject('opportunity', texts.opportunity, {
  room: 'sales',
  icon: 'target-arrow',
  nameField: 'name',
  ownerLabel: seller,
  distinguishedBy: ['company.name', 'number'],
  access: { kind: 'owned' },
  timeline: true,
  navigation: { group: 'sales', order: 10 },
  fields: {
    name: is.text({ required: true, searchable: true, indexed: true, maxLength: 300 }),
    number: is.autoNumber('SZ/{yyyy}/{nnnnn}', { searchable: true }),
    company: is.link('company', { reverse: reverse.opportunities, onDelete: 'refuse' }),
    contact: is.link('person', { reverse: reverse.asContact }),
    pipeline: is.link('pipeline', { reverse: reverse.opportunities, onDelete: 'refuse' }),
    stage: is.link('stage', { reverse: reverse.opportunities, onDelete: 'refuse' }),
    state: is.choice(states, { required: true, default: { expression: "'open'" }, indexed: true }),
    amount: is.money({ indexed: true }),
    amountBase: is.number({ readOnly: true, decimals: 2, indexed: true, workedOutFrom: 'amount' }),
    margin: is.money(),
    probability: is.percent({ decimals: 1, min: 0, max: 100 }),
    weighted: is.number({ decimals: 2, formula: 'amountBase * probability / 100', notKept: true }),
    category: is.choice(categories),
    expectedOn: is.date({ indexed: true }),
    closedOn: is.date({ indexed: true, shownWhen: "state != 'open' or closedOn is not empty" }),
    stageSince: is.dateTime({ readOnly: true }),
    /** The furthest stage it ever came to: by it the funnel counts, without reading all the history. */
    furthest: is.link('stage', { readOnly: true }),
    rotting: is.yesNo({ formula: `${isOpen} and stage.days is not empty and stageSince is not empty and DAYS(now, stageSince) > stage.days`, notKept: true }),
    nextActivity: is.dateTime({ formula: 'MIN(activities.moment where doneAt is empty)', notKept: true }),
    source: is.choice(sources, { indexed: true }),
    method: is.link('salesMethod', { reverse: reverse.opportunities }),
    campaign: is.text({ searchable: true, maxLength: 200 }),
    market: is.choice(markets),
    partner: is.link('company', { reverse: reverse.asPartner }),
    lostReason: is.choice(lostReasons, { shownWhen: "state = 'lost' or lostReason is not empty", requiredWhen: "state = 'lost'" }),
    lostTo: is.link('company', { reverse: reverse.wonFromUs, shownWhen: "state = 'lost' or lostTo is not empty" }),
    lostNote: is.longText({ shownWhen: "state = 'lost' or lostNote is not empty", requiredWhen: "state = 'lost' and lostReason = 'other'" }),
    copyOf: is.link('opportunity', { reverse: reverse.copies, readOnly: true }),
    description: is.longText({ searchable: true }),
    tags: is.links('tag', { reverse: reverse.opportunities }),
    files: is.files(),
  },
  list: {
    columns: ['name', 'company', 'stage', 'amount', 'probability', 'expectedOn', 'nextActivity', 'rotting', 'owner', 'state'],
    order: 'expectedOn',
    views: [
      { key: 'open', label: views.open, where: isOpen },
      { key: 'mine', label: views.mine, where: `${isOpen} and owner = me` },
      { key: 'rotting', label: views.rotting, where: 'rotting' },
      { key: 'thisMonth', label: views.thisMonth, where: `${isOpen} and expectedOn <= today + 30` },
      { key: 'won', label: views.won, where: "state = 'won'", order: '-closedOn' },
      { key: 'lost', label: views.lost, where: "state = 'lost'", order: '-closedOn', columns: ['name', 'company', 'amount', 'lostReason', 'lostTo', 'closedOn', 'owner'] },
      { key: 'all', label: views.all, order: '-createdAt' },
    ],
  },
  form: [
    { key: 'basics', label: sections.basics, fields: ['name', 'company', 'contact', 'owner', 'pipeline', 'stage', 'amount', 'margin', 'expectedOn', 'description'] },
    { key: 'forecast', label: sections.forecast, fields: ['probability', 'category', 'weighted', 'amountBase', 'stageSince', 'rotting', 'nextActivity'] },
    { key: 'origin', label: sections.origin, fields: ['source', 'campaign', 'method', 'market', 'partner', 'tags', 'copyOf'] },
    { key: 'result', label: sections.result, fields: ['state', 'closedOn', 'lostReason', 'lostTo', 'lostNote'] },
    { key: 'more', label: sections.more, fields: ['number', 'files'], collapsed: true },
  ],
  quickCreate: ['name', 'company', 'contact', 'pipeline', 'stage', 'amount', 'expectedOn', 'source'],
  board: {
    by: 'stage', order: 'position', color: 'color', within: { link: 'pipeline', where: 'active' }, worth: 'amountBase', expected: 'weighted',
    card: ['company', 'amount'], since: 'stageSince', stalled: 'rotting', next: { field: 'nextActivity', required: 'pipeline.nextStepRequired' }, ends: 'state',
  },
  headline: ['company', 'amount', 'stage', 'expectedOn'],
  related: [
    { object: 'opportunityLine', link: 'opportunity', columns: ['product', 'quantity', 'unitPrice', 'discount', 'amount'] },
    { object: 'opportunityRole', link: 'opportunity', columns: ['person', 'role', 'attitude'] },
    { object: 'competitor', link: 'opportunity', columns: ['company', 'threat', 'strengths'] },
    { object: 'quote', link: 'opportunity', columns: ['number', 'edition', 'state', 'net', 'validUntil'] },
    { object: 'salesOrder', link: 'opportunity', columns: ['number', 'state', 'net'] },
    { object: 'stageStay', link: 'opportunity', columns: ['stage', 'leftFor', 'since', 'until'] },
  ],
  parts: [{ object: 'opportunityLine', link: 'opportunity' }, { object: 'opportunityRole', link: 'opportunity' }, { object: 'competitor', link: 'opportunity' }, { object: 'quote', link: 'opportunity' }, { object: 'salesOrder', link: 'opportunity' }],
  indexes: [
    { fields: ['pipeline', 'state', 'stage'] },
    // What was closed stays in its last stage: a board's column would walk past all of it.
    { fields: ['stage', 'state', 'expectedOn'] },
    { fields: ['owner', 'expectedOn'] },
  ],
  actions: [clone],
  states: [
    {
      field: 'state', initial: 'open',
      moves: [
        { key: 'win', label: moves.win, from: ['open'], to: 'won', required: ['amount'] },
        { key: 'lose', label: moves.lose, from: ['open'], to: 'lost', required: ['lostReason'], asks: ['lostTo', 'lostNote'] },
        { key: 'reopen', label: moves.reopen, from: ['won', 'lost'], to: 'open' },
      ],
    },
  ],
})

const ofOpportunity = { access: { kind: 'follows', links: ['opportunity'] }, room: 'sales' } as const

export const opportunityRole = defineObject('opportunityRole', texts.opportunityRole, {
  ...ofOpportunity,
  icon: 'users',
  nameField: 'name',
  fields: {
    name: is.text({ readOnly: true, maxLength: 300 }),
    opportunity: is.link('opportunity', { required: true, reverse: reverse.roles, onDelete: 'cascade' }),
    person: is.link('person', { required: true, reverse: reverse.inOpportunities, onDelete: 'cascade' }),
    role: is.choice(roles, { required: true }),
    attitude: is.choice(attitudes),
    note: is.longText(),
  },
  list: { columns: ['opportunity', 'person', 'role', 'attitude', 'note'], order: 'createdAt' },
  form: [{ key: 'basics', label: sections.basics, fields: ['opportunity', 'person', 'role', 'attitude', 'note'] }],
  quickCreate: ['opportunity', 'person', 'role', 'attitude'],
})

export const competitor = defineObject('competitor', texts.competitor, {
  ...ofOpportunity,
  icon: 'swords',
  nameField: 'name',
  fields: {
    name: is.text({ readOnly: true, maxLength: 300 }),
    opportunity: is.link('opportunity', { required: true, reverse: reverse.competitors, onDelete: 'cascade' }),
    company: is.link('company', { required: true, reverse: reverse.competes, onDelete: 'cascade' }),
    threat: is.choice(levels),
    strengths: is.longText(),
    weaknesses: is.longText(),
  },
  list: { columns: ['opportunity', 'company', 'threat', 'strengths', 'weaknesses'], order: 'createdAt' },
  form: [{ key: 'basics', label: sections.basics, fields: ['opportunity', 'company', 'threat', 'strengths', 'weaknesses'] }],
  quickCreate: ['opportunity', 'company', 'threat', 'strengths'],
})

export const opportunityLine = defineObject('opportunityLine', texts.opportunityLine, {
  ...ofOpportunity,
  icon: 'package',
  nameField: 'name',
  fields: {
    name: is.text({ readOnly: true, maxLength: 300 }),
    opportunity: is.link('opportunity', { required: true, reverse: reverse.lines, onDelete: 'cascade' }),
    product: is.link('product', { required: true, reverse: reverse.inLines, onDelete: 'refuse' }),
    quantity: is.number({ required: true, default: { expression: '1' } }),
    unitPrice: is.money(),
    discount: is.percent({ decimals: 2, min: 0, max: 100 }),
    amount: is.money({ readOnly: true }),
    margin: is.money({ readOnly: true }),
    position: is.number(),
  },
  list: { columns: ['opportunity', 'product', 'quantity', 'unitPrice', 'discount', 'amount', 'margin'], order: 'position,createdAt' },
  form: [{ key: 'basics', label: sections.basics, fields: ['opportunity', 'product', 'quantity', 'unitPrice', 'discount', 'amount', 'margin', 'position'] }],
  quickCreate: ['opportunity', 'product', 'quantity', 'unitPrice', 'discount'],
})

/** From entering a stage to leaving it: what conversion, time in stage and the forecast are worked out from. The program writes it. */
export const stageStay = defineObject('stageStay', texts.stageStay, {
  ...ofOpportunity,
  programOnly: true,
  icon: 'history',
  nameField: 'name',
  fields: {
    name: is.text({ readOnly: true, maxLength: 300 }),
    opportunity: is.link('opportunity', { required: true, reverse: reverse.stays, onDelete: 'cascade' }),
    pipeline: is.link('pipeline', { readOnly: true }),
    stage: is.link('stage', { readOnly: true }),
    seller: is.link('user', { readOnly: true }),
    since: is.dateTime({ readOnly: true, default: { expression: 'now' } }),
    until: is.dateTime({ readOnly: true }),
    /** The expected close as it stood when the stage was entered: by it the forecast knows how late deals come. */
    expectedOn: is.date({ readOnly: true }),
    leftFor: is.link('stage', { readOnly: true }),
    /** As it stood when the stage was left, or the opportunity won or lost. */
    state: is.choice(states, { readOnly: true }),
  },
  list: { columns: ['opportunity', 'stage', 'since', 'until', 'leftFor', 'state', 'seller'], order: '-since' },
  form: [{ key: 'basics', label: sections.basics, fields: ['opportunity', 'pipeline', 'stage', 'seller', 'since', 'until', 'expectedOn', 'leftFor', 'state'] }],
  indexes: [{ fields: ['pipeline', 'since'] }],
})

export const objects = [salesMethod, pipeline, stage, stageActivity, opportunity, opportunityRole, competitor, opportunityLine, stageStay]
