import { currencies } from '../../contract/currencies.ts'
import { defineObject, is, type ActionDefinition } from '../../contract/definition.ts'
import { languages, pricesAre, units, vatMethods } from '../../contract/selling/choices.ts'
import { vatRates } from '../../contract/selling/vat.ts'
import * as rules from './rules.ts'
import * as texts from './texts.ts'
import { becomes, blockKinds, details, lineKinds, moves, reverse, sections, states, views } from './texts.ts'

const quoteActions: readonly ActionDefinition[] = [
  { name: 'toOrder', label: becomes.toOrder, icon: 'shopping-cart', makes: 'salesOrder' },
  {
    name: 'toContract', label: becomes.toContract, icon: 'signature', makes: 'contract',
    input: [
      { id: 'quote.toContract.from', name: 'from', label: becomes.from, type: 'date', required: true },
      { id: 'quote.toContract.until', name: 'until', label: becomes.until, type: 'date' },
      { id: 'quote.toContract.noticeMonths', name: 'noticeMonths', label: becomes.noticeMonths, type: 'number', decimals: 0, min: 0, max: 120 },
      { id: 'quote.toContract.renewalMonths', name: 'renewalMonths', label: becomes.renewalMonths, type: 'number', decimals: 0, min: 1, max: 240 },
    ],
  },
]

/** One version of a quote; later ones point to the first by `versionOf` and carry its number. Once it was sent it is not rewritten but followed. */
export const quote = defineObject('quote', texts.quote, {
  room: 'quotes',
  icon: 'file-invoice',
  nameField: 'number',
  distinguishedBy: ['edition', 'company.name'],
  access: { kind: 'owned', people: { approver: 'change' } },
  timeline: true,
  navigation: { group: 'sales', order: 20 },
  fields: {
    // Given when the quote is first saved, and the same in all its versions: one line of numbers a year, without gaps.
    number: is.autoNumber('OF/{yyyy}/{nnnn}', { gapless: true, searchable: true, indexed: true }),
    title: is.text({ searchable: true, maxLength: 300 }),
    edition: is.number({ readOnly: true, decimals: 0, default: { expression: '1' } }),
    versionOf: is.link('quote', { readOnly: true, reverse: reverse.versions, onDelete: 'refuse' }),
    state: is.choice(states, { required: true, default: { expression: "'draft'" }, indexed: true }),
    company: is.link('company', { required: true, reverse: reverse.quotes, onDelete: 'refuse' }),
    contact: is.link('person', { reverse: reverse.quotes }),
    opportunity: is.link('opportunity', { reverse: reverse.quotes }),
    language: is.choice(languages, { required: true, default: { expression: "'pl'" } }),
    currency: is.choice(currencies, { required: true, default: { expression: "'PLN'" } }),
    rate: is.number({ readOnly: true, decimals: 6 }),
    rateOn: is.date({ readOnly: true }),
    priceList: is.link('priceList', { reverse: reverse.quotes }),
    prices: is.choice(pricesAre, { required: true, default: { expression: "'net'" } }),
    vatBy: is.choice(vatMethods, { required: true, default: { expression: "'document'" } }),
    issuedOn: is.date({ required: true, default: { expression: 'today' } }),
    validUntil: is.date({ default: { expression: 'today + 30' }, indexed: true }),
    detail: is.choice(details, { required: true, default: { expression: "'detailed'" } }),
    discount: is.percent({ decimals: 2, min: 0, max: 100 }),
    discountValue: is.money(),
    net: is.money({ readOnly: true, indexed: true }),
    vat: is.money({ readOnly: true }),
    gross: is.money({ readOnly: true }),
    cost: is.money({ readOnly: true }),
    margin: is.money({ readOnly: true }),
    discountGiven: is.percent({ readOnly: true, decimals: 2 }),
    introduction: is.longText(),
    terms: is.longText(),
    payment: is.text({ maxLength: 500 }),
    delivery: is.text({ maxLength: 500 }),
    approver: is.link('user', { readOnly: true }),
    approvedAt: is.dateTime({ readOnly: true }),
    sentAt: is.dateTime({ readOnly: true }),
    answeredAt: is.dateTime({ readOnly: true }),
    answeredBy: is.text({ readOnly: true, maxLength: 300 }),
    answeredFrom: is.text({ readOnly: true, maxLength: 100 }),
    declineReason: is.longText({ shownWhen: "state = 'declined' or declineReason is not empty" }),
    ksef: is.text({ maxLength: 60 }),
    files: is.files(),
  },
  list: {
    columns: ['number', 'edition', 'title', 'company', 'state', 'net', 'gross', 'validUntil', 'owner'],
    order: '-createdAt',
    views: [
      { key: 'mine', label: views.mine, where: "owner = me and state in ('draft', 'approval', 'approved', 'sent')" },
      { key: 'approval', label: views.approval, where: "state = 'approval' and approver = me" },
      { key: 'sent', label: views.sent, where: "state = 'sent'", order: 'validUntil' },
      { key: 'accepted', label: views.accepted, where: "state = 'accepted'" },
      { key: 'all', label: views.all },
    ],
  },
  form: [
    { key: 'basics', label: sections.basics, fields: ['title', 'company', 'contact', 'opportunity', 'owner', 'issuedOn', 'validUntil', 'language', 'detail'] },
    { key: 'prices', label: sections.prices, fields: ['currency', 'rate', 'rateOn', 'priceList', 'prices', 'vatBy', 'discount', 'discountValue'] },
    { key: 'sums', label: sections.sums, fields: ['net', 'vat', 'gross', 'discountGiven', 'cost', 'margin'] },
    { key: 'words', label: sections.words, fields: ['introduction', 'terms', 'payment', 'delivery', 'files'], collapsed: true },
    { key: 'course', label: sections.course, fields: ['number', 'edition', 'versionOf', 'state', 'approver', 'approvedAt', 'sentAt', 'answeredAt', 'answeredBy', 'answeredFrom', 'declineReason', 'ksef'], collapsed: true },
  ],
  quickCreate: ['title', 'company', 'contact', 'opportunity', 'currency', 'validUntil', 'language'],
  headline: ['title', 'company', 'net', 'validUntil'],
  related: [
    { object: 'quoteComment', link: 'quote', columns: ['author', 'text', 'byCustomer', 'createdAt'] },
    { object: 'salesOrder', link: 'quote', columns: ['number', 'state', 'net'] },
    { object: 'contract', link: 'quote', columns: ['number', 'state', 'from', 'until'] },
    { object: 'document', link: 'quote', columns: ['name', 'edition', 'pdf', 'file', 'state', 'createdAt'] },
  ],
  parts: [{ object: 'quoteSection', link: 'quote' }, { object: 'quoteLine', link: 'quote' }, { object: 'quoteComment', link: 'quote' }],
  states: [
    {
      field: 'state', initial: 'draft',
      moves: [
        { key: 'ask', label: moves.ask, from: ['draft'], to: 'approval' },
        { key: 'approve', label: moves.approve, from: ['approval'], to: 'approved', when: 'approver = me', whenNot: texts.refusals.approvesAnother },
        { key: 'sendBack', label: moves.sendBack, from: ['approval', 'approved'], to: 'draft' },
        { key: 'send', label: moves.send, from: ['draft', 'approved'], to: 'sent' },
        { key: 'accept', label: moves.accept, from: ['sent'], to: 'accepted', when: 'validUntil is empty or validUntil >= today', whenNot: texts.refusals.tooLate },
        { key: 'decline', label: moves.decline, from: ['sent'], to: 'declined' },
      ],
    },
  ],
  actions: quoteActions,
  indexes: [{ fields: ['number', 'edition'], unique: true }],
  rules: { derive: rules.followingMove, check: rules.whyNotQuote },
})

const ofQuote = { access: { kind: 'follows', links: ['quote'] }, room: 'quotes' } as const

export const quoteSection = defineObject('quoteSection', texts.quoteSection, {
  ...ofQuote,
  icon: 'section',
  nameField: 'title',
  fields: {
    title: is.text({ required: true, maxLength: 300 }),
    quote: is.link('quote', { required: true, reverse: reverse.sections, onDelete: 'cascade' }),
    position: is.number(),
    discount: is.percent({ decimals: 2, min: 0, max: 100 }),
    discountValue: is.money(),
  },
  list: { columns: ['quote', 'position', 'title', 'discount', 'discountValue'], order: 'position' },
  form: [{ key: 'basics', label: sections.basics, fields: ['title', 'quote', 'position', 'discount', 'discountValue'] }],
  rules: { check: rules.whyNotSection },
})

/** Prices and costs are kept as they were when the line was made: what changes in the catalogue later moves no quote. */
export const quoteLine = defineObject('quoteLine', texts.quoteLine, {
  ...ofQuote,
  icon: 'list-details',
  nameField: 'name',
  fields: {
    name: is.text({ required: true, maxLength: 500 }),
    quote: is.link('quote', { required: true, reverse: reverse.lines, onDelete: 'cascade' }),
    section: is.link('quoteSection', { reverse: reverse.lines }),
    parent: is.link('quoteLine', { reverse: reverse.parts, onDelete: 'cascade' }),
    origin: is.link('quoteLine', { readOnly: true }),
    position: is.number({ required: true, default: { expression: '1' } }),
    kind: is.choice(lineKinds, { required: true, default: { expression: "'item'" } }),
    choiceGroup: is.text({ maxLength: 120 }),
    chosen: is.yesNo(),
    product: is.link('product', { reverse: reverse.inQuotes, onDelete: 'refuse' }),
    code: is.text({ maxLength: 80 }),
    description: is.longText(),
    quantity: is.number({ min: 0, default: { expression: '1' } }),
    unit: is.choice(units),
    unitPrice: is.money(),
    discount: is.percent({ decimals: 2, min: 0, max: 100 }),
    discountValue: is.money(),
    vatRate: is.choice(vatRates, { default: { expression: "'23'" } }),
    net: is.money({ readOnly: true }),
    vat: is.money({ readOnly: true }),
    gross: is.money({ readOnly: true }),
    unitCost: is.money(),
    margin: is.money({ readOnly: true }),
  },
  list: { columns: ['quote', 'position', 'code', 'name', 'quantity', 'unitPrice', 'discount', 'vatRate', 'net', 'margin'], order: 'quote.number,position' },
  form: [{ key: 'basics', label: sections.basics, fields: ['quote', 'section', 'parent', 'position', 'kind', 'choiceGroup', 'chosen', 'product', 'code', 'name', 'description', 'quantity', 'unit', 'unitPrice', 'discount', 'discountValue', 'vatRate', 'net', 'vat', 'gross', 'unitCost', 'margin', 'origin'] }],
  indexes: [{ fields: ['quote', 'position'] }],
  rules: { check: rules.whyNotLine },
})

export const quoteComment = defineObject('quoteComment', texts.quoteComment, {
  ...ofQuote,
  icon: 'message',
  nameField: 'author',
  fields: {
    author: is.text({ readOnly: true, maxLength: 200 }),
    quote: is.link('quote', { required: true, reverse: reverse.comments, onDelete: 'cascade' }),
    text: is.longText({ required: true, searchable: true, maxLength: 10_000 }),
    byCustomer: is.yesNo({ readOnly: true }),
    forCustomer: is.yesNo(),
  },
  list: { columns: ['quote', 'author', 'text', 'byCustomer', 'forCustomer', 'createdAt'], order: '-createdAt' },
  form: [{ key: 'basics', label: sections.basics, fields: ['quote', 'text', 'forCustomer'] }],
  quickCreate: ['text', 'forCustomer', 'quote'],
})

export const textBlock = defineObject('textBlock', texts.textBlock, {
  room: 'quotes',
  icon: 'blockquote',
  nameField: 'name',
  access: { kind: 'shared' },
  baseline: { read: 'all' },
  navigation: { group: 'settings', order: 84 },
  fields: {
    name: is.text({ required: true, searchable: true, maxLength: 200 }),
    kind: is.choice(blockKinds, { required: true }),
    language: is.choice(languages, { required: true, default: { expression: "'pl'" } }),
    text: is.longText({ required: true, maxLength: 20_000 }),
  },
  list: { columns: ['name', 'kind', 'language', 'text'], order: 'kind,name' },
  form: [{ key: 'basics', label: sections.basics, fields: ['name', 'kind', 'language', 'text'] }],
  quickCreate: ['name', 'kind', 'language', 'text'],
})

export const discountLimit = defineObject('discountLimit', texts.discountLimit, {
  room: 'quotes',
  icon: 'discount',
  nameField: 'name',
  access: { kind: 'shared' },
  navigation: { group: 'settings', order: 82 },
  fields: {
    name: is.text({ readOnly: true, maxLength: 200 }),
    role: is.link('role', { required: true, unique: true, reverse: reverse.limits, onDelete: 'cascade' }),
    percent: is.percent({ required: true, decimals: 2, min: 0, max: 100 }),
    approver: is.link('user'),
  },
  list: { columns: ['role', 'percent', 'approver'], order: 'percent' },
  form: [{ key: 'basics', label: sections.basics, fields: ['role', 'percent', 'approver'] }],
  quickCreate: ['role', 'percent', 'approver'],
})

export const objects = [quote, quoteSection, quoteLine, quoteComment, textBlock, discountLimit]
