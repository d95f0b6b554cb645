import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { useObject } from '../../api/metadata.ts'
import { useRecord } from '../../api/records.ts'
import { RefusedFace, Waiting } from '../../ui/faces.tsx'
import { useText } from '../../ui/language.ts'
import { told } from '../../ui/notify.tsx'
import { phoneWidth } from '../../ui/theme.ts'
import { nameOf } from '../name.ts'
import { useDraft } from './drafts.ts'
import { RecordForm } from './RecordForm.tsx'
import { saveFields } from './saving.ts'
import { texts } from './texts.ts'

interface EditDialogProps {
  object: string
  id: string
  section?: string
  onClose(): void
}

/** All fields of a record at once. */
export function EditDialog({ object: name, id, section, onClose }: EditDialogProps) {
  const t = useText()
  const object = useObject(name)
  const phone = useMediaQuery(phoneWidth)
  const record = useRecord(name, id)
  const draft = useDraft(name, id)
  return (
    <Modal opened onClose={onClose} size="xl" fullScreen={phone} closeOnClickOutside={false} title={object && record.data ? t(texts.editOne, { name: nameOf(object, record.data) }) : ''}>
      {record.isError || object === null ? <RefusedFace error={record.error} />
        : record.data === undefined || draft.isPending ? <Waiting lines={8} />
          : <EditForm object={object} record={record.data} draft={draft.data ?? null} section={section} onClose={onClose} />}
    </Modal>
  )
}

function EditForm({ object, record, draft, section, onClose }: { object: ObjectView; record: RecordRow; draft: ReturnType<typeof useDraft>['data'] & object | null; section?: string; onClose(): void }) {
  const t = useText()
  // Somebody else's change while the form is open must not move what is being typed, nor pass for the person's own.
  const [begun] = useState(record)
  return (
    <RecordForm object={object} record={begun} draftKey={begun.id} draft={draft} quick={false} focus={section ?? object.form[0]?.key}
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
