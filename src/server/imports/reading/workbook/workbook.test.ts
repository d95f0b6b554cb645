import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import { unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { heldBytes } from '../../../kernel/testing/memory.ts'
import { bytes, cellsOf, codeOf, read, sample, workbook } from '../given.ts'
import { openReading } from '../open.ts'

const number = (value: number) => ({ kind: 'number', value })
const head = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>'
const row = (line: number, cells: string) => `<row r="${line}">${cells}</row>`

describe('workbooks', () => {
  test('one written by another program: texts, numbers, dates, yes and no', async () => {
    const rows = [['Nazwa', 'Obrót', 'Od', 'Aktywny'], ['Zażółć & <b>', 4490089.34, new Date('2026-03-15T00:00:00Z'), true], ['=1+1', -0.1, new Date('2026-03-15T14:30:00Z'), false]]
    const file = await writeXlsx({ sheets: [{ name: 'Pusty', rows: [] }, { name: 'Firmy', rows }] })
    const { format, headers, rows: found } = await read(bytes(file))
    assert.deepEqual([format.sheets, format.sheet, format.headLine, headers], [['Pusty', 'Firmy'], 'Firmy', 1, ['Nazwa', 'Obrót', 'Od', 'Aktywny']])
    assert.deepEqual(found[0]?.cells, ['Zażółć & <b>', number(4490089.34), { kind: 'date', value: '2026-03-15' }, { kind: 'yesNo', value: true }])
    assert.deepEqual(found[1]?.cells[0], '=1+1')
    assert.equal(await codeOf(read(bytes(file), { sheet: 'Brak' })), 'import.no_sheet')
  })

  test('files from LibreOffice and from the web', async () => {
    assert.equal((await read(sample('sw_gen.xlsx'))).rows.length, 15)
    assert.deepEqual((await read(sample('simple.ods'))).rows[0]?.cells, ['Bob', number(20), { kind: 'date', value: '2010-10-10' }])
    const formats = await read(sample('ods_formats.ods'))
    assert.deepEqual(formats.rows[0]?.cells.slice(0, 6), [{ kind: 'date', value: '2014-11-11' }, '11:12:12', { kind: 'yesNo', value: true }, number(11.11), number(1), '200%'])
    assert.equal((await read(sample('blank_line.ods'))).rows.length, 3)
    assert.equal(await codeOf(read(sample('libreoffice.xlsx'))), 'import.empty')
  })

  test('numbers are as people see them: dates, percents, codes with zeros in front, floats without noise', async () => {
    const formats = ['General', '0.00%', 'yyyy\\-mm\\-dd', 'dd.mm.yyyy hh:mm', 'hh:mm', '00\\-000', '000\\-000\\-00\\-00', '#,##0.00 "zł"', '[$-415]d mmmm yyyy;@', '0000000000']
    const styles = `<numFmts>${formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs>`
    const values = ['0.30000000000000004', '0.125', '46096', '46096.604166666664', '0.5', '838', '1234563218', '1234.5', '46096', '123456']
    const cells = values.map((value, index) => `<c s="${index}"><v>${value}</v></c>`).join('')
    const { rows } = await read(bytes(workbook(head.replace('</row>', '<c r="J1" t="str"><v>j</v></c></row>') + row(2, cells), { styles })), { headLine: 1 })
    assert.deepEqual(rows[0]?.cells, [number(0.3), '12.5%', { kind: 'date', value: '2026-03-15' }, { kind: 'dateTime', value: '2026-03-15T14:30:00' }, '12:00', '00-838', '123-456-32-18', { ...number(1234.5), format: '#,##0.00 "zł"' }, { kind: 'date', value: '2026-03-15' }, '0000123456'])
  })

  test('days before March 1900, and those of old Macs', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    const rows = head + row(2, '<c s="1"><v>1</v></c><c s="1"><v>61</v></c>')
    assert.deepEqual((await read(bytes(workbook(rows, { styles })))).rows[0]?.cells, [{ kind: 'date', value: '1900-01-01' }, { kind: 'date', value: '1900-03-01' }])
    assert.deepEqual((await read(bytes(workbook(rows, { styles, book: '<workbookPr date1904="1"/>' })))).rows[0]?.cells[0], { kind: 'date', value: '1904-01-02' })
  })

  test('a formula gives the value it had, a fault stays visible', async () => {
    const rows = head + row(2, '<c t="str"><f>CONCAT("x")</f><v>x</v></c><c><f>1+1</f><v>2</v></c>') + row(3, '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>')
    assert.deepEqual(cellsOf((await read(bytes(workbook(rows)))).rows), [['x', number(2)], ['#DIV/0!', '']])
  })

  test('rich and phonetic texts, entities, escapes and gaps', async () => {
    const texts = '<si><r><t>Za</t></r><r><rPr/><t xml:space="preserve"> żółć</t></r><rPh><t>furigana</t></rPh></si><si><t>a&amp;b&#xA;c_x0041_</t></si>'
    const rows = head + row(3, '<c r="B3" t="s"><v>0</v></c>') + row(7, '<c r="A7" t="s"><v>1</v></c><c r="B7" t="s"><v>99</v></c>')
    const { rows: found } = await read(bytes(workbook(rows, { texts }), 13))
    assert.deepEqual(found.map((each) => [each.line, ...each.cells]), [[3, '', 'Za żółć'], [7, 'a&b\ncA', '']])
  })
})

describe('files that are no tables', () => {
  test('each is refused in its own words', async () => {
    assert.equal(await codeOf(read(bytes(''))), 'import.empty')
    assert.equal(await codeOf(read(bytes(' \n\n'))), 'import.empty')
    assert.equal(await codeOf(read(sample('excel_properties.xls'))), 'import.old_excel')
    assert.equal(await codeOf(read(sample('badcolspan.html'))), 'import.web_page')
    assert.equal(await codeOf(read(sample('simple.zip'))), 'import.not_a_table')
    assert.equal(await codeOf(read(bytes('%PDF-1.7\n%âãÏÓ'))), 'import.not_a_table')
    assert.equal(await codeOf(read(bytes(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')])))), 'import.encrypted')
    assert.equal(await codeOf(read(bytes(Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 256)))), 'import.not_a_table')
  })

  test('a damaged one is refused, wherever it is cut', async () => {
    const whole = workbook(head + row(2, '<c><v>1</v></c>'.repeat(200)))
    for (const end of [10, 100, whole.length - 30, whole.length - 1]) assert.equal(await codeOf(read(bytes(whole.subarray(0, end)))), 'import.damaged', String(end))
    const spoiled = Uint8Array.from(whole)
    for (let at = 40; at < 400; at++) spoiled[at] = 255
    assert.equal(await codeOf(read(bytes(spoiled))), 'import.damaged')
  })

  test('a sheet that ends before its rows do is refused when the file is given, wherever it is cut', async () => {
    const rows = head + Array.from({ length: 500 }, (_, n) => row(n + 2, `<c t="inlineStr"><is><t>wiersz ${n}</t></is></c><c><v>${n}</v></c>`)).join('')
    const sheet = `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`
    assert.equal((await read(bytes(workbook('', { extra: { 'xl/worksheets/sheet1.xml': `${sheet}\n<!-- koniec -->\n` } })))).rows.length, 500)
    for (const end of [sheet.length - 1, sheet.length - 12, sheet.length - 30, sheet.length - 5_000, Math.round(sheet.length / 2)]) {
      const cut = workbook('', { extra: { 'xl/worksheets/sheet1.xml': sheet.slice(0, end) } })
      assert.equal(await codeOf(openReading(bytes(cut))), 'import.cut_off', String(end))
    }
  })

  test('so is an OpenDocument sheet, and texts that end before all are told', async () => {
    const content = `<office:document-content><table:table table:name="S">${'<table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row>'.repeat(300)}</table:table></office:document-content>`
    const ods = (text: string) => bytes(zipSync({ mimetype: Buffer.from('x'), 'content.xml': Buffer.from(text) }))
    assert.equal((await read(ods(content), { headLine: 1 })).rows.length, 299)
    for (const end of [content.length - 3, content.length - 40, Math.round(content.length / 2)]) assert.equal(await codeOf(openReading(ods(content.slice(0, end)), { headLine: 1 })), 'import.cut_off', String(end))
    const texts = workbook(head + row(2, '<c t="s"><v>1</v></c>'), { extra: { 'xl/sharedStrings.xml': '<sst><si><t>a</t></si><si><t>b' } })
    assert.equal(await codeOf(openReading(bytes(texts))), 'import.cut_off')
  })

  test('a document type, with which a small file makes itself huge, is refused', async () => {
    assert.equal(await codeOf(read(bytes(workbook(head, { extra: { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook/>' } })))), 'import.damaged')
  })
})

describe('workbooks that swell', () => {
  test('a sheet of a gigabyte of nothing is refused while it is unpacked', { timeout: 60_000 }, async () => {
    const bomb = zipSync({ ...unzipSync(workbook('')), 'xl/worksheets/sheet1.xml': Buffer.concat([Buffer.from('<worksheet><sheetData>'), Buffer.alloc(300 * 1024 ** 2, ' ')]) }, { level: 9 })
    assert.ok(bomb.length < 1024 ** 2)
    const before = process.memoryUsage().rss
    assert.equal(await codeOf(read(bytes(bomb))), 'import.too_large_inside')
    assert.ok(process.memoryUsage().rss - before < 200 * 1024 ** 2)
  })

  test('texts without end are refused before they fill the memory', { timeout: 60_000 }, async () => {
    const bomb = zipSync({ ...unzipSync(workbook(head)), 'xl/sharedStrings.xml': Buffer.from(`<sst>${'<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>'.repeat(1_500_000)}`) }, { level: 9 })
    assert.equal(await codeOf(read(bytes(bomb))), 'import.too_large_inside')
  })

  test('a cell at the far corner costs nothing', async () => {
    const { rows } = await read(bytes(workbook(head + row(1_048_576, '<c r="XFD1048576"><v>1</v></c>') + row(1_048_577, '<c r="A3"><v>2</v></c>'))))
    assert.deepEqual(rows.map((each) => [each.line, each.problem?.code ?? each.cells]), [[1_048_577, [number(2), '']]])
  })

  test('a row repeated to the end of an ODS sheet is not a million rows', async () => {
    const content = '<office:document-content><table:table table:name="S"><table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:document-content>'
    const { rows } = await read(bytes(zipSync({ mimetype: Buffer.from('x'), 'content.xml': Buffer.from(content) })), { headLine: 1 })
    assert.ok(rows.length <= 10_000)
    assert.ok(rows.every((each) => each.problem?.code === 'row.too_wide'))
  })
})

test('a large sheet is read in little memory, no faster than it is used', { timeout: 60_000 }, async () => {
  const line = (index: number) => row(index + 2, Array.from({ length: 10 }, (_, column) => `<c><v>${index * column}</v></c>`).join(''))
  const file = workbook(head.replace('</row>', '<c r="J1" t="str"><v>j</v></c></row>') + Array.from({ length: 60_000 }, (_, index) => line(index)).join(''))
  const reading = await openReading({ open: async () => Readable.from([file]), fileName: 'x', size: file.length }, { headLine: 1 })
  const before = heldBytes()
  let [count, most] = [0, 0]
  for await (const each of reading.rows()) {
    assert.equal(each.cells.length, 10)
    if (++count % 5000 === 0) most = Math.max(most, heldBytes() - before)
  }
  assert.equal(count, 60_000)
  assert.ok(most < 40 * 1024 ** 2, `${most}`)
})
