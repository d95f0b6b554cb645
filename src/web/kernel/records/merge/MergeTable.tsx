import { Alert, Button, Switch } from '@mantine/core'
import { useRef, useState } from 'react'
import type { LinkValue, ObjectView, RecordRow } from '../../../../contract/records.ts'
import { RecordPicker } from '../../../../fields/picker.tsx'
import type { FieldView } from '../../api/metadata.ts'
import { mergeRecords, undoMerge } from '../../api/records.ts'
import { sentence } from '../../api/problem.ts'
import { useGo } from '../../ui/go.ts'
import { useLanguage, useManner, useText } from '../../ui/language.ts'
import { toRecord } from '../../ui/links.ts'
import { told } from '../../ui/notify.tsx'
import { common } from '../../ui/texts.ts'
import { FieldShow } from '../field/FieldShow.tsx'
import { sentValue } from '../field/conditions.ts'
import { nameOf } from '../name.ts'
import { momentText } from '../time.ts'
import { canJoin, chosenFor, differs, mergedValues, resultOf, settledFields, together, type Chosen } from './choice.ts'
import { texts } from './texts.ts'
import style from './merge.module.css'

interface MergeTableProps {
  object: ObjectView
  records: readonly RecordRow[]
  onClose(): void
  onAdd(record: LinkValue | null): void
}

/** Records side by side; which stays, whose value stays, and at the right what comes of it. */
export function MergeTable({ object, records, onClose, onAdd }: MergeTableProps) {
  const t = useText()
  const [keep, setKeep] = useState(records[0]!.id)
  const [chosen, setChosen] = useState<Chosen>({})
  const [onlyDifferent, setOnlyDifferent] = useState(true)
  const all = settledFields(object, records)
  const fields = onlyDifferent ? all.filter((field) => differs(field, records)) : all
  const merging = useMerging({ object, records, keep, chosen, fields: all, onClose })
  return (
    <div className={style.merge}>
      {merging.refusal && <Alert color="red" role="alert">{merging.refusal}</Alert>}
      <div className={style.scroll}>
        <table className={style.table}>
          <thead>
            <tr>
              <th scope="col">{t(texts.field)}</th>
              {records.map((record) => <Candidate key={record.id} object={object} record={record} kept={record.id === keep} onKeep={() => setKeep(record.id)} />)}
              <th scope="col" className={style.result}>{t(texts.result)}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => <FieldLine key={field.name} field={field} records={records} keep={keep} chosen={chosen} onChoose={(from) => setChosen({ ...chosen, [field.name]: from })} />)}
          </tbody>
        </table>
        {fields.length === 0 && <p className={style.quiet}>{t(texts.nothingDiffers)}</p>}
      </div>
      <div className={style.foot}>
        <Switch size="sm" label={t(texts.onlyDifferent)} checked={onlyDifferent} onChange={(event) => setOnlyDifferent(event.currentTarget.checked)} />
        <div className={style.more}><RecordPicker target={object.name} value={null} onChange={onAdd} frame={{ 'aria-label': t(texts.addAnother) }} mayCreate={false} /></div>
        <span className={style.quiet}>{t(texts.moves)}</span>
        <span className={style.buttons}>
          <Button onClick={onClose}>{t(common.cancel)}</Button>
          <Button variant="filled" loading={merging.busy} onClick={() => void merging.merge()}>{t(texts.merge)}</Button>
        </span>
      </div>
    </div>
  )
}

function Candidate({ object, record, kept, onKeep }: { object: ObjectView; record: RecordRow; kept: boolean; onKeep(): void }) {
  const t = useText()
  const manner = useManner()
  return (
    <th scope="col" data-kept={kept || undefined}>
      <label className={style.pick}>
        <input type="radio" name="keep" checked={kept} onChange={onKeep} aria-label={`${t(texts.keepThis)}: ${nameOf(object, record)}`} />
        <span>
          <span className={style.candidate}>{nameOf(object, record)}</span>
          <span className={style.quiet}>{kept ? t(texts.keep) : typeof record.updatedAt === 'string' ? momentText(record.updatedAt, manner) : ''}</span>
        </span>
      </label>
    </th>
  )
}

interface FieldLineProps {
  field: FieldView
  records: readonly RecordRow[]
  keep: string
  chosen: Chosen
  onChoose(from: string): void
}

function FieldLine({ field, records, keep, chosen, onChoose }: FieldLineProps) {
  const t = useText()
  const from = chosenFor(field, records, keep, chosen)
  const shown = (value: unknown) => (sentValue(field, value) === null ? <span className={style.quiet}>{t(texts.empty)}</span> : <FieldShow field={field} value={value} density="page" />)
  const result = resultOf(field, records, keep, chosen)
  const radio = (to: string, label: string) => <input type="radio" name={`from-${field.name}`} checked={from === to} onChange={() => onChoose(to)} aria-label={`${t(field.label)}: ${label}`} />
  return (
    <tr>
      <th scope="row">
        {t(field.label)}
        {canJoin(field) && differs(field, records) && <label className={style.pick}>{radio(together, t(texts.together))}{t(texts.together)}</label>}
      </th>
      {records.map((record, index) => <td key={record.id}><label className={style.pick}>{radio(record.id, String(index + 1))}<span>{shown(record[field.name])}</span></label></td>)}
      <td className={style.result}>{shown(result)}</td>
    </tr>
  )
}

interface Merging {
  object: ObjectView
  records: readonly RecordRow[]
  keep: string
  chosen: Chosen
  fields: readonly FieldView[]
  onClose(): void
}

function useMerging({ object, records, keep, chosen, fields, onClose }: Merging) {
  const t = useText()
  const language = useLanguage()
  const go = useGo()
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  async function merge() {
    if (running.current) return
    running.current = true
    setBusy(true)
    try {
      const others = records.filter((record) => record.id !== keep).map((record) => record.id)
      const { operation } = await mergeRecords(object.name, keep, others, mergedValues(fields, records, keep, chosen))
      onClose()
      go(toRecord(object.name, keep))
      told(t(texts.merged, { name: nameOf(object, records.find((record) => record.id === keep)!) }), { undo: () => undoMerge(object.name, operation) })
    } catch (error) {
      setRefusal(sentence(error, language))
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { merge, busy, refusal }
}
