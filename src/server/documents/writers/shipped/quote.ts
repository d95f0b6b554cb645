/** The quote with its prices, with a table of taxes, and the short one that tells only what the whole comes to. */
import type { Language } from '../../../../contract/text.ts'
import { accent, heading, paragraph, soft, table, title, type Cell, type CellOptions, type Content } from './build.ts'
import { inWords, right, sides, sums } from './parts.ts'
import { words } from './words.ts'

const person = { size: 18, color: soft }
const under = ['{{#if code is not empty}}{{code}}{{/if}}', '{{#if description is not empty}}{{description}}{{/if}}']
const isGross = "prices = 'gross'"
/** Prices are net or gross, and so is the value beside them. */
const value = `{{#if ${isGross}}}{{gross | amount}}{{else}}{{net | amount}}{{/if}}`
const discount = '{{#if discount > 0}}{{discount | percent}}{{else}}{{#if discountValue is not empty}}–{{discountValue | amount}}{{/if}}{{/if}}'

/** In a narrow column; the table of taxes has the whole of it. */
function rateOf(language: Language): string {
  const short = Object.entries(words[language].noRate)
  return `${short.map(([rate, name]) => `{{#if vatRate = '${rate}'}}${name}{{else}}`).join('')}{{vatRate}}${short.map(() => '{{/if}}').join('')}`
}

/** Section by section, each line with its parts below it, as many levels as there are. */
function quoteLines(language: Language): Content {
  const { no, name, quantity, unit, price, discount: off, vat, valueNet, valueGross, part } = words[language]
  const only = (condition: string, [first, ...others]: Cell[], end = ''): Cell[] => {
    const cells = [withText(first!, (text) => `{{#if ${condition}}}${text}`), ...others]
    return [...cells.slice(0, -1), withText(cells.at(-1)!, (text) => `${text}{{/if}}${end}`)]
  }
  const partOf = (indent: number): Cell[] => [['{{number}}', person], ['{{name}}', { ...person, indent }], ['{{quantity | number}}', { ...right, ...person }], ['{{unit | lower}}', person], [part, { ...person, ...right, span: 4 }]]
  const [first, ...others] = only('counted', ['{{number}}', ['{{name}}', { under }], ['{{quantity | number}}', right], '{{unit | lower}}', ['{{unitPrice | amount}}', right], [discount, right], [rateOf(language), { ...right, size: 18 }], [value, right]])
  return table({
    widths: [660, 3180, 860, 720, 1220, 850, 828, 1320], ruled: true,
    head: [no, name, [quantity, right], unit, [price, right], [off, right], [vat, right], [`{{#if ${isGross}}}${valueGross}{{else}}${valueNet}{{/if}}`, right]],
    rows: [
      only('title is not empty', [[`{{title}}`, { span: 7, bold: true, color: accent, shaded: true }], [value, { ...right, bold: true, color: accent, shaded: true }]]).map((cell, at) => (at === 0 ? withText(cell, (text) => `{{#outline}}${text}`) : cell)),
      [withText(first!, (text) => `{{#tree where number is not empty or kind = 'text'}}${text}`), ...others],
      only("kind = 'component' and level < 2", partOf(160)),
      only("kind = 'component' and level > 1", partOf(400)),
      only("kind = 'text'", [['', {}], ['{{name}}{{#if description is not empty}}\n{{description}}{{/if}}', { span: 6, italic: true }], ''], '{{/tree}}{{/outline}}'),
    ],
  })
}

function withText(cell: Cell, change: (text: string) => string): [string, CellOptions] {
  const [text, look] = typeof cell === 'string' ? [cell, {}] : cell
  return [change(text), look]
}

/** By rate, as invoices have it, and what there is to pay. */
function taxTable(language: Language): Content[] {
  const { rate, netSum, vat, grossSum, sum, gross, discounted } = words[language]
  const total = { bold: true, shaded: true } as const
  return [
    paragraph(`{{#if discountGiven > 0}}${discounted}{{/if}}`, { align: 'right', color: soft, size: 18 }),
    table({
      widths: [1900, 1700, 1500, 1700], align: 'right', ruled: true, head: [rate, [netSum, right], [vat, right], [grossSum, right]],
      rows: [
        ['{{#taxes}}{{rate}}', ['{{net | amount}}', right], ['{{vat | amount}}', right], ['{{gross | amount}}{{/taxes}}', right]],
        [[sum, total], ['{{net | amount}}', { ...right, ...total }], ['{{vat | amount}}', { ...right, ...total }], ['{{gross | amount}}', { ...right, ...total }]],
      ],
    }),
    paragraph(`${gross}: **{{gross | money}}**`, { align: 'right', size: 26, color: accent, after: 20 }),
    inWords(language),
  ]
}

function optionalLines(language: Language): Content[] {
  const { options, name, quantity, unit, price, valueNet, valueGross } = words[language]
  const which = "kind in ('optional', 'alternative') and (chosen is empty or not chosen)"
  return [
    paragraph(`{{#if COUNT(lines where ${which}) > 0}}`),
    heading(options),
    table({
      widths: [4238, 1000, 1000, 1600, 1800], ruled: true, head: [name, [quantity, right], unit, [price, right], [`{{#if ${isGross}}}${valueGross}{{else}}${valueNet}{{/if}}`, right]],
      rows: [[[`{{#lines where ${which} by position}}{{name}}`, { under: under.slice(1) }], ['{{quantity | number}}', right], '{{unit | lower}}', ['{{unitPrice | amount}}', right], [`${value}{{/lines}}`, right]]],
    }),
    paragraph('{{/if}}'),
  ]
}

function conditions(language: Language): Content[] {
  const { conditions: label, payment, delivery, closing } = words[language]
  const hasAny = 'payment is not empty or delivery is not empty or terms is not empty'
  return [
    paragraph(`{{#if ${hasAny}}}`), heading(label), paragraph('{{/if}}'),
    paragraph(`{{#if payment is not empty}}**${payment}:** {{payment}}{{/if}}`), paragraph(`{{#if delivery is not empty}}**${delivery}:** {{delivery}}{{/if}}`), paragraph('{{#if terms is not empty}}{{terms}}{{/if}}'),
    paragraph(closing, { before: 240, keepNext: true }), paragraph('{{owner.name}}', { bold: true, before: 160, after: 0, keepNext: true }), paragraph('{{our.name}}', { color: soft }),
  ]
}

function quoteHead(language: Language): Content[] {
  const { quote, version, issued, valid, recipient, author, contact, nip } = words[language]
  return [
    title(`${quote} {{number}}`),
    paragraph(`{{title}}{{#if edition > 1}} · ${version} {{edition}}{{/if}}`, { size: 24, color: soft, after: 160 }),
    sides(
      [recipient, ['**{{company.name}}**', '{{#if company.addresses.main is not empty}}{{company.addresses.main}}{{/if}}', `{{#if company.nip is not empty}}${nip} {{company.nip}}{{/if}}`, `{{#if contact is not empty}}${contact}: {{contact.name}}{{/if}}`]],
      [author, ['**{{owner.name}}**', `${issued}: {{issuedOn | date}}`, `{{#if validUntil is not empty}}${valid}: {{validUntil | date}}{{/if}}`]],
    ),
    paragraph('{{#if introduction is not empty}}{{introduction}}{{/if}}', { before: 120 }),
  ]
}

export const quoteDetailed = (language: Language): Content[] => [...quoteHead(language), quoteLines(language), ...taxTable(language), ...optionalLines(language), ...conditions(language)]

export function quoteSummary(language: Language): Content[] {
  const { scope, quantity, name } = words[language]
  return [
    ...quoteHead(language),
    heading(scope),
    table({
      widths: [7638, 2000], ruled: true, head: [name, [quantity, right]],
      rows: [
        ['{{#outline}}{{#if title is not empty}}{{title}}', '{{net | money}}{{/if}}'].map((text, at): Cell => [text, { bold: true, color: accent, shaded: true, ...(at === 1 ? right : {}) }]),
        ["{{#tree where counted and level = 0}}{{name}}", ['{{quantity | number}} {{unit | lower}}{{/tree}}{{/outline}}', right]],
      ],
    }),
    ...sums(language), ...conditions(language),
  ]
}
