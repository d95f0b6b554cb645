import { Menu } from '@mantine/core'
import { useState } from 'react'
import { useGroups } from '../../api/records.ts'
import { useLanguage, useText } from '../../ui/language.ts'
import { countText } from '../../ui/number.ts'
import { columnLabel } from './columnLabel.ts'
import type { Column } from './columns.ts'
import { Measure } from './Measure.tsx'
import { texts } from './texts.ts'
import type { ListOf } from './useList.ts'
import style from './list.module.css'

const kinds = { sum: texts.sum, avg: texts.average, min: texts.least, max: texts.most } as const
type Kind = keyof typeof kinds

/** How many, and sums of the columns that have figures, over all that matches. */
export function Foot({ list }: { list: ListOf }) {
  const t = useText()
  const language = useLanguage()
  const { count, object, request } = list
  const columns = list.columns.filter((column) => column.summable && !column.path.includes('.'))
  const [kind, setKind] = useState<Kind>('sum')
  const shown = columns.slice(0, 3)
  const totals = useGroups(
    object.name,
    { by: '', measures: shown.map((column) => `${kind}(${column.path})`).join(','), where: request.where, search: request.search, archived: request.archived },
    { enabled: shown.length > 0 && !list.shown.trash },
  )
  const figures = totals.data?.groups[0]
  return (
    <footer className={style.foot}>
      <span>
        {count !== null && (
          <>
            <b>{count.exact ? countText(count.value, language) : t(texts.over, { count: countText(count.value, language) })}</b> {t(texts.records, { count: count.value })}
          </>
        )}
      </span>
      {figures !== undefined && shown.map((column) => <Total key={column.path} column={column} kind={kind} onKind={setKind} value={figures[`${kind}_${column.path}`]} />)}
      <span className={style.footHint}>{t(texts.hint)}</span>
    </footer>
  )
}

function Total({ column, kind, onKind, value }: { column: Column; kind: Kind; onKind(kind: Kind): void; value: unknown }) {
  const t = useText()
  return (
    <Menu position="top-start">
      <Menu.Target>
        <button type="button" className={style.footSum}>
          <span>{t(kinds[kind])}: {columnLabel(column, t).toLocaleLowerCase()}</span>
          <b>
            <Measure column={column} value={value} />
          </b>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(kinds) as Kind[]).map((one) => (
          <Menu.Item key={one} onClick={() => onKind(one)}>
            {t(kinds[one])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
