import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useRef, useState } from 'react'
import type { Values } from '../../../../contract/definition.ts'
import type { LinkValue, ObjectView, RecordRow } from '../../../../contract/records.ts'
import { createRecord } from '../../api/records.ts'
import { useObject } from '../../api/metadata.ts'
import { useGo } from '../../ui/go.ts'
import { RefusedFace, Waiting } from '../../ui/faces.tsx'
import { useText } from '../../ui/language.ts'
import { common } from '../../ui/texts.ts'
import { toRecord } from '../../ui/links.ts'
import { told } from '../../ui/notify.tsx'
import { phoneWidth } from '../../ui/theme.ts'
import { nameOf } from '../name.ts'
import { draftKey, useDraft, type Kept } from './drafts.ts'
import { Duplicates, useDuplicates, type Match } from './Duplicates.tsx'
import { openCreate } from './open.ts'
import { RecordForm } from './RecordForm.tsx'
import { sent } from './saving.ts'
import { texts } from './texts.ts'
import style from './form.module.css'
import type { RecordFormState } from './useRecordForm.ts'

interface CreateDialogProps {
  object: string
  values: Values
  /** One stays where one is; the caller waits for what was made. */
  stay: boolean
  onDone(made: LinkValue | null): void
  onClose(): void
}

export function CreateDialog({ object: name, values, stay, onDone, onClose }: CreateDialogProps) {
  const t = useText()
  const object = useObject(name)
  const phone = useMediaQuery(phoneWidth)
  const [key] = useState(() => draftKey(values))
  const draft = useDraft(name, key)
  const finish = (made: LinkValue | null) => {
    onDone(made)
    onClose()
  }
  return (
    <Modal opened padding="lg" closeButtonProps={{ 'aria-label': t(common.close) }} onClose={() => finish(null)} size="xl" fullScreen={phone} title={object && <span className={style.title}>{t(texts.newOne, { label: t(object.label).toLocaleLowerCase() })}</span>} closeOnClickOutside={false}>
      {object === null ? <RefusedFace error={null} /> : draft.isPending ? <Waiting lines={5} /> : <CreateForm object={object} values={values} draftKey={key} draft={draft.data ?? null} stay={stay} onFinish={finish} />}
    </Modal>
  )
}

interface CreateFormProps {
  object: ObjectView
  values: Values
  draftKey: string
  draft: Kept | null
  stay: boolean
  onFinish(made: LinkValue | null): void
}

function CreateForm({ object, values, stay, onFinish, ...draft }: CreateFormProps) {
  const t = useText()
  const go = useGo()
  const create = useCreateOnce(object)
  const saved = (row: RecordRow, again: boolean) => {
    const made = { id: row.id, name: nameOf(object, row) }
    told(t(texts.created, { name: made.name }))
    onFinish(made)
    if (again) openCreate(object.name, values)
    else if (!stay) go(toRecord(object.name, row.id))
  }
  const use = (match: Match) => {
    onFinish(match)
    if (!stay) go(toRecord(object.name, match.id))
  }
  return (
    <RecordForm object={object} record={null} given={values} {...draft} quick more={!stay} save={create} onSaved={saved} onCancel={() => onFinish(null)}
      aside={(form) => <Similar object={object} form={form} onUse={stay ? use : undefined} />} />
  )
}

function Similar({ object, form, onUse }: { object: ObjectView; form: RecordFormState; onUse?(match: Match): void }) {
  const matches = useDuplicates(object, form.values, form.touched)
  return <Duplicates object={object} matches={matches} onUse={onUse} />
}

/** The same values saved twice (a second click, a repeat after a lost answer) make one record: they carry the same key. */
function useCreateOnce(object: ObjectView) {
  const sentBefore = useRef<{ text: string; key: string } | null>(null)
  return (form: RecordFormState): Promise<RecordRow> => {
    const body = sent(object, form.filled())
    const text = JSON.stringify(body)
    if (sentBefore.current?.text !== text) sentBefore.current = { text, key: crypto.randomUUID() }
    return createRecord(object.name, body, sentBefore.current.key)
  }
}
