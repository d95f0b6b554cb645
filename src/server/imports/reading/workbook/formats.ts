/** Numbers of a workbook as people see them: dates are numbers with a date's format, codes are numbers with zeros in front. */
import type { FileCell } from '../../values/rules.ts'

export type NumberFormat = { kind: 'number'; code?: string } | { kind: 'percent' } | { kind: 'date' | 'time' | 'dateTime' } | { kind: 'digits'; pattern: string }

const plainNumber: NumberFormat = { kind: 'number' }

/** ECMA-376 part 1, 18.8.30: formats that have a number and no text; the Asian ones are dates too. */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return { kind: 'percent' }
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return { kind: 'date' }
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return { kind: 'time' }
  return id === 22 ? { kind: 'dateTime' } : plainNumber
}

/** From a format's text: 'dd.mm.yyyy' · '0.00%' · '00\-000' */
export function formatOf(code: string): NumberFormat {
  const bare = code.split(';')[0]!.replace(/"[^"]*"|\\./g, '').replace(/\[(?!h|m|s)[^\]]*\]|[_*]./gi, '')
  if (/general/i.test(bare)) return plainNumber
  const [hasDay, hasTime] = [/[yd]|m{3,}/i.test(bare), /[hs]/i.test(bare)]
  if (hasDay || hasTime) return { kind: hasDay && hasTime ? 'dateTime' : hasDay ? 'date' : 'time' }
  if (bare.includes('%')) return { kind: 'percent' }
  const pattern = code.split(';')[0]!.replace(/\[[^\]]*\]|\\|"/g, '')
  if (/^0[0 -]*0$/.test(pattern)) return { kind: 'digits', pattern }
  // Amounts have their currency here and nowhere else.
  return /["$€£¥]/.test(code) ? { kind: 'number', code } : plainNumber
}

/** The cell of a number in this format. `since1904`: how old workbooks of the Mac count days. */
export function numberCell(text: string, format: NumberFormat, since1904: boolean): FileCell {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) return text
  // Few digits are exact as they are.
  if (format.kind === 'number') {
    const exact = text.length <= 12 || Number.isSafeInteger(value) ? value : shown(value)
    return format.code === undefined ? { kind: 'number', value: exact } : { kind: 'number', value: exact, format: format.code }
  }
  // 0.125 shown as 12.5% is 12.5 percent; as a bare number it would be read as an eighth of one.
  if (format.kind === 'percent') return `${shown(value * 100)}%`
  if (format.kind === 'digits') return digitsOf(value, format.pattern)
  return cachedDay(value, format.kind, since1904)
}

/** Fifteen digits, as a spreadsheet shows them: 0.1 + 0.2 is 0.3. At most ten after the point, as a field keeps them. */
const shown = (value: number): number => {
  const rounded = Number(value.toPrecision(15))
  return Math.abs(rounded) < 1e10 ? Number(rounded.toFixed(10)) : rounded
}

function digitsOf(value: number, pattern: string): FileCell {
  if (!Number.isSafeInteger(value) || value < 0) return { kind: 'number', value: shown(value) }
  const digits = String(value).padStart(pattern.replace(/[^0]/g, '').length, '0').split('')
  let text = ''
  for (const sign of [...pattern].reverse()) text = (sign === '0' ? (digits.pop() ?? '') : sign) + text
  return digits.join('') + text
}

const day = 86_400_000
const days = new Map<string, FileCell>()

/** A sheet has the same days again and again. */
function cachedDay(serial: number, kind: 'date' | 'time' | 'dateTime', since1904: boolean): FileCell {
  const key = `${serial}${kind}${since1904}`
  let cell = days.get(key)
  if (cell === undefined) {
    if (days.size > 20_000) days.clear()
    days.set(key, (cell = dayCell(serial, kind, since1904)))
  }
  return cell
}

function dayCell(serial: number, kind: 'date' | 'time' | 'dateTime', since1904: boolean): FileCell {
  // Day 60 of the other calendar is 29 February 1900, which never was; days before it are one off.
  const count = since1904 ? serial + 1462 : serial > 0 && serial < 60 ? serial + 1 : serial
  const time = Math.round((count * day) / 1000) * 1000 + Date.UTC(1899, 11, 30)
  if (time < Date.UTC(1800, 0, 1) || time > Date.UTC(9999, 11, 31, 23, 59, 59)) return { kind: 'number', value: shown(serial) }
  const text = new Date(time).toISOString()
  if (kind === 'time' || (serial >= 0 && serial < 1)) return serial < 1 ? text.slice(11, text.slice(17, 19) === '00' ? 16 : 19) : { kind: 'dateTime', value: text.slice(0, 19) }
  return kind === 'date' || text.slice(11, 19) === '00:00:00' ? { kind: 'date', value: text.slice(0, 10) } : { kind: 'dateTime', value: text.slice(0, 19) }
}
