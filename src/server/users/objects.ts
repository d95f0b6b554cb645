import { defineObject, is, type ChoiceValue, type Color } from '../../contract/definition.ts'
import { languages } from '../../contract/text.ts'
import * as rules from './rules.ts'
import * as texts from './texts.ts'

const languageChoices: ChoiceValue[] = languages.map((value) => ({ value, label: texts.languageNames[value] }))
const colorChoices = Object.entries(texts.teamColors).map(([value, label]): ChoiceValue => ({ value, label, color: value as Color }))

/** What a role may allow besides records. `export` is no function but a verb of each object. */
export const functionChoices: ChoiceValue[] = Object.entries(texts.functionNames).map(([value, label]) => ({ value, label }))

export const user = defineObject('user', texts.user, {
  room: 'users',
  icon: 'user-circle',
  nameField: 'name',
  distinguishedBy: ['position', 'mail'],
  access: { kind: 'shared' },
  baseline: { read: 'all' },
  baselineFields: ['name', 'mail', 'active', 'position', 'phone', 'picture', 'superior', 'teams', 'territories'],
  tree: 'superior',
  navigation: { group: 'settings', order: 10 },
  duplicateKeys: [['mail']],
  fields: {
    name: is.text({ required: true, searchable: true, indexed: true, maxLength: 200 }),
    mail: is.mail({ required: true, unique: true, searchable: true, indexed: true }),
    active: is.yesNo({ required: true, default: { expression: 'true' } }),
    position: is.text({ searchable: true, maxLength: 200 }),
    phone: is.phone({ searchable: true }),
    picture: is.picture(),
    superior: is.link('user', { reverse: texts.reverse.reports }),
    teams: is.links('team', { reverse: texts.reverse.members }),
    territories: is.links('territory', { reverse: texts.reverse.workers }),
    roles: is.links('role', { reverse: texts.reverse.holders }),
    language: is.choice(languageChoices, { required: true, default: { expression: "'pl'" } }),
    timeZone: is.text({ required: true, maxLength: 64, default: { expression: "'Europe/Warsaw'" } }),
  },
  list: {
    columns: ['name', 'mail', 'position', 'teams', 'roles', 'superior', 'active'],
    order: 'name',
    views: [
      { key: 'active', label: texts.views.active, where: 'active' },
      { key: 'inactive', label: texts.views.inactive, where: 'not active' },
      { key: 'all', label: texts.views.all },
    ],
  },
  form: [
    { key: 'basics', label: texts.sections.basics, fields: ['name', 'mail', 'phone', 'picture'] },
    { key: 'place', label: texts.sections.place, fields: ['position', 'superior', 'teams', 'territories'] },
    { key: 'access', label: texts.sections.access, fields: ['roles', 'active'] },
    { key: 'preferences', label: texts.sections.preferences, fields: ['language', 'timeZone'] },
  ],
  quickCreate: ['name', 'mail', 'position', 'teams', 'roles'],
  headline: ['position', 'teams', 'mail'],
  related: [
    { object: 'user', link: 'superior', columns: ['name', 'position', 'teams'] },
    { object: 'team', link: 'lead', columns: ['name'] },
    { object: 'territory', link: 'lead', columns: ['name', 'parent'] },
  ],
  actions: [
    { name: 'endSessions', label: texts.actionTexts.endSessions, icon: 'logout', confirm: texts.actionTexts.endSessionsConfirm },
    { name: 'unlock', label: texts.actionTexts.unlock, icon: 'lock-open' },
    { name: 'removeTotp', label: texts.actionTexts.removeTotp, icon: 'shield-off', confirm: texts.actionTexts.removeTotpConfirm },
  ],
  rules: { derive: rules.loginOf, check: rules.whyNotUser },
})

export const team = defineObject('team', texts.team, {
  room: 'users',
  icon: 'users-group',
  nameField: 'name',
  access: { kind: 'shared' },
  baseline: { read: 'all' },
  navigation: { group: 'settings', order: 20 },
  fields: {
    name: is.text({ required: true, unique: true, searchable: true, indexed: true, maxLength: 120 }),
    lead: is.link('user', { reverse: texts.reverse.leads }),
    color: is.choice(colorChoices),
    description: is.longText(),
  },
  list: { columns: ['name', 'lead', 'color'], order: 'name' },
  form: [{ key: 'basics', label: texts.sections.basics, fields: ['name', 'lead', 'color', 'description'] }],
  related: [{ object: 'user', link: 'teams', columns: ['name', 'position', 'phone'] }],
})

/** Where people work and companies lie: a tree, so that a rule that reaches a part of the country reaches all within it. */
export const territory = defineObject('territory', texts.territory, {
  room: 'users',
  icon: 'map',
  nameField: 'name',
  distinguishedBy: ['parent.name'],
  access: { kind: 'shared' },
  baseline: { read: 'all' },
  tree: 'parent',
  navigation: { group: 'settings', order: 22 },
  fields: {
    name: is.text({ required: true, searchable: true, indexed: true, maxLength: 120 }),
    parent: is.link('territory', { reverse: texts.reverse.parts }),
    lead: is.link('user', { reverse: texts.reverse.leadsTerritories }),
    description: is.longText(),
  },
  list: { columns: ['name', 'parent', 'lead'], order: 'name' },
  form: [{ key: 'basics', label: texts.sections.basics, fields: ['name', 'parent', 'lead', 'description'] }],
  headline: ['parent', 'lead'],
  related: [
    { object: 'territory', link: 'parent', columns: ['name', 'lead'] },
    { object: 'user', link: 'territories', columns: ['name', 'position', 'phone'] },
  ],
})

export const role = defineObject('role', texts.role, {
  room: 'users',
  icon: 'shield',
  nameField: 'name',
  access: { kind: 'shared' },
  navigation: { group: 'settings', order: 25 },
  fields: {
    name: is.text({ required: true, unique: true, searchable: true, indexed: true, maxLength: 120 }),
    description: is.longText(),
    isAdministrator: is.yesNo({ default: { expression: 'false' } }),
    functions: is.choices(functionChoices),
  },
  list: { columns: ['name', 'description', 'isAdministrator', 'functions'], order: 'name' },
  form: [{ key: 'basics', label: texts.sections.basics, fields: ['name', 'description', 'isAdministrator', 'functions'] }],
  related: [{ object: 'user', link: 'roles', columns: ['name', 'position', 'active'] }],
})

export const objects = [user, team, territory, role]
