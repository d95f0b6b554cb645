import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import type { RecordRow } from '../../../contract/records.ts'
import { fieldOf, useObject } from '../../kernel/api/metadata.ts'
import { removeRecord, useList } from '../../kernel/api/records.ts'
import { FieldShow } from '../../kernel/records/field/FieldShow.tsx'
import { createRecordByForm, openEdit } from '../../kernel/records/form/open.ts'
import { useText } from '../../kernel/ui/language.ts'
import { refused } from '../../kernel/ui/notify.tsx'
import style from './pipelines.module.css'
import { texts } from './texts.ts'

/** What is to be done in the stage: made by itself when an opportunity enters it. */
export function StageActivities({ stage, name }: { stage: RecordRow; name: string }) {
  const t = useText()
  const object = useObject('stageActivity')
  const list = useList('stageActivity', { columns: ['title', 'type', 'afterDays', 'required'], where: `stage = '${stage.id}'`, order: 'afterDays', limit: 100 }, { enabled: object !== null })
  if (object === null) return null
  const type = fieldOf(object, 'type')
  const rows = list.data?.rows ?? []
  return (
    <section aria-label={`${name}: ${t(texts.activities)}`}>
      <h3 className={style.title}>{t(texts.activities)}</h3>
      {rows.length === 0 && <p className={style.quiet}>{t(texts.noActivities)}</p>}
      <ul className={style.activities}>
        {rows.map((row) => (
          <li key={row.id} className={style.activity}>
            <span className={style.activityName}>{String(row['title'])}</span>
            <span className={style.quiet}>{type && <FieldShow field={type} value={row['type']} />} · {t(texts.afterDays, { count: Number(row['afterDays'] ?? 0) })}{row['required'] === true && ` · ${t(texts.required)}`}</span>
            {object.can.change && <ActionIcon size="sm" aria-label={t(texts.edit, { name: String(row['title']) })} onClick={() => openEdit('stageActivity', row.id)}><IconPencil size={15} stroke={1.6} /></ActionIcon>}
            {object.can.delete && <ActionIcon size="sm" aria-label={t(texts.removeActivity, { name: String(row['title']) })} onClick={() => void removeRecord('stageActivity', row.id).catch(refused)}><IconTrash size={15} stroke={1.6} /></ActionIcon>}
          </li>
        ))}
      </ul>
      {object.can.create && <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} stroke={1.8} />} onClick={() => void createRecordByForm('stageActivity', { stage: { id: stage.id, name } })}>{t(texts.addActivity)}</Button>}
    </section>
  )
}
