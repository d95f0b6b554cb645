import { defineObject, is, type ActionDefinition, type FieldDefinition } from '../../contract/definition.ts'
import { escalationRule } from './escalation/objects.ts'
import * as rules from './rules.ts'
import * as texts from './texts.ts'
import { actions, delegations, moves, outcomes, priorities, responsible, reverse, sections, showings, states, types, views } from './texts.ts'

/** Also by states that the administrator adds. */
const isOpen = 'doneAt is empty'
const isOverdue = `${isOpen} and due < now`

/** What a form asks for by type; types that the administrator adds ask for everything, and what is filled in is never hidden. */
const unless = (types: readonly string[], field: string): string => `not (type in (${types.map((type) => `'${type}'`).join(', ')})) or ${field} is not empty`
const worked = ['task', 'letter']
const inOnePlace = ['task', 'letter', 'call']
const arranged = ['meeting', 'event']

const input = (action: string, name: string, field: object): FieldDefinition => ({ id: `activity.${action}.${name}`, name, ...field }) as FieldDefinition
const { fields: words } = texts.activity

const activityActions: readonly ActionDefinition[] = [
  {
    name: 'finish', label: actions.finish, icon: 'check',
    input: [
      input('finish', 'outcome', { label: words.outcome, type: 'choice', choices: outcomes }),
      input('finish', 'outcomeNote', { label: words.outcomeNote, type: 'longText' }),
      input('finish', 'spent', { label: words.spent, type: 'number', min: 0, max: 100_000 }),
      input('finish', 'followUpTitle', { label: actions.followUpTitle, type: 'text', maxLength: 500 }),
      input('finish', 'followUpType', { label: actions.followUpType, type: 'choice', choices: types }),
      input('finish', 'followUpDue', { label: actions.followUpDue, type: 'dateTime' }),
      input('finish', 'followUpStart', { label: actions.followUpStart, type: 'dateTime' }),
      input('finish', 'followUpOwner', { label: actions.followUpOwner, type: 'link', target: 'user' }),
    ],
  },
  { name: 'accept', label: actions.accept, icon: 'thumb-up' },
  { name: 'refuse', label: actions.refuse, icon: 'thumb-down', input: [input('refuse', 'reason', { label: words.delegationNote, type: 'text', required: true, maxLength: 2_000 })] },
  { name: 'takeBack', label: actions.takeBack, icon: 'arrow-back-up' },
  {
    name: 'copy', label: actions.copy, icon: 'copy',
    input: [
      input('copy', 'title', { label: words.title, type: 'text', maxLength: 500 }),
      input('copy', 'due', { label: words.due, type: 'dateTime' }),
      input('copy', 'start', { label: words.start, type: 'dateTime' }),
    ],
  },
]

/** Tasks, meetings, calls, visits, letters: one family; a type is a value of `type`, and the administrator adds his own. */
export const activity = defineObject('activity', texts.activity, {
  room: 'activities',
  icon: 'checkbox',
  nameField: 'title',
  ownerLabel: responsible,
  distinguishedBy: ['type', 'company'],
  access: {
    kind: 'owned',
    people: { delegatedBy: 'change', participants: 'read', watchers: 'read' },
    withLinked: true,
    entrusted: [
      { object: 'calendarShare', whose: 'owner', to: 'person', read: "level in ('see', 'edit')", change: "level = 'edit'" },
      { object: 'substitution', whose: 'owner', to: 'substitute', read: 'from <= today and (until is empty or until >= today)', change: 'from <= today and (until is empty or until >= today)' },
    ],
    narrowed: { alone: 'private', to: 'restrictedTo' },
  },
  baseline: { create: 'own', read: 'own', change: 'own', delete: 'own', export: 'own' },
  navigation: { group: 'knowledge', order: 5 },
  typeField: 'type',
  fields: {
    title: is.text({ required: true, searchable: true, maxLength: 500 }),
    type: is.choice(types, { required: true, default: { expression: "'task'" }, indexed: true }),
    state: is.choice(states, { required: true, default: { expression: "'open'" }, indexed: true }),
    priority: is.choice(priorities, { required: true, default: { expression: "'normal'" } }),
    description: is.longText({ searchable: true }),
    start: is.dateTime({ indexed: true, shownWhen: unless(worked, 'start') }),
    end: is.dateTime({ shownWhen: unless(worked, 'start') }),
    allDay: is.yesNo({ shownWhen: unless(worked, 'start') }),
    due: is.dateTime({ indexed: true, shownWhen: unless(arranged, 'due') }),
    timeZone: is.text({ maxLength: 64 }),
    moment: is.dateTime({ readOnly: true, indexed: true }),
    doneAt: is.dateTime({ readOnly: true, indexed: true }),
    effort: is.number({ min: 0, max: 100_000 }),
    spent: is.number({ min: 0, max: 100_000 }),
    place: is.text({ searchable: true, maxLength: 500, shownWhen: unless(inOnePlace, 'place') }),
    meetingUrl: is.web({ shownWhen: unless(worked, 'meetingUrl') }),
    showAs: is.choice(showings, { default: { expression: "'busy'" }, shownWhen: 'start is not empty' }),
    company: is.link('company', { reverse: reverse.activities }),
    people: is.links('person', { reverse: reverse.activities }),
    opportunity: is.link('opportunity', { reverse: reverse.activities }),
    /** Made because the opportunity entered the stage that asks for it. */
    stageActivity: is.link('stageActivity', { readOnly: true }),
    quote: is.link('quote', { reverse: reverse.activities }),
    salesOrder: is.link('salesOrder', { reverse: reverse.activities }),
    contract: is.link('contract', { reverse: reverse.activities }),
    participants: is.links('user', { reverse: reverse.takesPart, shownWhen: unless(worked, 'participants') }),
    watchers: is.links('user', { reverse: reverse.watches }),
    delegatedBy: is.link('user', { reverse: reverse.delegated }),
    delegation: is.choice(delegations, { readOnly: true }),
    delegationNote: is.text({ readOnly: true, maxLength: 2_000 }),
    waitsFor: is.links('activity', { reverse: reverse.blocks }),
    previous: is.link('activity', { reverse: reverse.followUps }),
    outcome: is.choice(outcomes),
    outcomeNote: is.longText({ searchable: true }),
    private: is.yesNo(),
    restrictedTo: is.links('user'),
    recurrence: is.text({ maxLength: 500 }),
    repeatAfterDone: is.yesNo(),
    recursUntil: is.dateTime({ readOnly: true, indexed: true }),
    nextOn: is.dateTime({ readOnly: true }),
    series: is.link('activity', { reverse: reverse.instances, onDelete: 'cascade' }),
    instance: is.dateTime(),
    uid: is.text({ readOnly: true, indexed: true, maxLength: 255 }),
    sequence: is.number({ readOnly: true }),
    files: is.files(),
    overdue: is.yesNo({ formula: isOverdue, notKept: true }),
    checklistDone: is.number({ decimals: 0, formula: 'COUNT(checklist where done)', notKept: true }),
    checklistAll: is.number({ decimals: 0, formula: 'COUNT(checklist)', notKept: true }),
  },
  list: {
    columns: ['title', 'type', 'state', 'priority', 'due', 'start', 'company', 'owner'],
    order: 'due,-createdAt',
    views: [
      { key: 'mine', label: views.mine, where: `owner = me and ${isOpen}` },
      { key: 'overdue', label: views.overdue, where: isOverdue },
      { key: 'delegated', label: views.delegated, where: `delegatedBy = me and owner != me and ${isOpen}`, columns: ['title', 'owner', 'state', 'delegation', 'due', 'company', 'updatedAt'] },
      { key: 'watched', label: views.watched, where: `watchers has me and ${isOpen}` },
      { key: 'team', label: views.team, where: `owner.superior = me and ${isOpen}` },
      { key: 'open', label: views.open, where: isOpen },
      { key: 'all', label: views.all, order: '-moment' },
    ],
  },
  standsOut: [{ when: 'overdue', color: 'red', at: 'due' }],
  form: [
    { key: 'basics', label: sections.basics, fields: ['title', 'type', 'state', 'priority', 'company', 'people', 'opportunity', 'quote', 'salesOrder', 'contract', 'description', 'files'] },
    { key: 'time', label: sections.time, fields: ['due', 'start', 'end', 'allDay', 'place', 'meetingUrl', 'effort', 'spent', 'showAs'] },
    { key: 'people', label: sections.people, fields: ['owner', 'participants', 'watchers', 'delegatedBy', 'delegation', 'delegationNote', 'waitsFor', 'previous'] },
    { key: 'result', label: sections.result, fields: ['outcome', 'outcomeNote', 'doneAt'] },
    { key: 'recurrence', label: sections.recurrence, fields: ['recurrence', 'repeatAfterDone', 'recursUntil', 'series', 'instance', 'timeZone'], collapsed: true },
    { key: 'privacy', label: sections.privacy, fields: ['private', 'restrictedTo'], collapsed: true },
  ],
  quickCreate: ['title', 'type', 'due', 'start', 'end', 'place', 'company', 'people', 'participants', 'owner', 'priority'],
  headline: ['type', 'priority', 'due', 'start', 'company'],
  related: [
    { object: 'activity', link: 'previous', columns: ['title', 'type', 'state', 'due', 'start'] },
    { object: 'activity', link: 'waitsFor', columns: ['title', 'state', 'due', 'owner'] },
  ],
  indexes: [
    { fields: ['company', 'moment'] },
    { fields: ['opportunity', 'moment'] },
    { fields: ['company', 'moment'], only: { field: 'doneAt', is: 'empty' } },
    { fields: ['owner', 'start'] },
    { fields: ['owner', 'due'], only: { field: 'doneAt', is: 'empty' } },
    { fields: ['owner', 'delegation'], only: { field: 'doneAt', is: 'empty' } },
    { fields: ['owner', 'start'], only: { field: 'recurrence', is: 'filled' } },
    { fields: ['delegatedBy', 'due'], only: { field: 'doneAt', is: 'empty' } },
    { fields: ['due'], only: { field: 'doneAt', is: 'empty' } },
    { fields: ['nextOn'], only: { field: 'nextOn', is: 'filled' } },
    { fields: ['series', 'instance'], unique: true },
  ],
  states: [
    {
      field: 'state', initial: 'open',
      moves: [
        { key: 'begin', label: moves.begin, from: ['open', 'waiting'], to: 'inProgress' },
        { key: 'wait', label: moves.wait, from: ['open', 'inProgress'], to: 'waiting' },
        { key: 'finish', label: moves.finish, from: ['open', 'inProgress', 'waiting'], to: 'done' },
        { key: 'cancel', label: moves.cancel, from: ['open', 'inProgress', 'waiting'], to: 'cancelled' },
        { key: 'reopen', label: moves.reopen, from: ['inProgress', 'waiting', 'done', 'cancelled'], to: 'open' },
      ],
    },
  ],
  actions: activityActions,
  rules: { derive: rules.followingValues, check: rules.whyNotActivity },
})

export const checklistItem = defineObject('checklistItem', texts.checklistItem, {
  room: 'activities',
  icon: 'checkbox',
  nameField: 'title',
  access: { kind: 'follows', links: ['activity'] },
  fields: {
    title: is.text({ required: true, searchable: true, maxLength: 500 }),
    activity: is.link('activity', { required: true, reverse: reverse.checklist, onDelete: 'cascade' }),
    done: is.yesNo(),
    position: is.number(),
  },
  list: { columns: ['title', 'activity', 'done'], order: 'position,createdAt' },
  form: [{ key: 'basics', label: sections.basics, fields: ['title', 'activity', 'done', 'position'] }],
  quickCreate: ['title', 'activity'],
})

/** Its owner is away for these days, and the substitute may do with his activities what he may. */
export const substitution = defineObject('substitution', texts.substitution, {
  room: 'activities',
  icon: 'arrows-exchange',
  nameField: 'title',
  access: { kind: 'owned', people: { substitute: 'read' } },
  baseline: { create: 'own', read: 'own', change: 'own', delete: 'own' },
  navigation: { group: 'settings', order: 60, section: 'own' },
  fields: {
    title: is.text({ maxLength: 200 }),
    substitute: is.link('user', { required: true, reverse: reverse.substitutes }),
    from: is.date({ required: true, indexed: true }),
    until: is.date(),
  },
  list: { columns: ['owner', 'substitute', 'from', 'until', 'title'], order: '-from' },
  form: [{ key: 'basics', label: sections.basics, fields: ['owner', 'substitute', 'from', 'until', 'title'] }],
  quickCreate: ['substitute', 'from', 'until', 'title'],
  rules: { check: rules.whyNotSubstitution },
})

export const objects = [activity, checklistItem, substitution, escalationRule]
