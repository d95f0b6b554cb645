import type { Language } from '../../../contract/text.ts'
import { csvLine } from '../csv/rules.ts'

export interface TextsToWrite {
  headers: readonly string[]
  language: Language
  rows: AsyncIterable<readonly (readonly string[])[]>
}

/** A list as CSV: UTF-8 with the mark by which Excel knows it, lines as csv/rules.ts makes them. */
export async function* writeCsv({ headers, language, rows }: TextsToWrite): AsyncGenerator<Buffer> {
  yield Buffer.from(`\ufeff${csvLine(headers, language)}`)
  for await (const portion of rows) {
    if (portion.length > 0) yield Buffer.from(portion.map((cells) => csvLine(cells, language)).join(''))
  }
}
