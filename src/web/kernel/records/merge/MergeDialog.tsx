import { Modal } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LinkValue, ObjectView, RecordRow } from '../../../../contract/records.ts'
import { RecordPicker } from '../../../../fields/picker.tsx'
import { useObject } from '../../api/metadata.ts'
import { recordQuery } from '../../api/records.ts'
import { request } from '../../api/request.ts'
import { RefusedFace, Waiting } from '../../ui/faces.tsx'
import { useText } from '../../ui/language.ts'
import { common } from '../../ui/texts.ts'
import type { Match } from '../form/Duplicates.tsx'
import { sent } from '../form/saving.ts'
import { nameOf } from '../name.ts'
import { MergeTable } from './MergeTable.tsx'
import { texts } from './texts.ts'
import style from './merge.module.css'

/** Several records made one, field by field. */
export function MergeDialog({ object: name, ids, onClose }: { object: string; ids: readonly string[]; onClose(): void }) {
  const t = useText()
  const object = useObject(name)
  const [chosen, setChosen] = useState(ids)
  const records = useQueries({ queries: chosen.map((id) => recordQuery(name, id)) })
  const failed = records.find((one) => one.isError)
  const rows = records.map((one) => one.data).filter((row): row is RecordRow => row !== undefined)
  const add = (record: LinkValue | null) => record && !chosen.includes(record.id) && setChosen([...chosen, record.id])
  return (
    <Modal opened padding="lg" closeButtonProps={{ 'aria-label': t(common.close) }} onClose={onClose} fullScreen closeOnClickOutside={false} title={object && <span className={style.heading}>{t(texts.title, { plural: t(object.plural).toLocaleLowerCase() })}</span>}>
      {object === null || failed ? <RefusedFace error={failed?.error} />
        : rows.length < chosen.length ? <Waiting lines={8} />
          : rows.length === 1 ? <ChooseOther object={object} record={rows[0]!} onChoose={add} />
            : <MergeTable object={object} records={rows} onClose={onClose} onAdd={add} />}
    </Modal>
  )
}

/** The other record: the likely ones first, any by searching. */
function ChooseOther({ object, record, onChoose }: { object: ObjectView; record: RecordRow; onChoose(other: LinkValue | null): void }) {
  const t = useText()
  const name = nameOf(object, record)
  const compared = [...new Set([object.nameField, ...(object.duplicateKeys ?? []).flat().map((path) => path.split('.')[0]!)])]
  const values = sent(object, Object.fromEntries(compared.filter((field) => record[field] != null && object.fields.some((one) => one.name === field)).map((field) => [field, record[field]])))
  const likely = useQuery({
    queryKey: ['duplicates', object.name, record.id, 'merge'],
    queryFn: ({ signal }) => request<{ matches: Match[] }>('POST', `/api/records/${object.name}/duplicates`, { body: { values, except: record.id }, signal }),
    retry: false,
  })
  const matches = likely.data?.matches ?? []
  return (
    <div className={style.other}>
      <RecordPicker target={object.name} value={null} onChange={onChoose} frame={{ label: t(texts.chooseOther, { name }), 'data-autofocus': true }} mayCreate={false} autoFocus />
      {matches.length > 0 && (
        <section>
          <h2 className={style.title}>{t(texts.likely)}</h2>
          <ul className={style.likely}>
            {matches.map((match) => <li key={match.id}><button type="button" className={style.match} onClick={() => onChoose(match)}>{match.name}</button></li>)}
          </ul>
        </section>
      )}
    </div>
  )
}
