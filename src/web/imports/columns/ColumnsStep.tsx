import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ObjectView } from '../../../contract/records.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import type { ColumnTarget, Import } from '../api.ts'
import { Foot } from '../Foot.tsx'
import { StepHead } from '../Frame.tsx'
import { choose } from '../saving.ts'
import { assign, targetsOf, unfilled, type TargetGroup } from '../targets.ts'
import { ColumnLine, headerOf } from './ColumnLine.tsx'
import { Defaults } from './Defaults.tsx'
import { FormatPanel } from './FormatPanel.tsx'
import { SavedMappings } from './SavedMappings.tsx'
import { texts } from './texts.ts'
import page from '../imports.module.css'
import style from './columns.module.css'

const atOnce = 100

/** Second step: where each column goes. */
export function ColumnsStep({ it, object }: { it: Import; object: ObjectView }) {
  const t = useText()
  const groups = targetsOf(object, t)
  const why = useWhyNotOn(it, object)
  return (
    <>
      <div className={page.body}>
        <div className={style.top}>
          <StepHead title={t(texts.title)}>{t(texts.lead, { mapped: it.mapping.length, of: it.columns.length })}</StepHead>
          <SavedMappings it={it} />
        </div>
        <FormatPanel it={it} key={it.id} />
        <Lines it={it} object={object} groups={groups} />
        <Defaults it={it} object={object} />
      </div>
      <Foot it={it} at="columns" why={why} />
    </>
  )
}

/** Whatever is found is changed: such a file may do without what only new records need. */
const changesOnly = ({ options: { keys, found } }: Import): boolean => (keys ?? []).length > 0 && (found === 'update' || found === 'updateEmpty')

function useWhyNotOn(it: Import, object: ObjectView): string | null {
  const t = useText()
  const language = useLanguage()
  if (it.mapping.length === 0) return t(texts.nothingMapped)
  const missing = unfilled(object, it.mapping, it.options.defaults)
  if (missing.length === 0 || changesOnly(it)) return null
  return t(texts.missingRequired, { fields: new Intl.ListFormat(language).format(missing.map((field) => `„${t(field.label)}”`)) })
}

function Lines({ it, object, groups }: { it: Import; object: ObjectView; groups: readonly TargetGroup[] }) {
  const t = useText()
  const [shown, setShown] = useState(atOnce)
  const [spoken, setSpoken] = useState('')
  const turn = (column: number, goes: Omit<ColumnTarget, 'column'> | null) => {
    const { mapping, freed } = assign(object, it.mapping, column, goes)
    choose(it.id, { mapping })
    setSpoken(freed === null ? '' : t(texts.freed, { column: headerOf(it.columns[freed]!, t) }))
  }
  return (
    <section aria-label={t(texts.columnsOfFile)}>
      <div className={style.heads} aria-hidden>
        {[texts.column, texts.samples, texts.field, texts.how].map((head) => <span key={head.en}>{t(head)}</span>)}
      </div>
      <ul className={page.plain}>
        {it.columns.slice(0, shown).map((column) => (
          <ColumnLine key={column.index} it={it} column={column} object={object} groups={groups} target={it.mapping.find((one) => one.column === column.index) ?? null} onTurn={turn} />
        ))}
      </ul>
      {it.columns.length > shown && <Button mt="md" onClick={() => setShown(shown + atOnce)}>{t(texts.showMore, { count: it.columns.length - shown })}</Button>}
      <p className={page.why} role="status">{spoken}</p>
    </section>
  )
}
