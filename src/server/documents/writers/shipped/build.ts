/** DOCX from a description: a letterhead, headings, paragraphs and tables in one plain look. For the templates that come with the program. */
import { bytesOf, closeArchive } from '../../reading/archive.ts'
import { escaped } from '../../reading/xml.ts'

export const ink = '1F2933'
export const accent = '0F5B6B'
export const soft = '6B7785'
export const line = 'C9D2DA'
export const shade = 'EEF4F6'

export interface Look {
  bold?: boolean
  italic?: boolean
  /** Half points. */
  size?: number
  color?: string
}
export interface ParagraphLook extends Look {
  align?: 'left' | 'right' | 'center' | 'both'
  /** Twentieths of a point. */
  before?: number
  after?: number
  indent?: number
  keepNext?: boolean
  ruled?: 'above' | 'below'
}
export type Content = string

/** Bold between double asterisks; tabs and line breaks as they are. */
export function runs(text: string, look: Look = {}): string {
  return text
    .split(/(\*\*[^*]+\*\*)/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('**') ? run(piece.slice(2, -2), { ...look, bold: true }) : run(piece, look)))
    .join('')
}

function run(text: string, { bold, italic, size, color }: Look): string {
  const look = [bold === true ? '<w:b/>' : '', italic === true ? '<w:i/>' : '', color === undefined ? '' : `<w:color w:val="${color}"/>`, size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`].join('')
  const content = text.split('\n').map((each) => each.split('\t').map((part) => (part === '' ? '' : `<w:t xml:space="preserve">${escaped(part)}</w:t>`)).join('<w:tab/>')).join('<w:br/>')
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${content}</w:r>`
}

export function paragraph(text: string, look: ParagraphLook = {}): Content {
  return `<w:p>${properties(look)}${runs(text, look)}</w:p>`
}

function properties({ align, before, after, indent, keepNext, ruled }: ParagraphLook): string {
  const border = ruled === undefined ? '' : `<w:pBdr><w:${ruled === 'above' ? 'top' : 'bottom'} w:val="single" w:sz="6" w:space="4" w:color="${line}"/></w:pBdr>`
  const spacing = before === undefined && after === undefined ? '' : `<w:spacing${before === undefined ? '' : ` w:before="${before}"`}${after === undefined ? '' : ` w:after="${after}"`}/>`
  const made = `${keepNext === true ? '<w:keepNext/>' : ''}${border}${spacing}${indent === undefined ? '' : `<w:ind w:left="${indent}"/>`}${align === undefined ? '' : `<w:jc w:val="${align}"/>`}`
  return made === '' ? '' : `<w:pPr>${made}</w:pPr>`
}

export const title = (text: string): Content => `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${runs(text)}</w:p>`
export const heading = (text: string): Content => `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${runs(text)}</w:p>`

export interface CellOptions extends ParagraphLook {
  span?: number
  shaded?: boolean
  /** Paragraphs beneath the first, smaller and grey. */
  under?: readonly string[]
}
export type Cell = string | [string, CellOptions]

export interface TableOptions {
  /** Twentieths of a point; together at most 9638 on a page with margins of 2 cm. */
  widths: readonly number[]
  head?: readonly Cell[]
  rows: readonly (readonly Cell[])[]
  /** Lines between rows; left out: none at all. */
  ruled?: boolean
  align?: 'right'
}

/** Beside the text of a cell. Lines begin where the page's text does; of a table without lines the text does. */
const margin = 85

export function table({ widths, head, rows, ruled = false, align }: TableOptions): Content {
  const rule = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${line}"/>`
  const borders = ruled ? `<w:tblBorders>${rule('top')}${rule('bottom')}${rule('insideH')}</w:tblBorders>` : ''
  const look = `<w:tblPr><w:tblW w:w="${widths.reduce((a, b) => a + b, 0)}" w:type="dxa"/>${align === undefined ? '' : `<w:jc w:val="${align}"/>`}${ruled && align === undefined ? `<w:tblInd w:w="${margin}" w:type="dxa"/>` : ''}${borders}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="${margin}" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/><w:right w:w="${margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>`
  const grid = `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
  const first = head === undefined ? '' : row(head.map((cell) => withLook(cell, { bold: true, color: accent, size: 18, shaded: true })), widths, true)
  return `<w:tbl>${look}${grid}${first}${rows.map((cells) => row(cells, widths, false)).join('')}</w:tbl>${paragraph('', { after: 0, size: 8 })}`
}

const withLook = (cell: Cell, look: CellOptions): Cell => (typeof cell === 'string' ? [cell, look] : [cell[0], { ...look, ...cell[1] }])

function row(cells: readonly Cell[], widths: readonly number[], isHead: boolean): string {
  let at = 0
  const written = cells.map((cell) => {
    const [text, look] = typeof cell === 'string' ? [cell, {} as CellOptions] : cell
    const width = widths.slice(at, (at += look.span ?? 1)).reduce((a, b) => a + b, 0)
    const span = look.span === undefined ? '' : `<w:gridSpan w:val="${look.span}"/>`
    const fill = look.shaded === true ? `<w:shd w:val="clear" w:color="auto" w:fill="${shade}"/>` : ''
    const { before: _before, after: _after, ...rest } = look
    const under = (look.under ?? []).map((each) => paragraph(each, { size: 17, color: soft, after: 0, before: 10, ...(look.align === undefined ? {} : { align: look.align }) })).join('')
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${fill}<w:vAlign w:val="${isHead ? 'center' : 'top'}"/></w:tcPr>${paragraph(text, { ...rest, before: 0, after: 0 })}${under}</w:tc>`
  })
  return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${written.join('')}</w:tr>`
}

export interface Described {
  language: 'pl' | 'en'
  name: string
  header: readonly Content[]
  footer: readonly Content[]
  body: readonly Content[]
}

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** {PAGE} and {NUMPAGES} as Word counts them. */
export const pageNumber = (of: string): string => `${field('PAGE')}<w:r><w:rPr><w:color w:val="${soft}"/><w:sz w:val="16"/></w:rPr><w:t xml:space="preserve"> ${of} </w:t></w:r>${field('NUMPAGES')}`

const field = (name: string): string => {
  const look = `<w:rPr><w:color w:val="${soft}"/><w:sz w:val="16"/></w:rPr>`
  const mark = (type: string) => `<w:r>${look}<w:fldChar w:fldCharType="${type}"/></w:r>`
  return `${mark('begin')}<w:r>${look}<w:instrText xml:space="preserve"> ${name} </w:instrText></w:r>${mark('separate')}<w:r>${look}<w:t>1</w:t></w:r>${mark('end')}`
}

export function buildDocx({ language, name, header, footer, body }: Described): Uint8Array {
  const section = `<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="510" w:gutter="0"/></w:sectPr>`
  return closeArchive({
    '[Content_Types].xml': bytesOf(`${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${types}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${types}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`),
    '_rels/.rels': bytesOf(`${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`),
    'docProps/core.xml': bytesOf(`${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(name)}</dc:title><dc:creator>Sedno</dc:creator></cp:coreProperties>`),
    'word/_rels/document.xml.rels': bytesOf(`${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rIdHeader" Type="${office}/header" Target="header1.xml"/><Relationship Id="rIdFooter" Type="${office}/footer" Target="footer1.xml"/></Relationships>`),
    'word/styles.xml': bytesOf(styles(language)),
    'word/header1.xml': bytesOf(`${declaration}<w:hdr ${word}>${header.join('')}</w:hdr>`),
    'word/footer1.xml': bytesOf(`${declaration}<w:ftr ${word}>${footer.join('')}</w:ftr>`),
    'word/document.xml': bytesOf(`${declaration}<w:document ${word}><w:body>${body.join('')}${section}</w:body></w:document>`),
  })
}

/** Calibri where there is Word; LibreOffice puts Carlito in its place, which is as wide and has every Polish letter. */
const styles = (language: 'pl' | 'en'): string => `${declaration}<w:styles ${word}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/><w:color w:val="${ink}"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="${language === 'pl' ? 'pl-PL' : 'en-GB'}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="200" w:after="60" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:b/><w:color w:val="${accent}"/><w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="260" w:after="80"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:color w:val="${accent}"/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:style></w:styles>`
