import { TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { RecordRow } from '../../../contract/records.ts'
import { fieldSentences } from '../../kernel/api/problem.ts'
import { createRecord } from '../../kernel/api/records.ts'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { toRole } from '../links.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { Asked } from '../Asked.tsx'
import type { Rights } from './draft.ts'
import { texts } from './texts.ts'
import { saveRights } from './useRole.ts'

/** A new role with the saved rights of this one. */
export function CopyRole({ record, rights, onClose }: { record: RecordRow; rights: Rights; onClose(): void }) {
  const t = useText()
  const go = useGo()
  const [name, setName] = useState(t(texts.copyName, { name: String(record.name) }))
  // When only the rights failed, the second try does not make a second role.
  const made = useRef<RecordRow | null>(null)
  const copy = useAct(async () => {
    made.current ??= await createRecord('role', { name: name.trim(), description: record.description ?? null })
    await saveRights(made.current.id, { ...rights, version: made.current.version })
    told(t(texts.copied, { name: name.trim() }))
    onClose()
    go(toRole(made.current.id))
  })
  return (
    <Window title={t(texts.copyTitle, { name: String(record.name) })} onClose={onClose}>
      <Asked act={copy} doIt={t(texts.copyDo)} about={t(texts.copyAbout)}>
        <TextInput label={t(texts.name)} value={name} onChange={(event) => setName(event.currentTarget.value)} error={fieldSentences(copy.error).name} maxLength={120} required withAsterisk={false} data-autofocus />
      </Asked>
    </Window>
  )
}
