import { Decimal } from 'decimal.js'
import { fieldOf } from '../../api/metadata.ts'
import type { Group } from '../../api/records.ts'
import { useManner, useText } from '../../ui/language.ts'
import { countText } from '../../ui/number.ts'
import type { Column } from '../list/columns.ts'
import { Measure } from '../list/Measure.tsx'
import type { ListOf } from '../list/useList.ts'
import { texts } from './texts.ts'
import style from './board.module.css'

const summed = ({ object }: ListOf) => [object.board?.worth, object.board?.expected].filter((name): name is string => name !== undefined && fieldOf(object, name) !== null)

/** Where nothing was declared, the first money or number of the list's own columns. */
function measuredColumn({ columns }: ListOf): Column | undefined {
  const own = columns.filter((column) => !column.path.includes('.'))
  return own.find((column) => column.field.type === 'money') ?? own.find((column) => column.summable)
}

export function measuresOf(list: ListOf): string[] {
  const declared = summed(list)
  const column = measuredColumn(list)
  return ['count', ...(declared.length > 0 ? declared.map((name) => `sum(${name})`) : column === undefined ? [] : [`sum(${column.path})`])]
}

/** How many, and what they are worth together. */
export function Sum({ list, group }: { list: ListOf; group: Group | undefined }) {
  const manner = useManner()
  const [worth] = summed(list)
  const column = worth === undefined ? measuredColumn(list) : undefined
  return (
    <span className={style.columnSum}>
      {countText(Number(group?.count ?? 0), manner.language)}
      {worth !== undefined && group !== undefined && <> · <Worth amount={group[`sum_${worth}`]} /></>}
      {column !== undefined && group !== undefined && <> · <Measure column={column} value={group[`sum_${column.path}`]} whole /></>}
    </span>
  )
}

/** In the base currency, without its small change. */
function Worth({ amount }: { amount: unknown }) {
  const { language, currency } = useManner()
  return <>{amount === null || amount === undefined ? '—' : `${countText(Math.round(Number(amount)), language)} ${currency}`}</>
}

/** All columns together, and what of it is to be expected. */
export function Total({ list, groups }: { list: ListOf; groups: readonly Group[] }) {
  const t = useText()
  const { language } = useManner()
  const [worth, expected] = summed(list)
  const sum = (name: string) => groups.reduce((all, group) => all.plus(String(group[`sum_${name}`] ?? '0')), new Decimal(0)).toFixed()
  const count = groups.reduce((all, group) => all + Number(group.count ?? 0), 0)
  return (
    <span className={style.total}>
      {countText(count, language)}
      {worth !== undefined && <> · <Worth amount={sum(worth)} /></>}
      {expected !== undefined && <> · {t(texts.weighted)} <Worth amount={sum(expected)} /></>}
    </span>
  )
}
