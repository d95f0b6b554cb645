import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { useObject } from '../../api/metadata.ts'
import { useRecord } from '../../api/records.ts'
import { RefusedFace, Waiting } from '../../ui/faces.tsx'
import { useText } from '../../ui/language.ts'
import { common } from '../../ui/texts.ts'
import { told } from '../../ui/notify.tsx'
import { phoneWidth } from '../../ui/theme.ts'
import { nameOf } from '../name.ts'
import { useDraft, type Kept } from './drafts.ts'
import { RecordForm } from './RecordForm.tsx'
import { saveFields } from './saving.ts'
import { formSections } from './sections.ts'
import { texts } from './texts.ts'
import style from './form.module.css'

interface EditDialogProps {
  object: string
  id: string
  section?: string
  /** The one field to change; all without it. */
  only?: string
  onClose(): void
}

/** All fields of a record at once. */
export function EditDialog({ object: name, id, section, only, onClose }: EditDialogProps) {
  const t = useText()
  const object = useObject(name)
  const phone = useMediaQuery(phoneWidth)
  const record = useRecord(name, id)
  const draft = useDraft(name, only === undefined ? id : `${id}.${only}`)
  return (
    <Modal opened padding="lg" closeButtonProps={{ 'aria-label': t(common.close) }} onClose={onClose} size={only === undefined ? 'xl' : 'lg'} fullScreen={phone} closeOnClickOutside={false} title={object && record.data && <span className={style.title}>{t(texts.editOne, { name: nameOf(object, record.data) })}</span>}>
      {record.isError || object === null ? <RefusedFace error={record.error} />
        : record.data === undefined || draft.isPending ? <Waiting lines={8} />
          : <EditForm object={object} record={record.data} draft={draft.data ?? null} section={section} only={only} onClose={onClose} />}
    </Modal>
  )
}

function EditForm({ object, record, draft, section, only, onClose }: Pick<EditDialogProps, 'section' | 'only' | 'onClose'> & { object: ObjectView; record: RecordRow; draft: Kept | null }) {
  const t = useText()
  // Somebody else's change while the form is open must not move what is being typed, nor pass for the person's own.
  const [begun] = useState(record)
  return (
    <RecordForm object={object} record={begun} draftKey={only === undefined ? begun.id : `${begun.id}.${only}`} draft={draft} quick={false} only={only} focus={only ?? section ?? formSections(object, begun)[0]?.key}
      save={(form) => {
        const changes = form.changes()
        return Object.keys(changes).length === 0 ? Promise.resolve(begun) : saveFields(object, begun, changes)
      }}
      onSaved={() => {
        told(t(texts.saved))
        onClose()
      }}
      onCancel={onClose} />
  )
}
