/** The grid as it is being edited: months hold what is entered, quarters and the year are their sums and may be entered too. */
import { Decimal } from 'decimal.js'
import { spread } from '../../../contract/selling/coins.ts'
import type { Language } from '../../../contract/text.ts'
import { readDecimal, showDecimal } from '../../../fields/decimals.ts'
import type { Grid, Place, SavedCell, ShownPlace } from '../../../server/targets/contract.ts'

export interface GridRow {
  key: string
  place: ShownPlace
  /** By month; one without a target is missing. */
  values: Readonly<Record<string, string>>
}

const Exact = Decimal.clone({ precision: 60 })

export const rowsOf = ({ rows }: Grid): GridRow[] => rows.map(({ key, place, cells }) => ({ key, place, values: Object.fromEntries(cells.map(({ month, value }) => [month, value])) }))

/** The months of a column: one, three of a quarter ('q2'), or all of the year. */
export function monthsIn(column: string, months: readonly string[]): readonly string[] {
  if (column === 'year') return months
  if (!/^q\d$/.test(column)) return [column]
  const first = (Number(column.slice(1)) - 1) * 3
  return months.slice(first, first + 3)
}

/** null: nothing is entered in any of them. */
export function valueOf({ values }: Pick<GridRow, 'values'>, months: readonly string[]): string | null {
  const entered = months.flatMap((month) => values[month] ?? [])
  return entered.length === 0 ? null : entered.reduce((sum, value) => sum.plus(value), new Exact(0)).toFixed()
}

/** A sum entered goes over its months as they stood to one another, evenly where nothing stood; they add up to it to the last grosz. */
export function withValue(row: GridRow, months: readonly string[], value: string | null): GridRow {
  if (value === null) return { ...row, values: Object.fromEntries(Object.entries(row.values).filter(([month]) => !months.includes(month))) }
  if (months.length === 1) return { ...row, values: { ...row.values, [months[0]!]: value } }
  const weights = months.map((month) => BigInt(new Exact(row.values[month] ?? 0).times(100).toFixed(0)))
  const shares = spread(BigInt(new Exact(value).times(100).toFixed(0)), weights.some((weight) => weight > 0n) ? weights : months.map(() => 1n))
  return { ...row, values: { ...row.values, ...Object.fromEntries(months.map((month, at) => [month, new Exact(shares[at]!.toString()).div(100).toFixed()])) } }
}

/** As people write it, with its currency or without; undefined: it is no number. */
export function readValue(text: string, language: Language): string | null | undefined {
  const bare = text.replace(/[\s\u00a0\u202f]*(\p{L}{1,3}|\p{Sc})\.?$/u, '').trim()
  if (bare === '') return text.trim() === '' ? null : undefined
  const value = readDecimal(bare, language)
  return value === null || value.startsWith('-') || (value.split('.')[1]?.length ?? 0) > 2 ? undefined : value
}

export const showValue = (value: string | null, language: Language): string => (value === null ? '' : showDecimal(value, language))

const placeOf = (place: ShownPlace): Place => Object.fromEntries(Object.entries(place).flatMap(([name, one]) => (one === null ? [] : [[name, one.id]])))

/** What is to be saved: cells that differ from what the server gave, with the versions it gave. */
export function changesOf(rows: readonly GridRow[], grid: Grid): SavedCell[] {
  const before = new Map(grid.rows.map(({ key, cells }) => [key, new Map(cells.map((cell) => [cell.month, cell]))]))
  return rows.flatMap(({ key, place, values }) =>
    grid.months.flatMap((month): SavedCell[] => {
      const [saved, value] = [before.get(key)?.get(month), values[month] ?? null]
      if (saved === undefined ? value === null : value !== null && new Exact(value).equals(saved.value)) return []
      return [{ place: placeOf(place), month, value, ...(saved === undefined ? {} : { id: saved.id, version: saved.version }) }]
    }),
  )
}

type Named = { id: string; name: string }
/** A row for each person or team and each value of each dimension, those left out that are there. */
export function newRows(chosen: Readonly<Partial<Record<keyof ShownPlace, readonly Named[]>>>, rows: readonly GridRow[]): GridRow[] {
  const whose: Partial<ShownPlace>[] = [...(chosen.owner ?? []).map((owner) => ({ owner })), ...(chosen.team ?? []).map((team) => ({ team }))]
  const dimensions = (['productGroup', 'region', 'market', 'customerGroup', 'territory'] as const).filter((name) => (chosen[name]?.length ?? 0) > 0)
  const places = dimensions.reduce((all, name) => all.flatMap((place) => chosen[name]!.map((one) => ({ ...place, [name]: one }))), whose)
  const there = new Set(rows.map(({ place }) => keyOf(place)))
  return places.map((place): GridRow => ({ key: keyOf({ ...nowhere, ...place }), place: { ...nowhere, ...place }, values: {} })).filter(({ key }) => !there.has(key))
}

const nowhere: ShownPlace = { owner: null, team: null, productGroup: null, region: null, market: null, customerGroup: null, territory: null }
/** The same words as the server's, so that a row that was saved is the same row. */
export const keyOf = ({ owner, team, productGroup, region, market, customerGroup, territory }: ShownPlace): string =>
  [team === null ? `person ${owner?.id ?? ''}` : `team ${team.id}`, ...[productGroup, region, market, customerGroup, territory].map((one) => one?.id ?? '')].join('|').toLowerCase()
