import { currencies } from '../../contract/currencies.ts'
import { defineObject, is } from '../../contract/definition.ts'
import { languages, pricesAre, units, vatMethods } from '../../contract/selling/choices.ts'
import { vatRates } from '../../contract/selling/vat.ts'
import { settled, whyNotCheck } from './checklists/rules.ts'
import { acceptedAt } from './rules.ts'
import { derivedTerm, whyNotTerm } from './terms/rules.ts'
import * as texts from './texts.ts'
import { amendmentKinds, answerKinds, contractStates, moves, orderKinds, orderStates, renewals, reverse, sections, valuePeriods, views } from './texts.ts'

/** What was agreed stands: from its acceptance on an order changes only in its course. */
const whenSettled = { readOnlyWhen: "state != 'new'" }

export const salesOrder = defineObject('salesOrder', texts.salesOrder, {
  room: 'orders',
  icon: 'shopping-cart',
  nameField: 'number',
  distinguishedBy: ['company.name', 'orderedOn'],
  access: { kind: 'owned' },
  timeline: true,
  typeField: 'kind',
  navigation: { group: 'sales', order: 30 },
  fields: {
    number: is.autoNumber('ZAM/{yyyy}/{nnnnn}', { gapless: true, searchable: true }),
    title: is.text({ searchable: true, maxLength: 300 }),
    state: is.choice(orderStates, { required: true, default: { expression: "'new'" }, indexed: true }),
    kind: is.choice(orderKinds, { required: true, default: { expression: "'sale'" }, ...whenSettled }),
    company: is.link('company', { required: true, reverse: reverse.orders, onDelete: 'refuse', ...whenSettled }),
    contact: is.link('person', { reverse: reverse.orders }),
    opportunity: is.link('opportunity', { reverse: reverse.orders }),
    quote: is.link('quote', { reverse: reverse.orders, onDelete: 'refuse', ...whenSettled }),
    customerNumber: is.text({ searchable: true, maxLength: 120 }),
    language: is.choice(languages, { required: true, default: { expression: "'pl'" } }),
    currency: is.choice(currencies, { required: true, default: { expression: "'PLN'" }, ...whenSettled }),
    rate: is.number({ readOnly: true, decimals: 6 }),
    rateOn: is.date({ readOnly: true }),
    prices: is.choice(pricesAre, { required: true, default: { expression: "'net'" }, ...whenSettled }),
    vatBy: is.choice(vatMethods, { required: true, default: { expression: "'document'" }, ...whenSettled }),
    orderedOn: is.date({ required: true, default: { expression: 'today' }, indexed: true }),
    deliveryOn: is.date(),
    deliveryAddress: is.address(),
    net: is.money({ readOnly: true, indexed: true }),
    vat: is.money({ readOnly: true }),
    gross: is.money({ readOnly: true }),
    margin: is.money({ readOnly: true }),
    payment: is.text({ maxLength: 500 }),
    acceptedAt: is.dateTime({ readOnly: true }),
    checksOpen: is.number({ decimals: 0, formula: 'COUNT(agreements where required and not done)', notKept: true }),
    ksef: is.text({ maxLength: 60 }),
    description: is.longText({ searchable: true }),
    files: is.files(),
  },
  list: {
    columns: ['number', 'title', 'company', 'state', 'net', 'checksOpen', 'orderedOn', 'deliveryOn', 'owner'],
    order: '-createdAt',
    views: [
      { key: 'open', label: views.open, where: "state in ('new', 'accepted', 'inDelivery')" },
      { key: 'toAccept', label: views.toAccept, where: "state = 'new'" },
      { key: 'mine', label: views.mine, where: 'owner = me' },
      { key: 'all', label: views.all },
    ],
  },
  form: [
    { key: 'basics', label: sections.basics, fields: ['title', 'company', 'contact', 'kind', 'quote', 'opportunity', 'owner', 'orderedOn', 'customerNumber', 'description'] },
    { key: 'delivery', label: sections.delivery, fields: ['deliveryOn', 'deliveryAddress', 'payment'] },
    { key: 'sums', label: sections.sums, fields: ['currency', 'rate', 'rateOn', 'prices', 'vatBy', 'net', 'vat', 'gross', 'margin'] },
    { key: 'more', label: sections.more, fields: ['number', 'state', 'acceptedAt', 'checksOpen', 'language', 'ksef', 'files'], collapsed: true },
  ],
  quickCreate: ['title', 'company', 'contact', 'kind', 'currency', 'deliveryOn'],
  headline: ['title', 'company', 'kind', 'net', 'deliveryOn'],
  related: [
    { object: 'orderLine', link: 'salesOrder', columns: ['code', 'name', 'quantity', 'unitPrice', 'net'] },
    { object: 'orderCheck', link: 'salesOrder', columns: ['title', 'required', 'done', 'settledBy', 'settledAt'] },
    { object: 'document', link: 'salesOrder', columns: ['name', 'edition', 'pdf', 'file', 'state', 'createdAt'] },
  ],
  parts: [{ object: 'orderLine', link: 'salesOrder' }, { object: 'orderCheck', link: 'salesOrder' }],
  states: [
    {
      field: 'state', initial: 'new',
      moves: [
        { key: 'accept', label: moves.accept, from: ['new'], to: 'accepted' },
        { key: 'begin', label: moves.begin, from: ['accepted'], to: 'inDelivery' },
        { key: 'finish', label: moves.finish, from: ['accepted', 'inDelivery'], to: 'done' },
        { key: 'cancel', label: moves.cancel, from: ['new', 'accepted', 'inDelivery'], to: 'cancelled' },
      ],
    },
  ],
  rules: { derive: acceptedAt },
})

export const orderLine = defineObject('orderLine', texts.orderLine, {
  room: 'orders',
  icon: 'list-details',
  nameField: 'name',
  access: { kind: 'follows', links: ['salesOrder'] },
  fields: {
    name: is.text({ required: true, maxLength: 500 }),
    salesOrder: is.link('salesOrder', { required: true, reverse: reverse.lines, onDelete: 'cascade' }),
    parent: is.link('orderLine', { reverse: reverse.parts, onDelete: 'cascade' }),
    quoteLine: is.link('quoteLine', { reverse: reverse.ordered }),
    position: is.number({ required: true, default: { expression: '1' } }),
    product: is.link('product', { reverse: reverse.inOrders, onDelete: 'refuse' }),
    code: is.text({ maxLength: 80 }),
    quantity: is.number({ min: 0, default: { expression: '1' } }),
    unit: is.choice(units),
    unitPrice: is.money(),
    discount: is.percent({ decimals: 2, min: 0, max: 100 }),
    discountValue: is.money(),
    vatRate: is.choice(vatRates),
    net: is.money({ readOnly: true }),
    vat: is.money({ readOnly: true }),
    gross: is.money({ readOnly: true }),
    unitCost: is.money(),
    margin: is.money({ readOnly: true }),
  },
  list: { columns: ['salesOrder', 'position', 'code', 'name', 'quantity', 'unitPrice', 'net'], order: 'salesOrder.number,position' },
  form: [{ key: 'basics', label: sections.basics, fields: ['salesOrder', 'parent', 'position', 'product', 'code', 'name', 'quantity', 'unit', 'unitPrice', 'discount', 'discountValue', 'vatRate', 'net', 'vat', 'gross', 'unitCost', 'margin', 'quoteLine'] }],
  quickCreate: ['salesOrder', 'product', 'name', 'quantity', 'unitPrice', 'vatRate'],
  indexes: [{ fields: ['salesOrder', 'position'] }],
})

export const checklistTemplate = defineObject('checklistTemplate', texts.checklistTemplate, {
  room: 'orders',
  icon: 'list-check',
  nameField: 'name',
  access: { kind: 'shared' },
  baseline: { read: 'all' },
  navigation: { group: 'settings', order: 86 },
  fields: {
    name: is.text({ required: true, unique: true, searchable: true, maxLength: 200 }),
    group: is.link('productGroup', { reverse: reverse.templates }),
    kind: is.choice(orderKinds),
    active: is.yesNo({ required: true, default: { expression: 'true' } }),
    description: is.longText(),
  },
  list: { columns: ['name', 'group', 'kind', 'active'], order: 'name' },
  form: [{ key: 'basics', label: sections.basics, fields: ['name', 'group', 'kind', 'active', 'description'] }],
  quickCreate: ['name', 'group', 'kind'],
  related: [{ object: 'checklistQuestion', link: 'template', columns: ['position', 'title', 'kind', 'required', 'roles'] }],
})

export const checklistQuestion = defineObject('checklistQuestion', texts.checklistQuestion, {
  room: 'orders',
  icon: 'help-circle',
  nameField: 'title',
  access: { kind: 'follows', links: ['template'] },
  fields: {
    title: is.text({ required: true, searchable: true, maxLength: 300 }),
    template: is.link('checklistTemplate', { required: true, reverse: reverse.questions, onDelete: 'cascade' }),
    kind: is.choice(answerKinds, { required: true, default: { expression: "'tick'" } }),
    required: is.yesNo(),
    choices: is.longText({ requiredWhen: "kind = 'choice'", shownWhen: "kind = 'choice'", maxLength: 5_000 }),
    roles: is.links('role'),
    position: is.number(),
  },
  list: { columns: ['template', 'position', 'title', 'kind', 'required', 'roles'], order: 'template.name,position' },
  form: [{ key: 'basics', label: sections.basics, fields: ['title', 'template', 'kind', 'choices', 'required', 'roles', 'position'] }],
  quickCreate: ['title', 'template', 'kind', 'choices', 'required'],
})

/** What came from a checklist is asked as the checklist has it. */
const asListed = { readOnlyWhen: 'question is not empty' }

/** Something to be settled with the customer before the order is accepted. It is a copy of its question: a list that changes later moves no order. */
export const orderCheck = defineObject('orderCheck', texts.orderCheck, {
  room: 'orders',
  icon: 'square-check',
  nameField: 'title',
  access: { kind: 'follows', links: ['salesOrder'] },
  fields: {
    title: is.text({ required: true, maxLength: 300, ...asListed }),
    salesOrder: is.link('salesOrder', { required: true, reverse: reverse.checks, onDelete: 'cascade' }),
    question: is.link('checklistQuestion', { readOnly: true, reverse: reverse.asked }),
    kind: is.choice(answerKinds, { required: true, default: { expression: "'tick'" }, ...asListed }),
    required: is.yesNo(asListed),
    choices: is.longText({ requiredWhen: "kind = 'choice'", shownWhen: "kind = 'choice'", maxLength: 5_000, ...asListed }),
    roles: is.links('role', { readOnly: true }),
    done: is.yesNo(),
    text: is.longText({ shownWhen: "kind in ('text', 'choice')" }),
    day: is.date({ shownWhen: "kind = 'day'" }),
    file: is.file({ shownWhen: "kind = 'file'" }),
    agreedWith: is.link('person', { shownWhen: "kind = 'person' or agreedWith is not empty" }),
    settledBy: is.link('user', { readOnly: true }),
    settledAt: is.dateTime({ readOnly: true }),
    position: is.number(),
  },
  list: { columns: ['salesOrder', 'title', 'kind', 'required', 'done', 'settledBy', 'settledAt'], order: 'salesOrder.number,position' },
  form: [{ key: 'basics', label: sections.basics, fields: ['title', 'salesOrder', 'kind', 'choices', 'required', 'done', 'text', 'day', 'file', 'agreedWith', 'settledBy', 'settledAt', 'roles', 'question', 'position'] }],
  quickCreate: ['title', 'salesOrder', 'kind', 'choices', 'required'],
  // A question stands once in an order, however many lines it fits and whoever adds them at the same moment.
  indexes: [{ fields: ['salesOrder', 'question'], unique: true }],
  rules: { derive: settled, check: whyNotCheck },
})

export const contract = defineObject('contract', texts.contract, {
  room: 'orders',
  icon: 'signature',
  nameField: 'number',
  distinguishedBy: ['company.name', 'title'],
  access: { kind: 'owned' },
  timeline: true,
  navigation: { group: 'sales', order: 40 },
  fields: {
    number: is.autoNumber('UM/{yyyy}/{nnnnn}', { gapless: true, searchable: true }),
    title: is.text({ required: true, searchable: true, maxLength: 300 }),
    state: is.choice(contractStates, { required: true, default: { expression: "'draft'" }, indexed: true }),
    company: is.link('company', { required: true, reverse: reverse.contracts, onDelete: 'refuse' }),
    signatories: is.links('person', { reverse: reverse.signs }),
    opportunity: is.link('opportunity', { reverse: reverse.contracts }),
    quote: is.link('quote', { reverse: reverse.contracts, onDelete: 'refuse' }),
    amends: is.link('contract', { reverse: reverse.amendments, onDelete: 'refuse' }),
    amendment: is.choice(amendmentKinds, { default: { expression: "'adds'" }, shownWhen: 'amends is not empty' }),
    signedOn: is.date(),
    from: is.date({ required: true, default: { expression: 'today' }, indexed: true }),
    until: is.date({ indexed: true }),
    noticeMonths: is.number({ decimals: 0, min: 0, max: 120 }),
    noticeBy: is.date({ readOnly: true, indexed: true }),
    renewal: is.choice(renewals, { required: true, default: { expression: "'none'" } }),
    renewalMonths: is.number({ decimals: 0, min: 1, max: 240, requiredWhen: "renewal = 'automatic'", shownWhen: "renewal != 'none'" }),
    renewals: is.number({ readOnly: true, decimals: 0 }),
    noticeGivenOn: is.date({ shownWhen: "state in ('notice', 'ended')" }),
    remindDays: is.number({ decimals: 0, min: 1, max: 365, default: { expression: '30' } }),
    value: is.money({ indexed: true }),
    valuePer: is.choice(valuePeriods, { default: { expression: "'whole'" } }),
    description: is.longText({ searchable: true }),
    files: is.files(),
  },
  list: {
    columns: ['number', 'title', 'company', 'state', 'from', 'until', 'noticeBy', 'value', 'valuePer', 'owner'],
    order: 'until',
    views: [
      { key: 'active', label: views.active, where: "state in ('active', 'notice')" },
      { key: 'noticeSoon', label: views.noticeSoon, where: "state = 'active' and noticeBy <= today + 60", order: 'noticeBy' },
      { key: 'all', label: views.all },
    ],
  },
  form: [
    { key: 'basics', label: sections.basics, fields: ['title', 'company', 'signatories', 'owner', 'quote', 'opportunity', 'amends', 'amendment', 'description'] },
    { key: 'term', label: sections.term, fields: ['signedOn', 'from', 'until', 'noticeMonths', 'noticeBy', 'noticeGivenOn', 'renewal', 'renewalMonths', 'renewals', 'remindDays'] },
    { key: 'sums', label: sections.sums, fields: ['value', 'valuePer'] },
    { key: 'more', label: sections.more, fields: ['number', 'state', 'files'] },
  ],
  quickCreate: ['title', 'company', 'from', 'until', 'noticeMonths', 'renewal', 'renewalMonths', 'value', 'valuePer'],
  headline: ['company', 'from', 'until', 'noticeBy', 'value'],
  related: [
    { object: 'contract', link: 'amends', columns: ['number', 'title', 'from', 'value'] },
    { object: 'document', link: 'contract', columns: ['name', 'edition', 'pdf', 'file', 'state', 'createdAt'] },
  ],
  states: [
    {
      field: 'state', initial: 'draft',
      moves: [
        { key: 'sign', label: moves.sign, from: ['draft'], to: 'active', required: ['signedOn'] },
        { key: 'giveNotice', label: moves.giveNotice, from: ['active'], to: 'notice' },
        { key: 'withdraw', label: moves.withdraw, from: ['notice'], to: 'active' },
        { key: 'end', label: moves.end, from: ['active', 'notice'], to: 'ended' },
      ],
    },
  ],
  rules: { derive: derivedTerm, check: whyNotTerm },
})

export const objects = [salesOrder, orderLine, checklistTemplate, checklistQuestion, orderCheck, contract]
