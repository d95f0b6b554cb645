/** An XLSX with markers: rows are repeated, formulas, names, tables and charts follow them, and everything else stays as it is. */
import { bytesOf, closeArchive, textOf, type Archive, type Parts } from '../../reading/archive.ts'
import { faultOf, type Fault } from '../../reading/faults.ts'
import { spots } from '../../reading/texts.ts'
import { attribute, below, childNamed, NotXml, parseXml, type XmlElement } from '../../reading/xml.ts'
import { withoutOutside } from '../packages.ts'
import type { FilledRow, Template } from '../template.ts'
import { dateStyles, writeSheet } from './cells.ts'
import { moved, type RowMap } from './references.ts'
import { expanded, rowMap, type Expanded } from './rows.ts'
import { asksOf, readSheet, sharedTexts, type RowNode } from './sheet.ts'

interface Sheet {
  name: string
  part: string
  tree: XmlElement
  rows: RowNode[]
}

export function openXlsx({ parts: given }: Archive): Template {
  const parts = withoutOutside(given)
  const faults: Fault[] = []
  const sheets: Sheet[] = []
  try {
    const shared = parts['xl/sharedStrings.xml'] === undefined ? [] : sharedTexts(parseXml(textOf(parts['xl/sharedStrings.xml'])))
    for (const { name, part } of sheetsOf(parts)) {
      const tree = parseXml(textOf(parts[part]!))
      const read = readSheet(childNamed(tree, 'worksheet') ?? tree, { name, shared })
      faults.push(...read.faults)
      sheets.push({ name, part, tree, rows: read.rows })
    }
  } catch (error) {
    if (!(error instanceof NotXml)) throw error
    faults.push(faultOf('template.damaged', { text: spots.part, values: { part: 'xl' } }))
  }
  return { kind: 'xlsx', faults, asks: sheets.flatMap(({ rows }) => asksOf(rows)), fill: (row) => fill(parts, sheets, row) }
}

function sheetsOf(parts: Parts): { name: string; part: string }[] {
  const relations = new Map(relationsOf(parts, 'xl/workbook.xml').map((each) => [attribute(each, 'Id'), attribute(each, 'Target') ?? '']))
  return [...below(parseXml(textOf(parts['xl/workbook.xml']!)))]
    .filter(({ name }) => name === 'sheet')
    .map((sheet) => ({ name: attribute(sheet, 'name') ?? '', part: partAt('xl/workbook.xml', relations.get(attribute(sheet, 'r:id')) ?? '') }))
    .filter(({ part }) => /worksheets\//.test(part) && parts[part] !== undefined)
}

function relationsOf(parts: Parts, owner: string): XmlElement[] {
  const name = owner.replace(/([^/]+)$/, '_rels/$1.rels')
  return parts[name] === undefined ? [] : [...below(parseXml(textOf(parts[name])))].filter((each) => each.name === 'Relationship')
}

/** Targets are told from the folder of whoever names them, or from the root. */
function partAt(owner: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const folders = owner.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') folders.pop()
    else if (step !== '.') folders.push(step)
  }
  return folders.join('/')
}

function fill(given: Parts, sheets: readonly Sheet[], row: FilledRow): Uint8Array {
  const parts = { ...given }
  const dates = dateStyles(parts['xl/styles.xml'] === undefined ? null : parseXml(textOf(parts['xl/styles.xml'])))
  const out = new Map<Sheet, Expanded>(sheets.map((sheet) => [sheet, expanded(sheet.rows, row)]))
  const mapFrom = (own: Sheet | null, path: readonly number[]) => (name: string | null): RowMap | null => {
    const sheet = name === null ? own : (sheets.find((each) => each.name === name) ?? null)
    return sheet === null ? null : rowMap(out.get(sheet)!, sheet === own ? path : [])
  }
  for (const sheet of sheets) {
    parts[sheet.part] = bytesOf(writeSheet(sheet.tree, { out: out.get(sheet)!.rows, dates, mapFrom: (path) => mapFrom(sheet, path) }))
    for (const relation of relationsOf(parts, sheet.part)) followSheet(parts, partAt(sheet.part, attribute(relation, 'Target') ?? ''), rowMap(out.get(sheet)!, []))
  }
  for (const name of Object.keys(parts).filter((each) => /^xl\/charts\/chart\d*\.xml$/.test(each))) {
    parts[name] = bytesOf(textOf(parts[name]!).replace(/(<(?:c:)?f>)([^<]*)(<\/(?:c:)?f>)/g, (_whole, before: string, formula: string, after: string) => before + moved(formula, mapFrom(null, [])) + after))
  }
  freshen(parts, (formula) => moved(formula, mapFrom(null, [])))
  return closeArchive(parts)
}

/** Tables and drawings of a sheet stand on its rows. */
function followSheet(parts: Parts, part: string, map: RowMap): void {
  const text = parts[part] === undefined ? null : textOf(parts[part])
  if (text === null) return
  if (/\/tables\//.test(part)) parts[part] = bytesOf(text.replace(/\sref="([^"]+)"/g, (_whole, range: string) => ` ref="${moved(range, () => map)}"`))
  if (/\/drawings\/drawing/.test(part)) parts[part] = bytesOf(text.replace(/<xdr:row>(\d+)<\/xdr:row>/g, (_whole, row: string) => `<xdr:row>${map(Number(row) + 1, 'start') - 1}</xdr:row>`))
}

/** What was worked out from the template's own cells is worked out anew when the file is opened. */
function freshen(parts: Parts, move: (formula: string) => string): void {
  const workbook = textOf(parts['xl/workbook.xml']!).replace(/(<definedName[^>]*>)([^<]*)(<\/definedName>)/g, (_whole, before: string, formula: string, after: string) => before + move(formula) + after)
  parts['xl/workbook.xml'] = bytesOf(
    /<calcPr/.test(workbook)
      ? workbook.replace(/<calcPr([^>]*?)(?:\sfullCalcOnLoad="[^"]*")?([^>]*?)\/>/, '<calcPr$1$2 fullCalcOnLoad="1"/>')
      : workbook.replace(/(<\/definedNames>|<\/sheets>(?![\s\S]*<\/definedNames>))/, '$1<calcPr fullCalcOnLoad="1"/>'),
  )
  if (parts['xl/calcChain.xml'] === undefined) return
  delete parts['xl/calcChain.xml']
  parts['[Content_Types].xml'] = bytesOf(textOf(parts['[Content_Types].xml']!).replace(/<Override[^>]*calcChain[^>]*\/>/, ''))
  parts['xl/_rels/workbook.xml.rels'] = bytesOf(textOf(parts['xl/_rels/workbook.xml.rels']!).replace(/<Relationship [^>]*calcChain[^>]*\/>/, ''))
}
