/** What a file may hold. Beyond these a row is refused, or the whole file where it says so. */
import { refusal, RefusalError, type Refusal } from '../../../contract/refusal.ts'
import type { TextValues } from '../../../contract/text.ts'
import { sentences } from './texts.ts'

/** Characters of one cell. */
export const maxCell = 1_000_000
/** Columns of a row; of the head: refuses the file. */
export const maxColumns = 500
/** Characters of one row of CSV, after which a quote counts as never closed. */
export const maxRow = 4_000_000
/** What a part of a workbook may be when unpacked; texts that have to be kept in memory less. Refuses the file. */
export const maxUnpacked = 8 * 1024 ** 3
export const maxUnpackedInMemory = 256 * 1024 ** 2
/** Beyond this size a part may not be packed better than so many to one: real sheets reach 50, bombs 1,000. Refuses the file. */
export const suspiciousSize = 64 * 1024 ** 2
export const suspiciousRatio = 200

type Code = keyof typeof sentences

export const rowProblem = (code: Extract<Code, `row.${string}`>, values?: TextValues): Refusal => refusal(code, sentences[code], values === undefined ? {} : { values })

export function refuseFile(code: Extract<Code, `import.${string}`>, values?: TextValues): never {
  throw new RefusalError([refusal(code, sentences[code], { field: 'file', ...(values === undefined ? {} : { values }) })])
}
