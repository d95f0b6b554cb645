/** Templates made by a test, and documents taken apart again. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { buildDocx, paragraph, type Content } from '../writers/shipped/build.ts'

export const docxOf = (...body: Content[]): Uint8Array => buildDocx({ language: 'pl', name: 'Próba', header: [paragraph('')], footer: [paragraph('')], body })

/** The words of a part, paragraph by paragraph. */
export function paragraphsOf(docx: Uint8Array, part = 'word/document.xml'): string[] {
  const xml = strFromU8(unzipSync(docx)[part]!)
  return [...xml.matchAll(/<w:p(?: [^>]*)?(?:\/>|>(.*?)<\/w:p>)/gs)].map(([, inside = '']) =>
    [...inside.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<w:tab\/>/g)].map(([whole, text]) => (text !== undefined ? unescaped(text) : whole === '<w:br/>' ? '\n' : '\t')).join(''),
  )
}

const unescaped = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&')

/** A workbook with one sheet, as small as programs take it: rows of cells, each a text, a number, or '=' and a formula. */
export function xlsxOf(rows: readonly (readonly (string | number)[])[], { merged = [] as string[], name = 'Oferta' } = {}): Uint8Array {
  const letter = (at: number) => String.fromCharCode(65 + at)
  const texts = [...new Set(rows.flat().filter((cell): cell is string => typeof cell === 'string' && cell !== '' && !cell.startsWith('=')))]
  const cell = (value: string | number, at: number, row: number) => {
    const place = `r="${letter(at)}${row}"`
    if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`
    if (value.startsWith('=')) return `<c ${place}><f>${escaped(value.slice(1))}</f><v>999</v></c>`
    return value === '' ? '' : `<c ${place} t="s"><v>${texts.indexOf(value)}</v></c>`
  }
  const sheet = rows.map((cells, at) => `<row r="${at + 1}">${cells.map((value, column) => cell(value, column, at + 1)).join('')}</row>`).join('')
  const merges = merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return zipSync({
    '[Content_Types].xml': strToU8(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/></Types>`),
    '_rels/.rels': strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    'xl/workbook.xml': strToU8(`<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`),
    'xl/sharedStrings.xml': strToU8(`<sst xmlns="${main}">${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData>${merges}</worksheet>`),
  })
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
