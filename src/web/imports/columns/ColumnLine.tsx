import { Button, Select, Tooltip, type OptionsFilter } from '@mantine/core'
import { IconAlertCircle, IconArrowRight, IconLanguage } from '@tabler/icons-react'
import { useState } from 'react'
import type { ObjectView } from '../../../contract/records.ts'
import { say } from '../../../contract/text.ts'
import { isRefusal, type Refusal } from '../../../contract/refusal.ts'
import { fold } from '../../../expression/fold.ts'
import { fromText } from '../../../fields/as-text.ts'
import { isLink, objectOf, useMetadata, type FieldView } from '../../kernel/api/metadata.ts'
import { useManner, useText, type Teller } from '../../kernel/ui/language.ts'
import type { ColumnTarget, Import } from '../api.ts'
import { keyOfTarget, linkManner, type Target, type TargetGroup } from '../targets.ts'
import { LinkManner } from './LinkManner.tsx'
import { texts } from './texts.ts'
import { ValuesDialog } from './ValuesDialog.tsx'
import page from '../imports.module.css'
import style from './columns.module.css'

type Column = Import['columns'][number]

export const headerOf = (column: Column, t: Teller): string => column.header.trim() || t(texts.noHeader, { number: column.index + 1 })

interface LineProps {
  it: Import
  column: Column
  object: ObjectView
  groups: readonly TargetGroup[]
  target: ColumnTarget | null
  onTurn(column: number, goes: Omit<ColumnTarget, 'column'> | null): void
}

/** One column of the file: what stands in it, and where it goes. */
export function ColumnLine({ it, column, object, groups, target, onTurn }: LineProps) {
  const t = useText()
  const metadata = useMetadata()
  const header = headerOf(column, t)
  const chosen = target === null ? null : groups.flatMap(({ targets }) => targets).find(({ key }) => key === keyOfTarget(object, target)) ?? null
  const turn = (key: string | null) => {
    const next = groups.flatMap(({ targets }) => targets).find((one) => one.key === key)
    onTurn(column.index, next === undefined ? null : { ...next.goes, ...linkManner(next.field, isLink(next.field) ? objectOf(metadata, next.field.target) : null) })
  }
  return (
    <li className={style.line} data-out={chosen === null || undefined}>
      <div className={style.header}>{header}</div>
      <Samples column={column} target={target} field={chosen?.field ?? null} />
      <div className={style.field}>
        <IconArrowRight className={style.arrow} stroke={1.6} aria-hidden />
        <Select
          className={style.select} searchable clearable allowDeselect={false} placeholder={t(texts.leaveOut)} aria-label={t(texts.fieldFor, { column: header })} nothingFoundMessage={t(texts.noField)} maxDropdownHeight={340}
          data={groups.map((group) => ({ group: group.label, items: group.targets.map(({ key, label }) => ({ value: key, label })) }))}
          filter={fitting}
          value={chosen?.key ?? null} onChange={turn}
        />
      </div>
      <div className={style.how}>{chosen !== null && target !== null && <How it={it} column={column} header={header} chosen={chosen} target={target} onTurn={onTurn} />}</div>
    </li>
  )
}

const fitting: OptionsFilter = ({ options, search }) => options.map((option) => ('group' in option ? { ...option, items: option.items.filter((item) => fold(String(item.label)).includes(fold(search))) } : option))

function How({ it, column, header, chosen, target, onTurn }: { it: Import; column: Column; header: string; chosen: Target; target: ColumnTarget; onTurn: LineProps['onTurn'] }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { column: _, ...goes } = target
  const set = (change: Partial<ColumnTarget>) => onTurn(column.index, { ...goes, ...change })
  const translates = ['choice', 'choices', 'yesNo', 'link', 'links'].includes(chosen.field.type)
  const count = Object.keys(target.values ?? {}).length
  return (
    <>
      {isLink(chosen.field) && <LinkManner field={chosen.field} target={target} header={header} onChange={set} />}
      {translates && (
        <Button size="compact-sm" variant={count > 0 ? 'light' : 'default'} leftSection={<IconLanguage className={page.icon} stroke={1.6} />} onClick={() => setOpen(true)} aria-label={t(texts.translateOf, { column: header })}>
          {count > 0 ? t(texts.translated, { count }) : t(texts.translate)}
        </Button>
      )}
      {open && <ValuesDialog it={it} column={column.index} header={header} field={chosen.field} values={target.values ?? {}} onChange={(values) => set({ values: Object.keys(values).length > 0 ? values : undefined })} onClose={() => setOpen(false)} />}
    </>
  )
}

const shownSamples = 3

/** What stands in the column; what cannot be read as the chosen field is marked here already. */
function Samples({ column, target, field }: { column: Column; target: ColumnTarget | null; field: FieldView | null }) {
  const t = useText()
  const manner = useManner()
  const whole = field !== null && target !== null && target.part === undefined && !isLink(field)
  const translated = new Set(Object.keys(target?.values ?? {}).map((from) => fold(from)))
  const why = (sample: string): Refusal | null => {
    if (!whole || translated.has(fold(sample))) return null
    const read = fromText(sample, field, manner)
    return 'refusal' in read && isRefusal(read.refusal) ? read.refusal : null
  }
  const samples = [...new Set(column.samples)].slice(0, shownSamples)
  if (samples.length === 0) return <div className={style.samples}><span className={page.small}>{t(texts.noSamples)}</span></div>
  return (
    <div className={style.samples}>
      {samples.map((sample) => {
        const refusal = why(sample)
        const reason = refusal === null ? '' : t(texts.unreadable, { reason: say(refusal.text, manner.language, refusal.values) })
        return refusal === null ? <span key={sample} className={style.sample}>{sample}</span> : (
          <Tooltip key={sample} label={reason} multiline maw="22rem">
            <span className={style.sample} data-wrong tabIndex={0}>
              <IconAlertCircle className={page.icon} stroke={1.8} aria-hidden />{sample}<span className="sd-unseen">, {reason}</span>
            </span>
          </Tooltip>
        )
      })}
    </div>
  )
}
