import { defineObject, is } from '../../../contract/definition.ts'
import { whyNotRule } from './rules.ts'
import * as texts from './texts.ts'
import { sections, view } from './texts.ts'

/** What is late is told again after some working hours, and later to the superior: the administrator says of which work, and after how long. */
export const escalationRule = defineObject('escalationRule', texts.escalationRule, {
  room: 'activities',
  icon: 'alert-triangle',
  nameField: 'name',
  access: { kind: 'shared' },
  navigation: { group: 'settings', order: 61 },
  fields: {
    name: is.text({ required: true, maxLength: 200 }),
    active: is.yesNo({ default: { expression: 'true' } }),
    condition: is.longText({ maxLength: 2_000 }),
    ownerAfter: is.number({ min: 0, max: 10_000, decimals: 2 }),
    superiorAfter: is.number({ min: 0, max: 10_000, decimals: 2 }),
  },
  list: { columns: ['name', 'active', 'condition', 'ownerAfter', 'superiorAfter'], order: 'name', views: [{ key: 'all', label: view }] },
  form: [{ key: 'basics', label: sections.basics, fields: ['name', 'active', 'condition', 'ownerAfter', 'superiorAfter'] }],
  quickCreate: ['name', 'condition', 'ownerAfter', 'superiorAfter', 'active'],
  rules: { check: whyNotRule },
})

export const objects = [escalationRule]
