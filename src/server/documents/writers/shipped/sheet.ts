/** XLSX from a description: one sheet to be printed across a page, in the same plain look as the DOCX. */
import type { Language } from '../../../../contract/text.ts'
import { bytesOf, closeArchive } from '../../reading/archive.ts'
import { escaped } from '../../reading/xml.ts'
import { accent, ink, line, shade, soft } from './build.ts'

const fonts = { plain: `<sz val="10"/><color rgb="FF${ink}"/>`, bold: `<b/><sz val="10"/><color rgb="FF${ink}"/>`, soft: `<sz val="9"/><color rgb="FF${soft}"/>`, accent: `<b/><sz val="10"/><color rgb="FF${accent}"/>`, title: `<b/><sz val="20"/><color rgb="FF${accent}"/>` } as const
/** 164: as the language has it, whatever the program that opens it. */
const formats = { general: 0, money: 4, date: 164 } as const
const days = { pl: 'dd\\.mm\\.yyyy', en: 'd\\ mmm\\ yyyy' } as const

interface CellLook {
  font?: keyof typeof fonts
  format?: keyof typeof formats
  align?: 'left' | 'right'
  shaded?: boolean
  ruled?: boolean
  wrap?: boolean
}

/** What cells may look like, by name. */
const looks = {
  plain: {}, wrapped: { wrap: true }, soft: { font: 'soft' }, softRight: { font: 'soft', align: 'right' }, bold: { font: 'bold' }, boldWrapped: { font: 'bold', wrap: true }, title: { font: 'title' }, accent: { font: 'accent' },
  head: { font: 'accent', shaded: true, ruled: true, wrap: true }, headRight: { font: 'accent', shaded: true, ruled: true, wrap: true, align: 'right' }, section: { font: 'accent', shaded: true },
  text: { ruled: true, wrap: true }, center: { ruled: true, align: 'left' }, right: { ruled: true, align: 'right' }, money: { ruled: true, format: 'money', align: 'right' }, date: { format: 'date', align: 'left' },
  part: { font: 'soft', ruled: true, wrap: true }, partRight: { font: 'soft', ruled: true, align: 'right' },
  total: { font: 'bold', shaded: true, ruled: true }, totalMoney: { font: 'bold', shaded: true, ruled: true, format: 'money', align: 'right' },
} as const satisfies Record<string, CellLook>
export type LookName = keyof typeof looks
const names = Object.keys(looks) as LookName[]

/** A text with markers, or '=' and a formula. */
export type SheetCell = readonly [text: string, look: LookName] | null
export interface DescribedSheet {
  language: Language
  name: string
  /** In characters. */
  widths: readonly number[]
  rows: readonly (readonly SheetCell[])[]
  /** The row that is printed at the top of each page. */
  headRow: number
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const packages = 'http://schemas.openxmlformats.org/package/2006'

export function buildXlsx(described: DescribedSheet): Uint8Array {
  const { language, name, headRow } = described
  const quoted = `'${name.replaceAll("'", "''")}'`
  return closeArchive({
    '[Content_Types].xml': bytesOf(`${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`),
    '_rels/.rels': bytesOf(`${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    'xl/workbook.xml': bytesOf(`${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${escaped(quoted)}!$${headRow}:$${headRow}</definedName></definedNames><calcPr fullCalcOnLoad="1"/></workbook>`),
    'xl/_rels/workbook.xml.rels': bytesOf(`${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`),
    'xl/styles.xml': bytesOf(styles(language)),
    'xl/worksheets/sheet1.xml': bytesOf(sheet(described)),
  })
}

function sheet({ widths, rows }: DescribedSheet): string {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')
  const written = rows.map((cells, at) => `<row r="${at + 1}">${cells.map((cell, column) => cellAt(cell, `${String.fromCharCode(65 + column)}${at + 1}`)).join('')}</row>`).join('')
  return `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><cols>${columns}</cols><sheetData>${written}</sheetData><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;R&amp;9&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`
}

function cellAt(cell: SheetCell | undefined, place: string): string {
  if (cell === null || cell === undefined) return ''
  const [text, look] = cell
  const style = `r="${place}" s="${names.indexOf(look)}"`
  if (text === '') return `<c ${style}/>`
  return text.startsWith('=') ? `<c ${style}><f>${escaped(text.slice(1))}</f></c>` : `<c ${style} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

function styles(language: Language): string {
  const fontNames = Object.keys(fonts)
  const rule = `<bottom style="thin"><color rgb="FF${line}"/></bottom>`
  const cell = ({ font = 'plain', format = 'general', align, shaded = false, ruled = false, wrap = false }: CellLook) =>
    `<xf numFmtId="${formats[format]}" fontId="${fontNames.indexOf(font)}" fillId="${shaded ? 2 : 0}" borderId="${ruled ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"${align === undefined ? '' : ` horizontal="${align}"`}${wrap ? ' wrapText="1"' : ''}/></xf>`
  return `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="${days[language]}"/></numFmts><fonts count="${fontNames.length}">${Object.values(fonts).map((font) => `<font>${font}<name val="Calibri"/><family val="2"/></font>`).join('')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF${shade}"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/>${rule}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${names.length}">${names.map((name) => cell(looks[name])).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}
