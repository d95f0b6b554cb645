import { defineObject, is } from '../../contract/definition.ts'
import { ratesObject } from '../../expression/rates.ts'
import * as rules from './rules.ts'
import * as texts from './texts.ts'

/** Written by hand, by an import or by whatever fetches rates: formulas take the newest of a day or before it. */
export const currencyRate = defineObject(ratesObject, texts.currencyRate, {
  room: 'currencies',
  icon: 'coin',
  nameField: 'name',
  duplicateKeys: [['currency', 'on']],
  access: { kind: 'shared' },
  baseline: { read: 'all' },
  navigation: { group: 'settings', order: 60 },
  fields: {
    name: is.text({ readOnly: true, searchable: true }),
    currency: is.choice(texts.currencies, { required: true }),
    on: is.date({ required: true, default: { expression: 'today' } }),
    rate: is.number({ required: true }),
    source: is.choice(texts.sources, { default: { expression: "'hand'" } }),
  },
  indexes: [{ fields: ['currency', 'on'], unique: true }],
  list: { columns: ['currency', 'on', 'rate', 'source'], order: '-on' },
  form: [{ key: 'basics', label: texts.sections.basics, fields: ['currency', 'on', 'rate', 'source'] }],
  quickCreate: ['currency', 'on', 'rate'],
  rules: { derive: rules.nameOfRate, check: rules.whyNotRate },
})

export const objects = [currencyRate]
