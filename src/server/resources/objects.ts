import { defineObject, is } from '../../contract/definition.ts'
import * as rules from './rules.ts'
import * as texts from './texts.ts'
import { colors, icons, moves, reverse, sections, states, views, whyNotMoves } from './texts.ts'

/** Rooms, devices, demo products, the conference kit: what people borrow from each other; administrators add their own. */
export const resourceKind = defineObject('resourceKind', texts.resourceKind, {
  room: 'resources',
  icon: 'category',
  nameField: 'name',
  access: { kind: 'shared' },
  baseline: { read: 'all' },
  navigation: { group: 'settings', order: 62 },
  fields: {
    name: is.text({ required: true, unique: true, searchable: true, maxLength: 120 }),
    icon: is.choice(icons, { default: { expression: "'box'" } }),
    color: is.choice(colors),
    description: is.longText(),
  },
  list: { columns: ['name', 'icon', 'color', 'description'], order: 'name' },
  form: [{ key: 'basics', label: sections.basics, fields: ['name', 'icon', 'color', 'description'] }],
  quickCreate: ['name', 'icon', 'color'],
  related: [{ object: 'resource', link: 'kind', columns: ['name', 'place', 'seats', 'quantity'] }],
})

/** What recurs has the time of its first occurrence, and is not over before its last. */
const notOver = '(end >= now or (activity.recurrence is not empty and (activity.recursUntil is empty or activity.recursUntil >= now)))'

/** One thing, or so many alike: everybody sees it, and books it when it is free. */
export const resource = defineObject('resource', texts.resource, {
  room: 'resources',
  icon: 'door',
  nameField: 'name',
  distinguishedBy: ['kind.name', 'place'],
  access: { kind: 'shared' },
  baseline: { read: 'all' },
  navigation: { group: 'knowledge', order: 8 },
  fields: {
    name: is.text({ required: true, searchable: true, indexed: true, maxLength: 200 }),
    kind: is.link('resourceKind', { required: true, reverse: reverse.resources, onDelete: 'refuse' }),
    place: is.text({ searchable: true, maxLength: 200 }),
    seats: is.number({ min: 0, max: 100_000 }),
    quantity: is.number({ required: true, min: 1, max: 1_000, default: { expression: '1' } }),
    active: is.yesNo({ required: true, default: { expression: 'true' } }),
    color: is.choice(colors),
    needsApproval: is.yesNo(),
    approvers: is.links('user', { requiredWhen: 'needsApproval', reverse: reverse.approves }),
    timeZone: is.text({ required: true, maxLength: 64, default: { expression: "'Europe/Warsaw'" } }),
    monday: is.text({ maxLength: 100 }),
    tuesday: is.text({ maxLength: 100 }),
    wednesday: is.text({ maxLength: 100 }),
    thursday: is.text({ maxLength: 100 }),
    friday: is.text({ maxLength: 100 }),
    saturday: is.text({ maxLength: 100 }),
    sunday: is.text({ maxLength: 100 }),
    description: is.longText({ searchable: true }),
    picture: is.picture(),
  },
  list: {
    columns: ['name', 'kind', 'place', 'seats', 'quantity', 'needsApproval', 'active'],
    order: 'kind.name,name',
    views: [
      { key: 'active', label: views.active, where: 'active' },
      { key: 'all', label: views.all },
    ],
  },
  form: [
    { key: 'basics', label: sections.basics, fields: ['name', 'kind', 'place', 'seats', 'quantity', 'color', 'description', 'picture', 'active'] },
    { key: 'approval', label: sections.approval, fields: ['needsApproval', 'approvers', 'timeZone'] },
  ],
  quickCreate: ['name', 'kind', 'place', 'seats', 'quantity'],
  headline: ['kind', 'place'],
  related: [{ object: 'booking', link: 'resource', columns: ['start', 'end', 'owner', 'state', 'title', 'activity'], where: notOver }],
  rules: { derive: rules.tidyHours, check: rules.whyNotResource, consequences: rules.afterResource },
})

/** Somebody has a resource for a time. That no unit is given twice is held by the database (units/actions.ts). */
export const booking = defineObject('booking', texts.booking, {
  room: 'resources',
  icon: 'calendar-check',
  nameField: 'title',
  distinguishedBy: ['resource.name', 'start'],
  access: {
    kind: 'owned',
    people: { approvers: 'change' },
    entrusted: [
      { object: 'calendarShare', whose: 'owner', to: 'person', read: "level in ('see', 'edit')", change: "level = 'edit'" },
      { object: 'substitution', whose: 'owner', to: 'substitute', read: 'from <= today and (until is empty or until >= today)', change: 'from <= today and (until is empty or until >= today)' },
    ],
    narrowed: { alone: 'private', to: 'restrictedTo' },
  },
  baseline: { create: 'own', read: 'all', change: 'own', delete: 'own', export: 'own' },
  navigation: { group: 'knowledge', order: 9 },
  fields: {
    title: is.text({ searchable: true, maxLength: 500 }),
    resource: is.link('resource', { required: true, reverse: reverse.bookings, onDelete: 'refuse' }),
    activity: is.link('activity', { reverse: reverse.bookings, onDelete: 'cascade' }),
    start: is.dateTime({ required: true, indexed: true }),
    end: is.dateTime({ required: true, indexed: true }),
    units: is.number({ required: true, min: 1, max: 1_000, default: { expression: '1' } }),
    state: is.choice(states, { required: true, default: { expression: "IF(resource.needsApproval, 'asked', 'booked')" }, indexed: true }),
    private: is.yesNo(),
    restrictedTo: is.links('user', { readOnly: true }),
    approvers: is.links('user', { readOnly: true, reverse: reverse.toApprove }),
    answer: is.text({ maxLength: 2_000 }),
    released: is.yesNo({ readOnly: true }),
  },
  list: {
    columns: ['resource', 'start', 'end', 'owner', 'state', 'units', 'title', 'activity'],
    order: '-start',
    views: [
      { key: 'coming', label: views.coming, where: `${notOver} and state in ('booked', 'asked')`, order: 'start' },
      { key: 'mine', label: views.mine, where: `owner = me and ${notOver} and state in ('booked', 'asked')`, order: 'start' },
      { key: 'toApprove', label: views.toApprove, where: "approvers has me and state = 'asked'", order: 'start' },
      { key: 'all', label: views.all },
    ],
  },
  form: [
    { key: 'basics', label: sections.basics, fields: ['resource', 'start', 'end', 'units', 'title', 'activity', 'private'] },
    { key: 'state', label: sections.state, fields: ['state', 'answer', 'approvers'] },
  ],
  quickCreate: ['resource', 'start', 'end', 'units', 'title', 'private'],
  headline: ['resource', 'start', 'end'],
  indexes: [{ fields: ['resource', 'start'] }],
  states: [
    {
      field: 'state',
      moves: [
        { key: 'approve', label: moves.approve, from: ['asked'], to: 'booked', when: 'approvers has me or approvers is empty', whenNot: whyNotMoves.approve },
        { key: 'refuse', label: moves.refuse, from: ['asked', 'booked'], to: 'refused', required: ['answer'], when: 'approvers has me', whenNot: whyNotMoves.approve },
        { key: 'askAnew', label: moves.askAgain, from: ['booked'], to: 'asked', when: 'approvers is not empty', whenNot: whyNotMoves.askAgain },
        { key: 'cancel', label: moves.cancel, from: ['asked', 'booked'], to: 'cancelled' },
        { key: 'askAgain', label: moves.askAgain, from: ['cancelled', 'refused'], to: 'asked', when: 'resource.needsApproval', whenNot: whyNotMoves.askAgain },
        { key: 'bookAgain', label: moves.bookAgain, from: ['cancelled'], to: 'booked', when: 'not resource.needsApproval or approvers has me', whenNot: whyNotMoves.approve },
      ],
    },
  ],
  rules: { derive: rules.askedAnew, check: rules.whyNotBooking },
})

export const objects = [resourceKind, resource, booking]
