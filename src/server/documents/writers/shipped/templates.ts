/** The templates that come with the program, in both languages. They are described here and built when they are installed. */
import type { Language } from '../../../../contract/text.ts'
import type { TemplateKind } from '../../reading/archive.ts'
import { buildDocx, heading, paragraph, soft, table, title, type Content } from './build.ts'
import { facts, letterhead, right, sides, signatures, sums } from './parts.ts'
import { quoteDetailed, quoteSummary } from './quote.ts'
import { quoteSheet } from './quoteSheet.ts'
import { words } from './words.ts'

export interface ShippedTemplate {
  /** Stable for ever: by it an upgrade finds its own again. */
  key: string
  name: string
  object: string
  purpose: string
  language: Language
  kind: TemplateKind
  contents: Uint8Array
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
      [w.details, [`${w.ordered}: {{orderedOn | date}}`, `{{#if customerNumber is not empty}}${w.yourNumber}: {{customerNumber}}{{/if}}`, `{{#if deliveryOn is not empty}}${w.deliveryOn}: {{deliveryOn | date}}{{/if}}`, `{{#if deliveryAddress is not empty}}${w.deliveryTo}: {{deliveryAddress}}{{/if}}`]],
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

/** To be written on by hand. */
const lines = (count: number): Content => table({ widths: [9638], ruled: true, rows: Array.from({ length: count }, () => [['', { size: 28 }]]) })

function protocol(language: Language): Content[] {
  const w = words[language]
  return [
    title(w.protocol),
    paragraph('{{title}}', { size: 24, color: soft, after: 160 }),
    facts([[w.company, '**{{company.name}}**'], [w.place, '{{place}}'], [w.when, '{{start | datetime}}'], [w.who, '{{owner.name}}']]),
    heading(w.described), paragraph('{{#if description is not empty}}{{description}}{{/if}}'), lines(3),
    heading(w.findings), lines(3),
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
  quoteSheet: { pl: 'Oferta w arkuszu', en: 'Quote, spreadsheet' },
  letter: { pl: 'Pismo do firmy', en: 'Letter to a company' }, personLetter: { pl: 'Pismo do osoby', en: 'Letter to a person' },
}

type Described = [key: string, object: string, purpose: string, contents: Content[] | Uint8Array]

const described = (language: Language): Described[] => [
  ['quote', 'quote', 'quote', quoteDetailed(language)], ['quoteSummary', 'quote', 'quote', quoteSummary(language)], ['quoteSheet', 'quote', 'quote', quoteSheet(language)],
  ['contract', 'contract', 'contract', contract(language)], ['confirmation', 'salesOrder', 'confirmation', confirmation(language)], ['protocol', 'activity', 'protocol', protocol(language)],
  ['letter', 'company', 'letter', letter(language, 'company')], ['personLetter', 'person', 'letter', letter(language, 'person')],
]

export const shippedTemplates = (): ShippedTemplate[] =>
  (['pl', 'en'] as const).flatMap((language) =>
    described(language).map(([key, object, purpose, made]): ShippedTemplate => {
      const name = `${names[key]![language]}${language === 'en' ? ' (EN)' : ''}`
      const about = { key: `${key}.${language}`, name, object, purpose, language }
      return made instanceof Uint8Array ? { ...about, kind: 'xlsx', contents: made } : { ...about, kind: 'docx', contents: buildDocx({ language, name, ...letterhead(language), body: made }) }
    }),
  )
