import { currencies } from '../../contract/currencies.ts'
import { defineObject, is } from '../../contract/definition.ts'
import { languages, units } from '../../contract/selling/choices.ts'
import { vatRates } from '../../contract/selling/vat.ts'
import * as rules from './rules.ts'
import * as texts from './texts.ts'
import { componentKinds, documentKinds, priceSources, productKinds, reverse, ruleKinds, sections, views } from './texts.ts'

/** Everybody finds products and prices; who changes them, roles say. */
const catalogue = { access: { kind: 'shared' }, baseline: { read: 'all' } } as const

export const productGroup = defineObject('productGroup', texts.productGroup, {
  ...catalogue,
  room: 'products',
  icon: 'folders',
  nameField: 'name',
  distinguishedBy: ['code', 'parent.name'],
  duplicateKeys: [['code'], ['name']],
  tree: 'parent',
  navigation: { group: 'settings', order: 70 },
  fields: {
    name: is.text({ required: true, searchable: true, indexed: true, maxLength: 200 }),
    code: is.text({ unique: true, anyCase: true, searchable: true, maxLength: 60 }),
    parent: is.link('productGroup', { reverse: reverse.groups, onDelete: 'refuse' }),
    description: is.longText(),
  },
  list: { columns: ['name', 'code', 'parent', 'description'], order: 'name' },
  form: [{ key: 'basics', label: sections.basics, fields: ['name', 'code', 'parent', 'description'] }],
  quickCreate: ['name', 'code', 'parent'],
  related: [
    { object: 'productGroup', link: 'parent', columns: ['name', 'code'] },
    { object: 'product', link: 'group', columns: ['code', 'name', 'price', 'active'] },
  ],
})

export const product = defineObject('product', texts.product, {
  ...catalogue,
  room: 'products',
  icon: 'package',
  nameField: 'name',
  distinguishedBy: ['code', 'edition'],
  duplicateKeys: [['code'], ['ean', 'edition']],
  navigation: { group: 'sales', order: 50 },
  fields: {
    name: is.text({ required: true, searchable: true, indexed: true, maxLength: 300 }),
    foreignName: is.text({ searchable: true, maxLength: 300 }),
    code: is.text({ required: true, unique: true, anyCase: true, searchable: true, maxLength: 80 }),
    ean: is.text({ searchable: true, indexed: true, maxLength: 14 }),
    group: is.link('productGroup', { reverse: reverse.products, onDelete: 'refuse' }),
    kind: is.choice(productKinds, { required: true, default: { expression: "'goods'" }, indexed: true }),
    unit: is.choice(units, { required: true, default: { expression: "'pcs'" } }),
    vatRate: is.choice(vatRates, { required: true, default: { expression: "'23'" } }),
    price: is.money(),
    priceOf: is.choice(priceSources, { default: { expression: "'own'" }, shownWhen: "kind = 'structure'" }),
    cost: is.money(),
    margin: is.percent({ decimals: 1, formula: 'IF(price > 0 PLN, (price - cost) / price * 100)', notKept: true }),
    active: is.yesNo({ required: true, default: { expression: 'true' }, indexed: true }),
    edition: is.text({ maxLength: 60 }),
    validFrom: is.date(),
    validUntil: is.date(),
    replaces: is.link('product', { reverse: reverse.replacedBy }),
    stock: is.number(),
    stockAt: is.dateTime(),
    leadTime: is.number({ decimals: 0, min: 0, max: 3_650 }),
    leadTimeAt: is.dateTime(),
    externalId: is.text({ unique: true, searchable: true, maxLength: 120 }),
    description: is.longText({ searchable: true }),
    picture: is.picture(),
  },
  list: {
    columns: ['code', 'name', 'group', 'kind', 'price', 'vatRate', 'unit', 'stock', 'stockAt', 'active'],
    order: 'name',
    views: [
      { key: 'onSale', label: views.onSale, where: 'active' },
      { key: 'structures', label: views.structures, where: "kind = 'structure'" },
      { key: 'all', label: views.all },
    ],
  },
  form: [
    { key: 'basics', label: sections.basics, fields: ['name', 'code', 'ean', 'group', 'kind', 'unit', 'active', 'description'] },
    { key: 'price', label: sections.price, fields: ['price', 'vatRate', 'priceOf', 'cost', 'margin'] },
    { key: 'validity', label: sections.validity, fields: ['edition', 'validFrom', 'validUntil', 'replaces'], collapsed: true },
    { key: 'warehouse', label: sections.warehouse, fields: ['stock', 'stockAt', 'leadTime', 'leadTimeAt'] },
    { key: 'more', label: sections.more, fields: ['foreignName', 'externalId', 'picture'], collapsed: true },
  ],
  quickCreate: ['name', 'code', 'group', 'kind', 'unit', 'price', 'vatRate'],
  headline: ['code', 'kind', 'group', 'price'],
  related: [
    { object: 'componentRule', link: 'whole', columns: ['part', 'kind', 'other', 'message'] },
    { object: 'component', link: 'part', columns: ['whole', 'kind', 'quantity'] },
    { object: 'productDocument', link: 'product', columns: ['name', 'kind', 'file', 'language', 'withQuotes'] },
    { object: 'product', link: 'replaces', columns: ['code', 'name', 'edition'] },
  ],
  rules: { check: rules.whyNotProduct },
})

export const component = defineObject('component', texts.component, {
  room: 'products',
  icon: 'puzzle',
  nameField: 'name',
  duplicateKeys: [['whole', 'part', 'choiceGroup']],
  access: { kind: 'follows', links: ['whole'] },
  fields: {
    name: is.text({ formula: 'part.name' }),
    whole: is.link('product', { required: true, reverse: reverse.components, onDelete: 'cascade' }),
    part: is.link('product', { required: true, reverse: reverse.partOf, onDelete: 'refuse' }),
    kind: is.choice(componentKinds, { required: true, default: { expression: "'required'" } }),
    choiceGroup: is.text({ maxLength: 120, requiredWhen: "kind in ('alternative', 'exclusive')" }),
    quantity: is.number({ required: true, default: { expression: '1' } }),
    minQuantity: is.number({ min: 0 }),
    maxQuantity: is.number({ min: 0 }),
    chosen: is.yesNo(),
    price: is.money(),
    included: is.yesNo(),
    position: is.number(),
  },
  list: { columns: ['whole', 'part', 'kind', 'choiceGroup', 'quantity', 'price', 'included'], order: 'position,createdAt' },
  form: [{ key: 'basics', label: sections.basics, fields: ['whole', 'part', 'kind', 'choiceGroup', 'quantity', 'minQuantity', 'maxQuantity', 'chosen', 'price', 'included', 'position'] }],
  quickCreate: ['whole', 'part', 'kind', 'choiceGroup', 'quantity'],
  rules: { check: rules.whyNotComponent },
})

export const componentRule = defineObject('componentRule', texts.componentRule, {
  room: 'products',
  icon: 'git-branch',
  nameField: 'name',
  duplicateKeys: [['whole', 'part', 'kind', 'other']],
  access: { kind: 'follows', links: ['whole'] },
  fields: {
    name: is.text({ formula: "part.name & ' – ' & other.name" }),
    whole: is.link('product', { required: true, reverse: reverse.rules, onDelete: 'cascade' }),
    part: is.link('product', { required: true, onDelete: 'cascade' }),
    kind: is.choice(ruleKinds, { required: true }),
    other: is.link('product', { required: true, onDelete: 'cascade' }),
    message: is.text({ maxLength: 300 }),
  },
  list: { columns: ['whole', 'part', 'kind', 'other', 'message'], order: 'createdAt' },
  form: [{ key: 'basics', label: sections.basics, fields: ['whole', 'part', 'kind', 'other', 'message'] }],
  quickCreate: ['whole', 'part', 'kind', 'other', 'message'],
  rules: { check: rules.whyNotRule },
})

export const priceList = defineObject('priceList', texts.priceList, {
  ...catalogue,
  room: 'products',
  icon: 'tags',
  nameField: 'name',
  distinguishedBy: ['currency', 'validFrom'],
  duplicateKeys: [['name']],
  tree: 'basedOn',
  navigation: { group: 'sales', order: 55 },
  fields: {
    name: is.text({ required: true, searchable: true, indexed: true, maxLength: 200 }),
    currency: is.choice(currencies, { required: true, default: { expression: "'PLN'" } }),
    validFrom: is.date(),
    validUntil: is.date(),
    companies: is.links('company', { reverse: reverse.priceLists }),
    group: is.link('customerGroup', { reverse: reverse.priceLists }),
    basedOn: is.link('priceList', { reverse: reverse.derived, onDelete: 'refuse' }),
    factor: is.percent({ decimals: 2, min: 0, max: 1_000 }),
    priority: is.number({ decimals: 0 }),
    active: is.yesNo({ required: true, default: { expression: 'true' } }),
    description: is.longText(),
  },
  list: {
    columns: ['name', 'currency', 'validFrom', 'validUntil', 'group', 'basedOn', 'factor', 'active'],
    order: 'name',
    views: [
      { key: 'inForce', label: views.inForce, where: 'active and (validFrom is empty or validFrom <= today) and (validUntil is empty or validUntil >= today)' },
      { key: 'all', label: views.all },
    ],
  },
  form: [{ key: 'basics', label: sections.basics, fields: ['name', 'currency', 'validFrom', 'validUntil', 'companies', 'group', 'basedOn', 'factor', 'priority', 'active', 'description'] }],
  quickCreate: ['name', 'currency', 'validFrom', 'validUntil'],
  headline: ['currency', 'validFrom', 'validUntil'],
  rules: { check: rules.whyNotPriceList },
})

export const price = defineObject('price', texts.price, {
  room: 'products',
  icon: 'tag',
  nameField: 'name',
  access: { kind: 'follows', links: ['priceList'] },
  duplicateKeys: [['priceList', 'product', 'fromQuantity', 'validFrom']],
  fields: {
    name: is.text({ formula: 'product.name' }),
    priceList: is.link('priceList', { required: true, reverse: reverse.prices, onDelete: 'cascade' }),
    product: is.link('product', { required: true, reverse: reverse.prices, onDelete: 'cascade' }),
    amount: is.money({ required: true }),
    fromQuantity: is.number({ required: true, min: 0, default: { expression: '0' } }),
    validFrom: is.date(),
    validUntil: is.date(),
  },
  list: { columns: ['priceList', 'product', 'amount', 'fromQuantity', 'validFrom', 'validUntil'], order: 'product.name,fromQuantity' },
  form: [{ key: 'basics', label: sections.basics, fields: ['priceList', 'product', 'amount', 'fromQuantity', 'validFrom', 'validUntil'] }],
  quickCreate: ['priceList', 'product', 'amount', 'fromQuantity', 'validFrom', 'validUntil'],
  indexes: [{ fields: ['product', 'priceList', 'fromQuantity'] }],
  rules: { check: rules.whyNotPrice },
})

export const productDocument = defineObject('productDocument', texts.productDocument, {
  room: 'products',
  icon: 'file-text',
  nameField: 'name',
  access: { kind: 'follows', links: ['product'] },
  fields: {
    name: is.text({ required: true, searchable: true, maxLength: 200 }),
    product: is.link('product', { required: true, reverse: reverse.documents, onDelete: 'cascade' }),
    kind: is.choice(documentKinds, { required: true, default: { expression: "'brochure'" } }),
    file: is.file({ required: true }),
    language: is.choice(languages),
    withQuotes: is.yesNo(),
    validUntil: is.date(),
  },
  list: { columns: ['name', 'product', 'kind', 'file', 'language', 'withQuotes', 'validUntil'], order: 'name' },
  form: [{ key: 'basics', label: sections.basics, fields: ['name', 'product', 'kind', 'file', 'language', 'withQuotes', 'validUntil'] }],
  quickCreate: ['name', 'product', 'kind', 'file', 'withQuotes'],
})

export const objects = [productGroup, product, component, componentRule, priceList, price, productDocument]
