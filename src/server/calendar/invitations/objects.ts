import { defineObject, is } from '../../../contract/definition.ts'
import * as rules from './rules.ts'
import * as texts from './texts.ts'
import { answers, reverse, sections } from './texts.ts'

/** Who is asked to come, and what he said: a colleague, a person of a customer, or whoever has an address. */
export const attendee = defineObject('attendee', texts.attendee, {
  room: 'calendar',
  icon: 'user-check',
  nameField: 'name',
  access: { kind: 'follows', links: ['activity'] },
  fields: {
    name: is.text({ searchable: true, maxLength: 200 }),
    activity: is.link('activity', { required: true, reverse: reverse.attendees, onDelete: 'cascade' }),
    user: is.link('user', { reverse: reverse.invited, onDelete: 'cascade' }),
    person: is.link('person', { reverse: reverse.invited }),
    mail: is.mail(),
    answer: is.choice(answers, { default: { expression: "'none'" } }),
    comment: is.text({ maxLength: 1_000 }),
    answeredAt: is.dateTime({ readOnly: true }),
  },
  list: { columns: ['activity', 'name', 'mail', 'answer', 'comment', 'answeredAt'], order: 'createdAt' },
  form: [{ key: 'basics', label: sections.basics, fields: ['activity', 'name', 'user', 'person', 'mail', 'answer', 'comment', 'answeredAt'] }],
  quickCreate: ['activity', 'name', 'mail'],
  indexes: [{ fields: ['activity', 'user'], unique: true }],
  rules: { check: rules.whyNotAttendee },
})
