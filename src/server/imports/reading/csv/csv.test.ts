import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { openReading } from '../open.ts'
import { bytes, cellsOf, codeOf, read, sample, sampleNames, sampleText } from '../given.ts'
import type { FileRow } from '../rows.ts'
import { csvParser } from './parse.ts'

const polish = 'Nazwa;Miasto\r\nZażółć gęślą jaźń;Łódź\r\nŚwięto Źrebiąt;Gdańsk\r\n'

describe('encodings', () => {
  const bytesOf: Record<string, (text: string) => Uint8Array> = {
    'utf-8': (text) => Buffer.from(text),
    'utf-16le': (text) => Buffer.from(text, 'utf16le'),
    'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
    'windows-1250': (text) => eightBit(text, 'windows-1250'),
    'iso-8859-2': (text) => eightBit(text, 'iso-8859-2'),
  }
  for (const [encoding, encode] of Object.entries(bytesOf)) {
    test(`${encoding} is found by itself and read right`, async () => {
      for (const piece of [1, 7, 65_536]) {
        const { format, headers, rows } = await read(bytes(encode(polish), piece))
        assert.equal(format.encoding, encoding)
        assert.deepEqual(headers, ['Nazwa', 'Miasto'])
        assert.deepEqual(cellsOf(rows), [['Zażółć gęślą jaźń', 'Łódź'], ['Święto Źrebiąt', 'Gdańsk']])
      }
    })
  }

  test('a byte order mark is not part of the first name', async () => {
    assert.deepEqual((await read(sample('utf8bom.csv'))).headers, ['kitten', 'win'])
    assert.equal((await read(bytes(Buffer.from(`\ufeff${polish}`, 'utf16le')))).headers[0], 'Nazwa')
  })

  test('the first Polish letter may come after megabytes without any', async () => {
    const { format, rows } = await read(bytes(eightBit(`a;b\n${'plain;text\n'.repeat(200_000)}Łódź;ząb\n`, 'windows-1250')))
    assert.equal(format.encoding, 'windows-1250')
    assert.deepEqual(rows.at(-1)?.cells, ['Łódź', 'ząb'])
  })

  test('an encoding that the person names is used', async () => {
    assert.deepEqual((await read(bytes(eightBit(polish, 'iso-8859-2')), { encoding: 'iso-8859-2' })).rows[1]?.cells[0], 'Święto Źrebiąt')
  })

  test('a UTF-16 file as a Windows program saved it', async () => {
    const { format, headers } = await read(sample('utf-16le.csv'))
    assert.equal(format.encoding, 'utf-16le')
    assert.equal(headers[0], 'Organisation_code')
  })
})

describe('separators and heads', () => {
  for (const [separator, mark] of [['semicolon', ';'], ['comma', ','], ['tab', '\t'], ['bar', '|']] as const) {
    test(`a ${separator} is found by itself`, async () => {
      const { format, rows } = await read(bytes(['Nazwa', 'Obrót', 'Uwagi'].join(mark) + '\n' + ['"a; b, c"', '"1 234,50"', 'x|y'].join(mark).replace('x|y', mark === '|' ? 'xy' : 'x|y') + '\n'))
      assert.equal(format.separator, mark)
      assert.equal(rows[0]?.cells.length, 3)
    })
  }

  test('a line of Excel that names the separator is obeyed and is no row', async () => {
    const { format, headers, rows } = await read(bytes('sep=,\r\na;b,c\r\n1;2,3\r\n'))
    assert.deepEqual([format.separator, format.headLine, headers, cellsOf(rows)], [',', 2, ['a;b', 'c'], [['1;2', '3']]])
  })

  test('titles and empty lines above the head are left out', async () => {
    assert.deepEqual((({ format, headers }) => [format.headLine, headers.slice(0, 2)])(await read(sample('excel_pasting.csv'))), [4, ['Year', '2000']])
    assert.equal((await read(sample('weird_head_padding.csv'))).format.headLine, 12)
    assert.equal((await read(bytes('Kontrahenci;;\nstan na 23.11.2026;;\n;;\nNazwa;NIP;Miasto\nA;1;B\nC;2;D\n'))).format.headLine, 4)
  })

  test('the head may be named by its line', async () => {
    assert.deepEqual((await read(bytes('x;y\na;b\n1;2\n'), { headLine: 2 })).headers, ['a', 'b'])
    assert.equal(await codeOf(read(bytes('x;y\na;b\n1;2\n'), { headLine: 9 })), 'import.no_head')
  })

  test('apostrophes are quotes where the file uses them so, and never in O’Brien', async () => {
    assert.deepEqual((await read(bytes("'a';'b'\n'1;2';'it''s'\n'3';'4'\n"))).rows[0]?.cells, ['1;2', "it's"])
    assert.deepEqual((await read(bytes("a;b\nO'Brien;'t Hooft\n"))).rows[0]?.cells, ["O'Brien", "'t Hooft"])
  })
})

describe('rows', () => {
  test('the public collection of CSV files is read as its JSON says', async () => {
    for (const name of sampleNames('csv-spectrum').filter((each) => each.endsWith('.csv'))) {
      const { headers, rows } = await read(sample(`csv-spectrum/${name}`))
      const found = rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row.cells[index]])))
      const expected = JSON.parse(sampleText(`csv-spectrum/${name.replace('.csv', '.json')}`)) as unknown
      assert.deepEqual(JSON.parse(JSON.stringify(found).replaceAll('\\r\\n', '\\n')), JSON.parse(JSON.stringify(expected).replaceAll('\\r\\n', '\\n')), name)
    }
  })

  test('an export of a Polish trade program: line numbers are those of the editor', async () => {
    const { format, headers, rows } = await read(sample('polish-erp.csv'))
    assert.deepEqual([format.encoding, format.separator, headers.length], ['windows-1250', ';', 18])
    assert.equal(rows[0]?.cells[15], '4\u00a0490\u00a0089,34')
    const later = rows.find((row) => String(row.cells[17]).includes('\n'))!
    assert.equal(rows[rows.indexOf(later) + 1]?.line, later.line + 2)
  })

  test('rows with too many or too few columns keep what they have', async () => {
    const { rows } = await read(bytes('a;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;3;;\n\n;;\n5;6;7\n'))
    assert.deepEqual(rows.map((row) => [row.line, row.cells.length]), [[2, 3], [3, 2], [4, 4], [5, 3], [8, 3]])
  })

  test('any line break, also an old Mac’s, and none at the end', async () => {
    for (const lineBreak of ['\n', '\r\n', '\r']) assert.deepEqual(cellsOf((await read(bytes(['a;b', '1;2', '3;4'].join(lineBreak), 1))).rows), [['1', '2'], ['3', '4']])
  })

  test('text after a closing quote is kept', async () => {
    assert.deepEqual((await read(bytes('a;b\n"Firma "ABC" sp. z o.o.";2\n'))).rows[0]?.cells, ['Firma ABC" sp. z o.o."', '2'])
  })

  test('the apostrophe that an export puts before a formula is taken off again', async () => {
    assert.deepEqual((await read(bytes(`a;b\n'=1+1;'+48 601 234 567 (biuro)\n'zwykły;x'=1\n`))).rows.map((row) => row.cells), [['=1+1', '+48 601 234 567 (biuro)'], ["'zwykły", "x'=1"]])
  })

  test('rows are the same however the file is cut into pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ł', ';', '"', '\n', '\r', ' ', '🦊') , maxLength: 6 })
    fc.assert(fc.property(fc.array(cell, { maxLength: 8 }), fc.array(fc.nat(12), { maxLength: 6 }), (words, cuts) => {
      const text = words.join('')
      const whole = csvParser({ separator: ';', quote: '"' })
      const expected = [...whole.push(text), ...whole.end()]
      const parser = csvParser({ separator: ';', quote: '"' })
      const found: FileRow[] = []
      let at = 0
      for (const cut of cuts) found.push(...parser.push(text.slice(at, (at += cut))))
      found.push(...parser.push(text.slice(at)), ...parser.end())
      assert.deepEqual(found, expected)
    }), { numRuns: 3000 })
  })

  test('what is written by the rules is read back', () => {
    const row = fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')), { minLength: 2, maxLength: 5 })
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      const parser = csvParser({ separator: ';', quote: '"' })
      const text = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n')
      assert.deepEqual([...parser.push(text), ...parser.end()].map((each) => each.cells), rows)
    }))
  })
})

describe('damaged rows', () => {
  test('a quote that is never closed costs its own row, not the file', async () => {
    const { rows } = await read(bytes('a;b\n1;"otwarty\n2;dobry\n3;"też ""dobry"""\n4;"wiersz\ndrugi"\n'))
    assert.deepEqual(rows.map((row) => [row.line, row.problem?.code ?? row.cells[1]]), [[2, 'row.quote_never_closed'], [3, 'dobry'], [4, 'też "dobry"'], [5, 'wiersz\ndrugi']])
  })

  test('also on the last line, and many in a row', async () => {
    const { rows } = await read(bytes(`a;b\n${'1;"x\n'.repeat(500)}2;ok\n3;"y`))
    assert.deepEqual([rows.length, rows.filter((row) => row.problem).length, rows.at(-2)?.cells, rows.at(-1)?.line], [502, 501, ['2', 'ok'], 503])
  })

  test('a NUL byte refuses its row only', async () => {
    const { rows } = await read(bytes('a;b\n1;x\u0000y\n2;z\n'))
    assert.deepEqual(rows.map((row) => row.problem?.code ?? row.cells), ['row.nul', ['2', 'z']])
    assert.deepEqual(rows[0]?.cells, ['1', 'xy'])
  })

  test('a cell of 50 MB refuses its row in little memory, and the next row is read', async () => {
    for (const quote of ['', '"']) {
      const source = { open: async () => Readable.from(huge(quote)), fileName: 'x.csv', size: 50_000_020 }
      const before = process.memoryUsage().rss
      const { rows } = await read(source)
      assert.ok(process.memoryUsage().rss - before < 150 * 1024 ** 2)
      assert.deepEqual(rows.map((row) => [row.line, row.problem?.code ?? row.cells]), [[2, 'row.cell_too_large'], [3, ['2', 'ok']]])
      assert.ok(rows[0]!.cells.join('').length < 20_000)
    }
  })

  test('a cell beyond a million characters is refused though it is whole', async () => {
    assert.equal((await read(bytes(`a;b\n1;"${'x'.repeat(1_000_001)}"\n`))).rows[0]?.problem?.code, 'row.cell_too_large')
    assert.equal((await read(bytes(`a;b\n1;"${'x'.repeat(1_000_000)}"\n`))).rows[0]?.problem, undefined)
  })

  test('a row of a thousand columns is refused, a head of so many refuses the file', async () => {
    assert.equal((await read(bytes(`a;b\n${'x;'.repeat(1000)}\n1;2\n3;4\n5;6\n`))).rows[0]?.problem?.code, 'row.too_wide')
    assert.equal(await codeOf(read(bytes(`${'x;'.repeat(600)}\n`), { headLine: 1 })), 'import.wide_head')
  })
})

test('reading stops when nobody wants more rows', async () => {
  let pieces = 0
  const endless = function* () {
    yield Buffer.from('a;b\n')
    for (; pieces < 5000; pieces++) yield Buffer.from('1;2\n'.repeat(1000))
  }
  const reading = await openReading({ open: async () => Readable.from(endless()), fileName: 'x', size: 0 }, { encoding: 'utf-8', separator: ';', headLine: 1 })
  pieces = 0
  for await (const row of reading.rows()) if (row.line > 10) break
  assert.ok(pieces < 200)
})

function* huge(quote: string): Generator<Buffer> {
  yield Buffer.from(`a;b\n1;${quote}`)
  const piece = Buffer.alloc(100_000, 'x')
  for (let each = 0; each < 500; each++) yield piece
  yield Buffer.from(`${quote}\n2;ok\n`)
}

function eightBit(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]))
  return Uint8Array.from([...text].map((letter) => codes.get(letter) ?? assert.fail(letter)))
}
