import { defineObject, is } from '../../contract/definition.ts'
import { attendee } from './invitations/objects.ts'
import * as texts from './texts.ts'
import { levels, reverse, sections } from './texts.ts'

/** Its owner lets one person into the own calendar: to see when he is busy, to see entries, to keep it for him. Private entries stay his. */
export const calendarShare = defineObject('calendarShare', texts.calendarShare, {
  room: 'calendar',
  icon: 'calendar',
  nameField: 'title',
  access: { kind: 'owned', people: { person: 'read' } },
  baseline: { create: 'own', read: 'own', change: 'own', delete: 'own' },
  fields: {
    title: is.text({ maxLength: 200 }),
    person: is.link('user', { required: true, reverse: reverse.lookedInto, onDelete: 'cascade' }),
    level: is.choice(levels, { required: true, default: { expression: "'see'" } }),
  },
  list: { columns: ['owner', 'person', 'level'], order: 'createdAt' },
  form: [{ key: 'basics', label: sections.basics, fields: ['owner', 'person', 'level', 'title'] }],
  quickCreate: ['person', 'level'],
  indexes: [{ fields: ['owner', 'person'], unique: true }],
})

export const objects = [calendarShare, attendee]
