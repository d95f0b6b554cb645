import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import type { Cell } from '../../../fields/field.ts'
import { csvLine } from '../csv/rules.ts'
import { heldBytes } from '../../kernel/testing/memory.ts'
import { writeCsv } from './csv.ts'
import { writeXlsx, type ListToWrite } from './xlsx.ts'

const text = (value: string): Cell => ({ kind: 'text', value })

async function* portions<T>(...each: T[][]): AsyncGenerator<T[]> {
  yield* each
}

async function written(list: ListToWrite): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of writeXlsx(list)) pieces.push(piece)
  return Buffer.concat(pieces)
}

const partOf = (file: Buffer, name: string): string => Buffer.from(unzipSync(file)[name]!).toString()

describe('a list as XLSX', () => {
  test('is read back by another program as it was: texts, numbers, days, moments, yes and no, nothing', async () => {
    const row: Cell[] = [text('Zażółć <&> "gęślą"'), { kind: 'number', value: -1234.5, format: '#,##0.00 "PLN"' }, { kind: 'date', value: '2026-03-15' }, { kind: 'dateTime', value: '2026-03-15T14:30:05' }, { kind: 'yesNo', value: true }, null]
    const file = await written({ title: 'Firmy', headers: ['Nazwa', 'Obrót', 'Dzień', 'Chwila', 'Tak', 'Puste'], rows: portions([row], [], [row.map(() => null), row]) })
    const { sheets } = await readXlsx(file)
    assert.deepEqual(sheets.map((sheet) => sheet.name), ['Firmy'])
    assert.deepEqual(sheets[0]!.rows[0], ['Nazwa', 'Obrót', 'Dzień', 'Chwila', 'Tak', 'Puste'])
    assert.deepEqual(sheets[0]!.rows[1]!.slice(0, 5), ['Zażółć <&> "gęślą"', -1234.5, new Date('2026-03-15T00:00:00Z'), new Date('2026-03-15T14:30:05Z'), true])
    assert.deepEqual(sheets[0]!.rows[3]!.slice(0, 2), ['Zażółć <&> "gęślą"', -1234.5])
    assert.match(partOf(file, 'xl/styles.xml'), /formatCode="#,##0\.00 &quot;PLN&quot;"/)
  })

  test('a text that looks like a formula is a text and not a formula', async () => {
    const hostile = ['=HYPERLINK("http://x","y")', '+48601234567', '-1+cmd|x', '@SUM(A1)', '\t=1', '=1+1 to nie formuła']
    const file = await written({ title: 'x', headers: ['a'], rows: portions(hostile.map((each) => [text(each)])) })
    const sheet = partOf(file, 'xl/worksheets/sheet1.xml')
    assert.doesNotMatch(sheet, /<f>|<f /)
    assert.equal(sheet.match(/s="4" t="inlineStr"/g)?.length, 5)
    assert.match(partOf(file, 'xl/styles.xml'), /quotePrefix="1"/)
    assert.deepEqual((await readXlsx(file)).sheets[0]!.rows.slice(1).map((row) => row[0]), hostile)
  })

  test('no text makes the file unreadable', async () => {
    const texts = ['\u0000\u0001\u001f', '\ud800', '\ufffe', '_x0041_', 'a\r\nb', ' odstępy ', ']]>', '<c r="A1">', 'ł'.repeat(40_000), '']
    const file = await written({ title: "Arkusz [1] / nie:do?nazwania * i za długa nazwa", headers: ['<&>'], rows: portions(texts.map((each) => [text(each), text('za dużo')])) })
    const { sheets } = await readXlsx(file)
    assert.equal(sheets[0]!.name, 'Arkusz 1 nie do nazwania i za d')
    const read = sheets[0]!.rows.slice(1).map((row) => row[0] ?? '')
    assert.deepEqual(read.slice(3, 8), ['_x0041_', 'a\r\nb', ' odstępy ', ']]>', '<c r="A1">'])
    assert.equal(String(read[8]).length, 32_767)
  })

  test('any text and number comes back as it was', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true, noDefaultInfinity: true })), { minLength: 1, maxLength: 20 }), async (values) => {
      const rows = values.map((value): Cell[] => [typeof value === 'string' ? text(value) : { kind: 'number', value }])
      const read = (await readXlsx(await written({ title: 'x', headers: ['a'], rows: portions(rows) }))).sheets[0]!.rows
      const expected = values.map((value) => (typeof value === 'string' ? value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '') : value === 0 ? 0 : value))
      assert.deepEqual(expected.map((_, index) => read[index + 1]?.[0] ?? ''), expected)
    }), { numRuns: 60 })
  })

  test('the head stays in sight, is bold and filters; columns are wide enough', async () => {
    const sheet = partOf(await written({ title: 'x', headers: ['Nazwa', 'Kod'], rows: portions([[text('Bardzo długa nazwa firmy z o.o.'), null]]) }), 'xl/worksheets/sheet1.xml')
    assert.match(sheet, /state="frozen"/)
    assert.match(sheet, /<autoFilter ref="A1:B2"\/>/)
    assert.match(sheet, /<col min="1" max="1" width="33"/)
  })

  test('a list longer than a sheet goes on in the next, with its head, and no row is lost or doubled', async () => {
    const rows = Array.from({ length: 25 }, (_, index): Cell[] => [{ kind: 'number', value: index }])
    const { sheets } = await readXlsx(await written({ title: 'Firmy', headers: ['Nr'], rows: portions(rows.slice(0, 12), rows.slice(12)), sheetRows: 10 }))
    assert.deepEqual(sheets.map((sheet) => [sheet.name, sheet.rows.length]), [['Firmy', 10], ['Firmy 2', 10], ['Firmy 3', 8]])
    assert.deepEqual(sheets.flatMap((sheet) => sheet.rows.slice(1).map((row) => row[0])), rows.map((_, index) => index))
    const exact = await readXlsx(await written({ title: 'Firmy', headers: ['Nr'], rows: portions(rows.slice(0, 18)), sheetRows: 10 }))
    assert.equal(exact.sheets.length, 2)
  })

  test('an empty list has its head', async () => {
    assert.deepEqual((await readXlsx(await written({ title: '', headers: ['a', 'b'], rows: portions() }))).sheets.map(({ name, rows }) => [name, rows]), [['Sedno', [['a', 'b']]]])
  })

  test('days that a spreadsheet cannot show are texts', async () => {
    const days = ['0001-01-01', '1899-12-31', '1900-01-01', '1900-02-28', '1900-03-01', '9999-12-31']
    const sheet = partOf(await written({ title: 'x', headers: ['a'], rows: portions(days.map((value): Cell[] => [{ kind: 'date', value }])) }), 'xl/worksheets/sheet1.xml')
    assert.deepEqual([...sheet.matchAll(/<v>(\d+)<\/v>|>(\d{4}-[\d-]+)</g)].map((found) => found[1] ?? found[2]), ['0001-01-01', '1899-12-31', '1', '59', '61', '2958465'])
  })

  test('a fault of the source ends the export with that fault', async () => {
    const failing = async function* (): AsyncGenerator<Cell[][]> {
      yield [[text('a')]]
      throw new Error('the database went away')
    }
    await assert.rejects(written({ title: 'x', headers: ['a'], rows: failing() }), /the database went away/)
  })

  test('whoever stops reading stops the source too', async () => {
    let taken = 0
    const endless = async function* (): AsyncGenerator<Cell[][]> {
      for (; taken < 100_000; taken++) yield Array.from({ length: 500 }, () => [text('wiersz')])
    }
    for await (const piece of writeXlsx({ title: 'x', headers: ['a'], rows: endless() })) if (piece.length > 1000) break
    assert.ok(taken < 200)
  })

  test('100,000 rows of 20 columns take little time and memory', { timeout: 60_000 }, async () => {
    const row: Cell[] = Array.from({ length: 20 }, (_, index) => (index % 3 === 0 ? text(`wartość ${index}`) : { kind: 'number', value: index * 1.37 }))
    const many = async function* (): AsyncGenerator<Cell[][]> {
      for (let portion = 0; portion < 200; portion++) yield Array.from({ length: 500 }, () => row)
    }
    let [most, length, pieces] = [0, 0, 0]
    const before = heldBytes()
    for await (const piece of writeXlsx({ title: 'x', headers: row.map((_, index) => `k${index}`), rows: many() })) {
      length += piece.length
      if (++pieces % 10 === 0) most = Math.max(most, heldBytes() - before)
    }
    assert.ok(length > 1_000_000)
    assert.ok(pieces > 50)
    assert.ok(most < 40 * 1024 ** 2, `${most}`)
  })
})

describe('a list as CSV', () => {
  const whole = async (rows: string[][], language: 'pl' | 'en') => {
    const pieces: Buffer[] = []
    for await (const piece of writeCsv({ headers: ['Nazwa', 'Kwota'], language, rows: portions(rows) })) pieces.push(piece)
    return Buffer.concat(pieces).toString()
  }

  test('has Excel’s mark, lines of its kind and the separator of the language', async () => {
    assert.equal(await whole([['Łódź; "x"', '1 234,50 zł']], 'pl'), '\ufeffNazwa;Kwota\r\n"Łódź; ""x""";1 234,50 zł\r\n')
    assert.equal(await whole([['a,b', '1']], 'en'), '\ufeffNazwa,Kwota\r\n"a,b",1\r\n')
  })

  test('formulas are made harmless; negative numbers, amounts and phones stay what they are', () => {
    for (const hostile of ['=1+1', '=HYPERLINK("x")', '+cmd|x', '-2+3', '@SUM(A1)', '\tx', '-A1', "+'x'!A1"]) assert.match(csvLine([hostile], 'pl'), /^"?'/, hostile)
    for (const harmless of ['-5', '-1\u00a0234,50\u00a0zł', '-12,5\u00a0%', '-12.5%', '+48 601 234 567', '+48 601 234 567; +48 22 123 45 67', '-US$1,234.50', '-PLN\u00a01,234.50', '-€5.00', 'a=b']) assert.doesNotMatch(csvLine([harmless], 'pl'), /^"?'/, harmless)
  })
})
