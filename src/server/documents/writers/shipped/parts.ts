/** What the shipped templates have in common: the letterhead, the parties, sums and signatures. */
import type { Language } from '../../../../contract/text.ts'
import { accent, pageNumber, paragraph, soft, table, type Cell, type Content } from './build.ts'
import { words } from './words.ts'

export function letterhead(language: Language): { header: Content[]; footer: Content[] } {
  const { nip, page } = words[language]
  return {
    header: [
      table({
        widths: [3600, 6208],
        rows: [['{{our.logo | image 3.6cm}}', [`**{{our.name}}**`, { align: 'right', color: accent, size: 22, under: ['{{our.addresses.main}}', `{{#if our.nip is not empty}}${nip} {{our.nip}}{{/if}}`, '{{our.phones.main | phone}}  {{our.mails.main}}'] }]]],
      }),
    ],
    footer: [`<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="4" w:color="C9D2DA"/></w:pBdr><w:jc w:val="right"/></w:pPr>${pageNumber(page)}</w:p>`],
  }
}

/** Two parties side by side. */
export const sides = (left: [string, readonly string[]], right: [string, readonly string[]]): Content =>
  table({ widths: [4819, 4819], rows: [[side(left), side(right)]] })

const side = ([label, lines]: [string, readonly string[]]): Cell => [label, { size: 17, color: soft, under: lines }]

export const facts = (rows: readonly [string, string][]): Content => table({ widths: [2400, 7238], rows: rows.map(([label, value]): Cell[] => [[label, { color: soft }], value]) })

export const signatures = (left: string, right: string): Content =>
  table({ widths: [4319, 1000, 4319], rows: [[['\n\n\n……………………………………', { align: 'center', under: [left] }], '', ['\n\n\n……………………………………', { align: 'center', under: [right] }]]] })

export const right = { align: 'right' } as const

export function sums(language: Language): Content[] {
  const { net, tax, gross } = words[language]
  return [
    table({
      widths: [2600, 2400], align: 'right', ruled: true,
      rows: [
        [net, ['{{net | money}}', right]],
        [tax, ['{{vat | money}}', right]],
        [[gross, { bold: true, shaded: true, size: 24 }], ['{{gross | money}}', { ...right, bold: true, shaded: true, size: 24 }]],
      ],
    }),
    inWords(language),
  ]
}

export const inWords = (language: Language): Content => paragraph(`${words[language].inWords}: {{gross | words}}`, { align: 'right', italic: true, color: soft, size: 18 })
