/** The templates that come with the program, in both languages. They are described here and built when they are installed. */
import type { Language } from '../../../../contract/text.ts'
import { accent, buildDocx, heading, pageNumber, paragraph, soft, table, title, type Cell, type Content } from './build.ts'
import { words } from './words.ts'

export interface ShippedTemplate {
  /** Stable for ever: by it an upgrade finds its own again. */
  key: string
  name: string
  object: string
  purpose: string
  language: Language
  contents: Uint8Array
}

const line = '{{#if our.name is not empty}}'
const person = { size: 18, color: soft }

function letterhead(language: Language): { header: Content[]; footer: Content[] } {
  const { nip, page } = words[language]
  return {
    header: [
      table({
        widths: [3600, 6038],
        rows: [['{{our.logo | image 3.6cm}}', [`**{{our.name}}**`, { align: 'right', color: accent, size: 22, under: ['{{our.addresses.main}}', `{{#if our.nip is not empty}}${nip} {{our.nip}}{{/if}}`, `${line}{{our.phones.main | phone}}  {{our.mails.main}}{{/if}}`] }]]],
      }),
    ],
    footer: [`<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="4" w:color="C9D2DA"/></w:pBdr><w:jc w:val="right"/></w:pPr>${pageNumber(page)}</w:p>`],
  }
}

/** Two parties side by side. */
const sides = (left: [string, readonly string[]], right: [string, readonly string[]]): Content =>
  table({ widths: [4819, 4819], rows: [[side(left), side(right)]] })

const side = ([label, lines]: [string, readonly string[]]): Cell => [label, { size: 17, color: soft, under: lines }]

const facts = (rows: readonly [string, string][]): Content => table({ widths: [2400, 7238], rows: rows.map(([label, value]): Cell[] => [[label, { color: soft }], value]) })

const signatures = (left: string, right: string): Content =>
  table({ widths: [4319, 1000, 4319], rows: [[['\n\n\n……………………………………', { align: 'center', under: [left] }], '', ['\n\n\n……………………………………', { align: 'center', under: [right] }]]] })

function sums(language: Language): Content[] {
  const { net, tax, gross, inWords } = words[language]
  return [
    table({
      widths: [2600, 2400], align: 'right', ruled: true,
      rows: [
        [net, ['{{net | money}}', { align: 'right' }]],
        [tax, ['{{vat | money}}', { align: 'right' }]],
        [[gross, { bold: true, shaded: true, size: 24 }], ['{{gross | money}}', { align: 'right', bold: true, shaded: true, size: 24 }]],
      ],
    }),
    paragraph(`${inWords}: {{gross | words}}`, { align: 'right', italic: true, color: soft, size: 18 }),
  ]
}

const right = { align: 'right' } as const
const under = ['{{#if code is not empty}}{{code}}{{/if}}', '{{#if description is not empty}}{{description}}{{/if}}']

/** A line and the parts of what is sold as one. */
function quoteLines(language: Language): Content {
  const { no, name, quantity, unit, price, discount, vat, value, part } = words[language]
  const cells = (open: string, close: string): Cell[] => [
    `${open}{{rowNumber}}`, ['{{name}}', { under }], ['{{quantity | number}}', right], '{{unit | lower}}', ['{{unitPrice | amount}}', right], ['{{#if discount > 0}}{{discount | percent}}{{/if}}', right], [`{{vatRate}}`, right], [`{{net | amount}}${close}`, right],
  ]
  const parts: Cell[] = ['{{#parts by position}}', ['– {{name}}', { ...person, indent: 160 }], ['{{quantity | number}}', { ...right, ...person }], ['{{unit | lower}}', person], [`${part}{{/parts}}`, { ...person, ...right, span: 4 }]]
  const group = (where: string): Cell[][] => [cells(`{{#lines where ${where} by position}}`, ''), parts, [['{{/lines}}', { span: 8 }]]]
  return table({
    widths: [560, 3300, 880, 700, 1250, 800, 748, 1400], ruled: true,
    head: [no, name, [quantity, right], unit, [price, right], [discount, right], [vat, right], [value, right]],
    rows: [
      ...group("section is empty and parent is empty and kind = 'item'"),
      [['{{#sections by position}}{{title}}', { span: 8, bold: true, color: accent, shaded: true }]],
      ...group("parent is empty and kind = 'item'"),
      [['{{/sections}}', { span: 8 }]],
    ],
  })
}

function optionalLines(language: Language): Content[] {
  const { options, name, quantity, unit, price } = words[language]
  return [
    paragraph("{{#if COUNT(lines where kind in ('optional', 'alternative')) > 0}}"),
    heading(options),
    table({
      widths: [5138, 1100, 1000, 2400], ruled: true, head: [name, [quantity, right], unit, [price, right]],
      rows: [["{{#lines where kind in ('optional', 'alternative') and parent is empty by position}}{{name}}", ['{{quantity | number}}', right], '{{unit | lower}}', ['{{unitPrice | money}}{{/lines}}', right]]],
    }),
    paragraph('{{/if}}'),
  ]
}

function conditions(language: Language): Content[] {
  const { conditions: label, payment, delivery, closing } = words[language]
  return [
    heading(label),
    paragraph(`{{#if payment is not empty}}**${payment}:** {{payment}}{{/if}}`), paragraph(`{{#if delivery is not empty}}**${delivery}:** {{delivery}}{{/if}}`), paragraph('{{#if terms is not empty}}{{terms}}{{/if}}'),
    paragraph(closing, { before: 160 }), paragraph('{{owner.name}}', { bold: true, before: 200, after: 0 }), paragraph('{{our.name}}', { color: soft }),
  ]
}

function quoteHead(language: Language, named: string): Content[] {
  const { version, issued, valid, recipient, author, contact, nip } = words[language]
  return [
    title(`${named} {{number}}`),
    paragraph(`{{title}}{{#if edition > 1}} · ${version} {{edition}}{{/if}}`, { size: 24, color: soft, after: 160 }),
    sides(
      [recipient, ['**{{company.name}}**', '{{company.addresses.main}}', `{{#if company.nip is not empty}}${nip} {{company.nip}}{{/if}}`, `{{#if contact is not empty}}${contact}: {{contact.name}}{{/if}}`]],
      [author, ['**{{owner.name}}**', `${issued}: {{issuedOn | date}}`, `${valid}: {{validUntil | date}}`]],
    ),
    paragraph('{{#if introduction is not empty}}{{introduction}}{{/if}}', { before: 120 }),
  ]
}

const quoteDetailed = (language: Language): Content[] => [...quoteHead(language, words[language].quote), quoteLines(language), ...sums(language), ...optionalLines(language), ...conditions(language)]

function quoteSummary(language: Language): Content[] {
  const { quote, scope, quantity, name } = words[language]
  return [
    ...quoteHead(language, quote),
    heading(scope),
    table({
      widths: [7638, 2000], ruled: true, head: [name, [quantity, right]],
      rows: [["{{#lines where parent is empty and kind = 'item' by position}}{{name}}", ['{{quantity | number}} {{unit | lower}}{{/lines}}', right]]],
    }),
    ...sums(language), ...conditions(language),
  ]
}

function contract(language: Language): Content[] {
  const w = words[language]
  return [
    title(`${w.contract} {{number}}`),
    paragraph(`{{#if signedOn is not empty}}${w.concluded} {{signedOn | date long}}{{/if}}`, { color: soft }),
    paragraph(w.between, { before: 160 }),
    paragraph(`**{{our.name}}** ${w.seat} {{our.addresses.main}}, ${w.nip} {{our.nip}}, ${w.seller},`, { align: 'both' }),
    paragraph(w.and),
    paragraph(`**{{company.name}}** ${w.seat} {{company.addresses.main}}{{#if company.nip is not empty}}, ${w.nip} {{company.nip}}{{/if}}{{#if COUNT(signatories) > 0}}, ${w.represented}: {{signatories}}{{/if}}, ${w.buyer}.`, { align: 'both' }),
    heading(w.subject), paragraph(w.subjectText, { align: 'both' }), paragraph(`{{#if quote is not empty}}${w.accordingTo}{{/if}}`, { align: 'both' }), paragraph('{{#if description is not empty}}{{description}}{{/if}}', { align: 'both' }),
    heading(w.price2), paragraph(w.priceText, { align: 'both' }),
    heading(w.term), paragraph(w.termText, { align: 'both' }), paragraph(`{{#if noticeMonths > 0}}${w.noticeText}{{/if}}`, { align: 'both' }), paragraph(`{{#if renewal = 'automatic'}}${w.renewalText}{{/if}}`, { align: 'both' }),
    heading(w.final), paragraph(w.finalText, { align: 'both' }),
    signatures(w.contractor, w.customer),
  ]
}

function confirmation(language: Language): Content[] {
  const w = words[language]
  return [
    title(`${w.confirmation} {{number}}`),
    paragraph('{{title}}', { size: 24, color: soft, after: 160 }),
    sides(
      [w.recipient, ['**{{company.name}}**', '{{company.addresses.main}}', `{{#if company.nip is not empty}}${w.nip} {{company.nip}}{{/if}}`, '{{#if contact is not empty}}{{contact.name}}{{/if}}']],
      [w.seller === words.pl.seller ? 'Szczegóły' : 'Details', [`${w.ordered}: {{orderedOn | date}}`, `{{#if customerNumber is not empty}}${w.yourNumber}: {{customerNumber}}{{/if}}`, `{{#if deliveryOn is not empty}}${w.deliveryOn}: {{deliveryOn | date}}{{/if}}`, `{{#if deliveryAddress is not empty}}${w.deliveryTo}: {{deliveryAddress}}{{/if}}`]],
    ),
    paragraph(w.confirmText, { before: 160 }),
    table({
      widths: [560, 4078, 1000, 800, 1600, 1600], ruled: true, head: [w.no, w.name, [w.quantity, right], w.unit, [w.price, right], [w.value, right]],
      rows: [['{{#lines where parent is empty by position}}{{rowNumber}}', ['{{name}}', { under: ['{{#if code is not empty}}{{code}}{{/if}}'] }], ['{{quantity | number}}', right], '{{unit | lower}}', ['{{unitPrice | amount}}', right], ['{{net | amount}}{{/lines}}', right]]],
    }),
    ...sums(language),
    paragraph(`{{#if payment is not empty}}**${w.payment}:** {{payment}}{{/if}}`),
    paragraph('{{owner.name}}', { bold: true, before: 240, after: 0 }), paragraph('{{our.name}}', { color: soft }),
  ]
}

function protocol(language: Language): Content[] {
  const w = words[language]
  return [
    title(w.protocol),
    paragraph('{{title}}', { size: 24, color: soft, after: 160 }),
    facts([[w.company, '**{{company.name}}**'], [w.place, '{{place}}'], [w.when, '{{start | datetime}}'], [w.who, '{{owner.name}}']]),
    heading(w.described), paragraph('{{description}}'), paragraph('…………………………………………………………………………………………………………', { color: soft }), paragraph('…………………………………………………………………………………………………………', { color: soft }),
    heading(w.findings), paragraph('…………………………………………………………………………………………………………', { color: soft }), paragraph('…………………………………………………………………………………………………………', { color: soft }),
    paragraph(w.accepted, { before: 240, after: 0 }), paragraph(w.strike, { size: 16, color: soft }),
    signatures(w.service, w.customer),
  ]
}

function letter(language: Language, to: 'company' | 'person'): Content[] {
  const w = words[language]
  const addressee = to === 'company' ? ['**{{name}}**', '{{addresses.main}}'] : ['**{{name}}**', '{{#if position is not empty}}{{position}}{{/if}}', '{{#if company is not empty}}{{company.name}}{{/if}}', '{{#if company is not empty}}{{company.addresses.main}}{{/if}}']
  return [
    paragraph('{{today | date long}}', { align: 'right', before: 120, after: 400 }),
    ...addressee.map((each) => paragraph(each, { after: 20 })),
    paragraph(w.matter, { bold: true, before: 500, after: 240 }),
    paragraph(w.sirs), paragraph(w.letterText, { align: 'both' }), paragraph(''),
    paragraph(w.regards, { before: 400, after: 300 }), paragraph('{{me.name}}', { bold: true, after: 0 }), paragraph('{{our.name}}', { color: soft }),
  ]
}

const names: Readonly<Record<string, Record<Language, string>>> = {
  quote: { pl: 'Oferta szczegółowa', en: 'Quote, detailed' }, quoteSummary: { pl: 'Oferta skrócona', en: 'Quote, summary' }, contract: { pl: 'Umowa', en: 'Contract' },
  confirmation: { pl: 'Potwierdzenie zamówienia', en: 'Order confirmation' }, protocol: { pl: 'Protokół serwisowy', en: 'Service protocol' },
  letter: { pl: 'Pismo do firmy', en: 'Letter to a company' }, personLetter: { pl: 'Pismo do osoby', en: 'Letter to a person' },
}

type Described = [key: string, object: string, purpose: string, body: (language: Language) => Content[]]

const described: readonly Described[] = [
  ['quote', 'quote', 'quote', quoteDetailed], ['quoteSummary', 'quote', 'quote', quoteSummary], ['contract', 'contract', 'contract', contract],
  ['confirmation', 'salesOrder', 'confirmation', confirmation], ['protocol', 'activity', 'protocol', protocol],
  ['letter', 'company', 'letter', (language) => letter(language, 'company')], ['personLetter', 'person', 'letter', (language) => letter(language, 'person')],
]

export const shippedTemplates = (): ShippedTemplate[] =>
  (['pl', 'en'] as const).flatMap((language) =>
    described.map(([key, object, purpose, body]) => {
      const name = `${names[key]![language]}${language === 'en' ? ' (EN)' : ''}`
      return { key: `${key}.${language}`, name, object, purpose, language, contents: buildDocx({ language, name, ...letterhead(language), body: body(language) }) }
    }),
  )
