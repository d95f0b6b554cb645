import { defineObject, is } from '../../contract/definition.ts'
import * as rules from './rules.ts'
import * as texts from './texts.ts'
import { dayKinds, sections } from './texts.ts'

const weekday = () => is.text({ maxLength: 100 })

/** When a person works, where that is not as the firm does. Colleagues see it: they look for a time to meet. */
export const workingHours = defineObject('workingHours', texts.workingHours, {
  room: 'hours',
  icon: 'clock',
  nameField: 'title',
  access: { kind: 'owned' },
  baseline: { create: 'own', read: 'all', change: 'own', delete: 'own' },
  navigation: { group: 'settings', order: 62 },
  fields: {
    monday: weekday(), tuesday: weekday(), wednesday: weekday(), thursday: weekday(), friday: weekday(), saturday: weekday(), sunday: weekday(),
    timeZone: is.text({ maxLength: 64 }),
    country: is.text({ maxLength: 20 }),
    title: is.text({ maxLength: 200 }),
  },
  list: { columns: ['owner', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'timeZone'], order: 'createdAt' },
  form: [
    { key: 'week', label: sections.week, fields: [...rules.weekdayNames] },
    { key: 'basics', label: sections.basics, fields: ['owner', 'timeZone', 'country', 'title'] },
  ],
  quickCreate: [...rules.weekdayNames, 'timeZone'],
  indexes: [{ fields: ['owner'], unique: true }],
  rules: { derive: rules.evenlyWritten, check: rules.whyNotHours },
})

/** What the firm has off beside public holidays, and what it works on all the same. */
export const dayOff = defineObject('dayOff', texts.dayOff, {
  room: 'hours',
  icon: 'calendar-off',
  nameField: 'name',
  access: { kind: 'shared' },
  baseline: { read: 'all' },
  navigation: { group: 'settings', order: 63 },
  fields: {
    name: is.text({ required: true, searchable: true, maxLength: 200 }),
    on: is.date({ required: true, indexed: true }),
    until: is.date(),
    kind: is.choice(dayKinds, { required: true, default: { expression: "'off'" } }),
  },
  list: { columns: ['on', 'until', 'name', 'kind'], order: '-on' },
  form: [{ key: 'basics', label: sections.basics, fields: ['name', 'on', 'until', 'kind'] }],
  rules: { check: rules.whyNotDayOff },
})

export const objects = [workingHours, dayOff]
