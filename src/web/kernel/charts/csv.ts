/** Separated as spreadsheets of this language expect it; with the mark by which Excel knows the letters are Unicode. */
export function csvOf(rows: readonly (readonly (string | number | null)[])[], language: string): string {
  const [separator, point] = language === 'pl' ? [';', ','] : [',', '.']
  const cell = (value: string | number | null): string => {
    if (value === null) return ''
    if (typeof value === 'number') return String(value).replace('.', point)
    // A text that begins like a formula would be run by the spreadsheet that opens it.
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
    return /["\n\r;,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return `\uFEFF${rows.map((row) => row.map(cell).join(separator)).join('\r\n')}\r\n`
}

export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
