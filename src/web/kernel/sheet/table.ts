/** Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, lines between rows, quotes round what has either in it. */

export function writeTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => row.map(cell).join('\t')).join('\r\n')
}

/** A quote opens a cell only at its beginning: an inch mark within a name is a letter like any other. */
export function readTable(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let place = 0
  while (place <= text.length) {
    const { value, end } = text[place] === '"' && quotedEnd(text, place) !== null ? quoted(text, place) : unquoted(text, place)
    row.push(value)
    if (text[end] === '\t') {
      place = end + 1
      continue
    }
    rows.push(row)
    row = []
    place = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
    // A spreadsheet ends the last row too.
    if (place >= text.length) break
  }
  return rows
}

function unquoted(text: string, start: number): { value: string; end: number } {
  let end = start
  while (end < text.length && !'\t\r\n'.includes(text[end]!)) end++
  return { value: text.slice(start, end).trim(), end }
}

/** Where a quoted cell that begins here is closed; null when nothing closes it. */
function quotedEnd(text: string, start: number): number | null {
  for (let place = start + 1; place < text.length; place++) {
    if (text[place] !== '"') continue
    if (text[place + 1] === '"') place++
    else return place + 1 === text.length || '\t\r\n'.includes(text[place + 1]!) ? place : null
  }
  return null
}

function quoted(text: string, start: number): { value: string; end: number } {
  const end = quotedEnd(text, start)!
  return { value: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 }
}
