/** What came from a spreadsheet, column by column. */
import { readCell, type CellKey, type Change } from './cells.ts'
import { newLine } from './rows.ts'
import type { Language } from '../../../contract/text.ts'

export type Table = readonly (readonly string[])[]

const names: Readonly<Record<CellKey, RegExp>> = {
  code: /^(kod|indeks|symbol|nr|numer|code|item|sku|part( no\.?| number)?)( produktu| towaru)?$/i,
  name: /^(nazwa|opis|produkt|towar|pozycja|name|description|product)( produktu| towaru)?$/i,
  quantity: /^(ilość|ilosc|szt\.?|liczba|quantity|qty)$/i,
  unit: /^(j\.?\s?m\.?|jedn\.?|jednostka|unit|uom)$/i,
  unitPrice: /^(cena|price)( jedn\.?| jednostkowa| netto| brutto| katalogowa)*$|^(unit|net|gross) price$/i,
  discount: /^(rabat|upust|discount)( %|, %)?$/i,
  vatRate: /^(stawka )?(vat)( %| rate)?$/i,
  unitCost: /^(koszt|cost)( jedn\.?| jednostkowy)?$|^unit cost$/i,
}

/** Which column of the quote each pasted one is; null: it has no place there. `skip`: the first row only names them. */
export function columnsOf(table: Table, from: CellKey, shown: readonly CellKey[], language: Language): { columns: (CellKey | null)[]; skip: number } {
  const width = Math.max(...table.map((row) => row.length))
  const named = namedColumns(table[0]!, width)
  if (named !== null) return { columns: named, skip: 1 }
  const first = shown.indexOf(from)
  const inOrder = Array.from({ length: width }, (_, at) => shown[first + at] ?? null)
  const fits = table.every((row) => row.every((cell, at) => cell === '' || inOrder[at] == null || readCell(newLine(), inOrder[at], cell, language) !== null))
  if (fits || (from !== 'code' && from !== 'name')) return { columns: inOrder, skip: 0 }
  return { columns: guessed(table, width, language, from), skip: 0 }
}

function namedColumns(head: readonly string[], width: number): (CellKey | null)[] | null {
  const keys = Array.from({ length: width }, (_, at) => (Object.keys(names) as CellKey[]).find((key) => names[key].test((head[at] ?? '').trim())) ?? null)
  return keys.filter((key) => key !== null).length >= 2 ? keys : null
}

/** By what is in them: words are the code and the name, numbers the quantity and the price; '5%' is a discount, 'szt.' a unit. */
function guessed(table: Table, width: number, language: Language, from: CellKey): (CellKey | null)[] {
  const words: CellKey[] = from === 'name' ? ['name'] : ['code', 'name']
  const numbers: CellKey[] = ['quantity', 'unitPrice']
  const isAll = (at: number, is: (cell: string) => boolean) => table.some((row) => row[at]) && table.every((row) => !row[at] || is(row[at]))
  return Array.from({ length: width }, (_, at) => {
    if (isAll(at, (cell) => cell.endsWith('%'))) return 'discount'
    if (isAll(at, (cell) => readCell(newLine(), 'unit', cell, language) !== null)) return 'unit'
    // A code of digits alone is a code where no other came before it and words follow.
    const isNumber = isAll(at, (cell) => readCell(newLine(), 'unitPrice', cell, language) !== null)
    if (isNumber && !(at === 0 && words[0] === 'code' && width > 2)) return numbers.shift() ?? null
    return words.shift() ?? null
  })
}

/** The pasted rows as changes of lines; what cannot be read in its column is left out. */
export function pastedChanges(table: Table, columns: readonly (CellKey | null)[], language: Language): Change[] {
  return table.map((cells) => Object.assign({}, ...cells.map((cell, at) => (columns[at] == null ? {} : (readCell(newLine(), columns[at], cell, language) ?? {})))) as Change)
}
