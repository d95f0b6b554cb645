/** The quote as a spreadsheet: the customer can go on working with its numbers, and its sums are formulas over them. */
import type { Language } from '../../../../contract/text.ts'
import { buildXlsx, type LookName, type SheetCell } from './sheet.ts'
import { words } from './words.ts'

const looksLike = (looks: LookName[], texts: readonly string[]): SheetCell[] => texts.map((text, at) => [text, looks[at]!])

/** Row numbers are those of this description: what formulas name follows the lines when there are more. */
export function quoteSheet(language: Language): Uint8Array {
  const w = words[language]
  const headLooks: LookName[] = ['head', 'head', 'head', 'headRight', 'head', 'headRight', 'headRight', 'headRight', 'headRight']
  return buildXlsx({
    language,
    name: w.quote,
    widths: [7, 15, 42, 9, 8, 13, 13, 13, 15],
    headRow: 11,
    rows: [
      [['{{our.name}}', 'bold']],
      [['{{our.addresses.main}}', 'soft']],
      [],
      [[`${w.quote} {{number}}`, 'title']],
      [['{{title}}', 'soft']],
      [],
      [[w.recipient, 'soft'], null, ['{{company.name}}', 'boldWrapped'], null, null, [w.issued, 'soft'], null, ['{{issuedOn}}', 'date']],
      [[w.nip, 'soft'], null, ['{{company.nip}}', 'plain'], null, null, [w.valid, 'soft'], null, ['{{validUntil}}', 'date']],
      [[w.address, 'soft'], null, ['{{company.addresses.main}}', 'wrapped'], null, null, [w.currency, 'soft'], null, ['{{currency}}', 'plain']],
      [],
      looksLike(headLooks, [w.no, w.code, w.name, w.quantity, w.unit, w.price, `${w.discount} %`, w.vat, w.valueNet]),
      looksLike(Array.from({ length: 9 }, () => 'section'), ['{{#outline}}{{#if title is not empty}}{{title}}', '', '', '', '', '', '', '', '{{/if}}']),
      looksLike(['center', 'text', 'text', 'right', 'center', 'money', 'right', 'right', 'money'], ["{{#tree where number is not empty}}{{#if counted}}{{number}}", '{{code}}', '{{name}}', '{{quantity}}', '{{unit | lower}}', '{{unitPrice}}', '{{discount}}', '{{vatRate}}', '{{net}}{{/if}}']),
      looksLike(['partRight', 'part', 'part', 'partRight', 'part', 'part', 'part', 'part', 'part'], ['{{#if not counted}}{{number}}', '{{code}}', '{{name}}', '{{quantity}}', '{{unit | lower}}', '', '', '', '{{/if}}{{/tree}}{{/outline}}']),
      looksLike([...Array.from({ length: 8 }, (): LookName => 'total'), 'totalMoney'], [w.net, '', '', '', '', '', '', '', '=SUM(I12:I14)']),
      [],
      [null, null, null, null, null, ...looksLike(['head', 'headRight', 'headRight', 'headRight'], [w.rate, w.netSum, w.vat, w.grossSum])],
      [null, null, null, null, null, ...looksLike(['text', 'money', 'money', 'money'], ['{{#taxes}}{{rate}}', '{{net}}', '{{vat}}', '=G18+H18']), ['{{/taxes}}', 'plain']],
      [null, null, null, null, null, ...looksLike(['total', 'totalMoney', 'totalMoney', 'totalMoney'], [w.sum, '=SUM(G18:G18)', '=SUM(H18:H18)', '=SUM(I18:I18)'])],
      [],
      [[`${w.inWords}:`, 'soft'], null, ['{{gross | words}}', 'soft']],
    ],
  })
}
