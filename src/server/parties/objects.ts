import { defineObject, is } from '../../contract/definition.ts'
import * as rules from './rules.ts'
import * as texts from './texts.ts'
import { addressKinds, companyRoles, industries, mailKinds, phoneKinds, regions, successionKinds, tagColors, tieRoles } from './texts.ts'
import { actionTexts as verbs, reverse, sections, views } from './texts.ts'

const companyActions = [
  {
    name: 'rename', label: verbs.rename, icon: 'cursor-text',
    input: [
      { id: 'company.rename.name', name: 'name', label: verbs.newName, type: 'text', required: true },
      { id: 'company.rename.since', name: 'since', label: verbs.since, type: 'date', required: true, default: { expression: 'today' } },
    ],
  },
  {
    name: 'transform', label: verbs.transform, icon: 'arrows-split',
    input: [
      { id: 'company.transform.successors', name: 'successors', label: verbs.successors, type: 'links', target: 'company', required: true },
      { id: 'company.transform.kind', name: 'kind', label: texts.succession.fields.kind, type: 'choice', choices: successionKinds, required: true },
      { id: 'company.transform.on', name: 'on', label: verbs.on, type: 'date', required: true, default: { expression: 'today' } },
      { id: 'company.transform.archive', name: 'archive', label: verbs.archiveIt, type: 'yesNo' },
    ],
  },
] as const

export const company = defineObject('company', texts.company, {
  room: 'parties',
  icon: 'building',
  nameField: 'name',
  distinguishedBy: ['addresses.city', 'nip'],
  access: { kind: 'owned' },
  archivable: true,
  tree: 'parent',
  timeline: true,
  navigation: { group: 'knowledge', order: 10 },
  searchThrough: [{ object: 'earlierName', link: 'company' }],
  duplicateKeys: [['nip'], ['vatNumber'], ['regon'], ['externalId'], ['mails.main'], ['name', 'addresses.city']],
  fields: {
    name: is.text({ required: true, searchable: true, indexed: true, maxLength: 300 }),
    shortName: is.text({ searchable: true }),
    roles: is.choices(companyRoles, { indexed: true }),
    nip: is.text({ pattern: 'nip', unique: true, uniqueUnless: 'parent', searchable: true }),
    regon: is.text({ pattern: 'regon', searchable: true, indexed: true }),
    krs: is.text({ pattern: 'krs', searchable: true }),
    vatNumber: is.text({ pattern: 'vat', searchable: true, indexed: true }),
    externalId: is.text({ unique: true, searchable: true }),
    group: is.link('customerGroup', { reverse: reverse.companies }),
    industry: is.choice(industries),
    region: is.choice(regions, { indexed: true }),
    territory: is.link('territory', { reverse: reverse.companies }),
    addresses: is.addresses(addressKinds, { searchable: true, indexed: true }),
    phones: is.phones(phoneKinds, { searchable: true, indexed: true }),
    mails: is.mails(mailKinds, { searchable: true, indexed: true }),
    website: is.web(),
    parent: is.link('company', { reverse: reverse.branches }),
    turnover: is.money({ indexed: true }),
    employees: is.number({ decimals: 0, min: 0 }),
    customerSince: is.date(),
    lastSaleOn: is.date({ indexed: true }),
    description: is.longText(),
    tags: is.links('tag', { reverse: reverse.companies }),
    logo: is.picture(),
  },
  list: {
    columns: ['name', 'addresses.city', 'nip', 'roles', 'owner', 'turnover', 'lastSaleOn', 'updatedAt'],
    order: 'name',
    views: [
      { key: 'all', label: views.all },
      { key: 'mine', label: views.mine, where: 'owner = me' },
      { key: 'customers', label: views.customers, where: "roles has 'customer'", order: '-turnover' },
      { key: 'prospects', label: views.prospects, where: "roles has 'prospect'", order: '-createdAt' },
      { key: 'partners', label: views.partners, where: "roles has 'partner' or roles has 'distributor'" },
    ],
  },
  form: [
    { key: 'basics', label: sections.basics, fields: ['name', 'shortName', 'roles', 'group', 'industry', 'region', 'territory', 'parent', 'tags'] },
    { key: 'identifiers', label: sections.identifiers, fields: ['nip', 'regon', 'krs', 'vatNumber', 'externalId'] },
    { key: 'contact', label: sections.contact, fields: ['addresses', 'phones', 'mails', 'website'] },
    { key: 'trade', label: sections.trade, fields: ['turnover', 'employees', 'customerSince', 'lastSaleOn'] },
    { key: 'more', label: sections.more, fields: ['description', 'logo'] },
  ],
  quickCreate: ['name', 'nip', 'roles', 'addresses', 'phones', 'mails'],
  headline: ['roles', 'addresses.city', 'group', 'tags'],
  related: [
    { object: 'person', link: 'company', columns: ['name', 'position', 'phones'] },
    { object: 'tie', link: 'company', columns: ['person', 'role', 'position', 'since', 'until'], where: 'not main' },
    { object: 'company', link: 'parent', columns: ['name', 'addresses.city'] },
    { object: 'relation', link: 'from', columns: ['kind', 'to'] },
    { object: 'relation', link: 'to', columns: ['from', 'kind.reverseName'] },
    { object: 'earlierName', link: 'company', columns: ['name', 'since', 'until'] },
    { object: 'succession', link: 'predecessor', columns: ['successor', 'kind', 'on'] },
    { object: 'succession', link: 'successor', columns: ['predecessor', 'kind', 'on'] },
    { object: 'document', link: 'customer', columns: ['name', 'edition', 'pdf', 'file', 'state', 'createdAt'] },
  ],
  actions: companyActions,
})

export const person = defineObject('person', texts.person, {
  room: 'parties',
  icon: 'user',
  nameField: 'name',
  distinguishedBy: ['company.name', 'position'],
  access: { kind: 'owned' },
  archivable: true,
  timeline: true,
  navigation: { group: 'knowledge', order: 20 },
  duplicateKeys: [['mails.main'], ['phones.main'], ['externalId'], ['name', 'company']],
  fields: {
    name: is.text({ searchable: true, indexed: true, readOnly: true, maxLength: 300 }),
    salutation: is.text({ maxLength: 60 }),
    firstName: is.text({ maxLength: 120 }),
    lastName: is.text({ maxLength: 160, indexed: true }),
    company: is.link('company', { reverse: reverse.people }),
    position: is.text({}),
    phones: is.phones(phoneKinds, { searchable: true, indexed: true }),
    mails: is.mails(mailKinds, { searchable: true, indexed: true }),
    addresses: is.addresses(addressKinds),
    birthday: is.date(),
    externalId: is.text({ unique: true, searchable: true }),
    description: is.longText(),
    tags: is.links('tag', { reverse: reverse.people }),
    picture: is.picture(),
  },
  list: {
    columns: ['name', 'company', 'position', 'phones', 'mails', 'owner', 'updatedAt'],
    order: 'name',
    views: [
      { key: 'all', label: views.all },
      { key: 'mine', label: views.mine, where: 'owner = me' },
      { key: 'withoutMail', label: views.withoutMail, where: 'mails is empty' },
    ],
  },
  form: [
    { key: 'basics', label: sections.basics, fields: ['salutation', 'firstName', 'lastName', 'company', 'position', 'tags'] },
    { key: 'contact', label: sections.contact, fields: ['phones', 'mails', 'addresses'] },
    { key: 'more', label: sections.more, fields: ['birthday', 'externalId', 'description', 'picture'] },
  ],
  quickCreate: ['firstName', 'lastName', 'company', 'position', 'phones', 'mails'],
  headline: ['position', 'company', 'tags'],
  related: [{ object: 'tie', link: 'person', columns: ['company', 'role', 'position', 'since', 'until'] }, { object: 'document', link: 'person', columns: ['name', 'edition', 'pdf', 'file', 'state', 'createdAt'] }],
  actions: [
    {
      name: 'changeJob', label: verbs.changeJob, icon: 'briefcase',
      input: [
        { id: 'person.changeJob.company', name: 'company', label: texts.person.fields.company.label, type: 'link', target: 'company', required: true },
        { id: 'person.changeJob.position', name: 'position', label: texts.person.fields.position, type: 'text' },
        { id: 'person.changeJob.since', name: 'since', label: verbs.since, type: 'date', required: true, default: { expression: 'today' } },
      ],
    },
  ],
  rules: { derive: rules.nameOfPerson, check: rules.whyNotPerson, consequences: rules.tiesThatFollow },
})

export const tie = defineObject('tie', texts.tie, {
  room: 'parties',
  icon: 'link',
  nameField: 'position',
  access: { kind: 'follows', links: ['company', 'person'] },
  fields: {
    person: is.link('person', { required: true, reverse: reverse.ties, onDelete: 'cascade' }),
    company: is.link('company', { required: true, reverse: reverse.ties, onDelete: 'cascade' }),
    role: is.choice(tieRoles),
    position: is.text({}),
    since: is.date(),
    until: is.date(),
    main: is.yesNo(),
    description: is.longText(),
  },
  list: { columns: ['person', 'company', 'role', 'position', 'since', 'until', 'main'], order: '-since' },
  form: [{ key: 'basics', label: sections.basics, fields: ['person', 'company', 'role', 'position', 'since', 'until', 'main', 'description'] }],
  rules: { check: rules.whyNotTie },
})

export const earlierName = defineObject('earlierName', texts.earlierName, {
  room: 'parties',
  icon: 'history',
  nameField: 'name',
  access: { kind: 'follows', links: ['company'] },
  fields: {
    company: is.link('company', { required: true, reverse: reverse.earlierNames, onDelete: 'cascade' }),
    name: is.text({ required: true, searchable: true, maxLength: 300 }),
    since: is.date(),
    until: is.date(),
  },
  list: { columns: ['company', 'name', 'since', 'until'], order: '-until' },
  form: [{ key: 'basics', label: sections.basics, fields: ['company', 'name', 'since', 'until'] }],
  rules: { check: rules.whyNotPeriod },
})

export const succession = defineObject('succession', texts.succession, {
  room: 'parties',
  icon: 'arrows-split',
  nameField: 'description',
  access: { kind: 'follows', links: ['predecessor', 'successor'] },
  fields: {
    predecessor: is.link('company', { required: true, reverse: reverse.successors, onDelete: 'cascade' }),
    successor: is.link('company', { required: true, reverse: reverse.predecessors, onDelete: 'cascade' }),
    kind: is.choice(successionKinds, { required: true }),
    on: is.date({ required: true }),
    description: is.text({}),
  },
  list: { columns: ['predecessor', 'successor', 'kind', 'on'], order: '-on' },
  form: [{ key: 'basics', label: sections.basics, fields: ['predecessor', 'successor', 'kind', 'on', 'description'] }],
  rules: { check: rules.whyNotSuccession },
})

export const relationKind = defineObject('relationKind', texts.relationKind, {
  room: 'parties',
  icon: 'arrows-exchange',
  nameField: 'name',
  access: { kind: 'shared' },
  baseline: { read: 'all' },
  navigation: { group: 'settings', order: 50 },
  fields: { name: is.text({ required: true, unique: true }), reverseName: is.text({ required: true }) },
  list: { columns: ['name', 'reverseName'], order: 'name' },
  form: [{ key: 'basics', label: sections.basics, fields: ['name', 'reverseName'] }],
})

export const relation = defineObject('relation', texts.relation, {
  room: 'parties',
  icon: 'arrows-exchange',
  nameField: 'description',
  access: { kind: 'follows', links: ['from', 'to'] },
  fields: {
    from: is.link('company', { required: true, reverse: reverse.relations, onDelete: 'cascade' }),
    kind: is.link('relationKind', { required: true, onDelete: 'refuse' }),
    to: is.link('company', { required: true, reverse: reverse.relationsOf, onDelete: 'cascade' }),
    since: is.date(),
    until: is.date(),
    description: is.text({}),
  },
  list: { columns: ['from', 'kind', 'to', 'since', 'until'], order: '-createdAt' },
  form: [{ key: 'basics', label: sections.basics, fields: ['from', 'kind', 'to', 'since', 'until', 'description'] }],
  rules: { check: rules.whyNotRelation },
})

export const customerGroup = defineObject('customerGroup', texts.customerGroup, {
  room: 'parties',
  icon: 'category',
  nameField: 'name',
  access: { kind: 'shared' },
  baseline: { read: 'all' },
  navigation: { group: 'settings', order: 40 },
  fields: { name: is.text({ required: true, unique: true }) },
  list: { columns: ['name'], order: 'name' },
  form: [{ key: 'basics', label: sections.basics, fields: ['name'] }],
})

export const tag = defineObject('tag', texts.tag, {
  room: 'parties',
  icon: 'tag',
  nameField: 'name',
  access: { kind: 'shared' },
  baseline: { read: 'all' },
  navigation: { group: 'settings', order: 30 },
  fields: { name: is.text({ required: true, unique: true, maxLength: 60 }), color: is.choice(tagColors) },
  list: { columns: ['name', 'color'], order: 'name' },
  form: [{ key: 'basics', label: sections.basics, fields: ['name', 'color'] }],
})

export const note = defineObject('note', texts.note, {
  room: 'parties',
  icon: 'note',
  nameField: 'title',
  access: { kind: 'follows', links: rules.noteStandsOn },
  fields: {
    title: is.text({ readOnly: true, searchable: true }),
    text: is.longText({ required: true, searchable: true, maxLength: 100_000 }),
    company: is.link('company', { reverse: reverse.notes, onDelete: 'cascade' }),
    person: is.link('person', { reverse: reverse.notes, onDelete: 'cascade' }),
    opportunity: is.link('opportunity', { reverse: reverse.notes, onDelete: 'cascade' }),
    quote: is.link('quote', { reverse: reverse.notes, onDelete: 'cascade' }),
    salesOrder: is.link('salesOrder', { reverse: reverse.notes, onDelete: 'cascade' }),
    contract: is.link('contract', { reverse: reverse.notes, onDelete: 'cascade' }),
    mentions: is.links('user'),
    files: is.files(),
    pinned: is.yesNo(),
  },
  list: { columns: ['title', 'company', 'person', 'createdBy', 'createdAt'], order: '-createdAt' },
  form: [{ key: 'basics', label: sections.basics, fields: ['text', ...rules.noteStandsOn, 'mentions', 'files', 'pinned'] }],
  quickCreate: ['text', 'company', 'person', 'files'],
  rules: { derive: rules.titleOfNote, check: rules.whyNotNote },
})

export const objects = [company, person, tie, earlierName, succession, relationKind, relation, customerGroup, tag, note]
