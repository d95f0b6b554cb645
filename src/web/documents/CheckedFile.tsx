import { Button, FileButton, Loader } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import type { FileValue } from '../../fields/field.ts'
import { checkTemplateRoute, type ShownFault } from '../../server/documents/contract.ts'
import { sentence } from '../kernel/api/problem.ts'
import { call } from '../kernel/api/request.ts'
import { sendFile } from '../kernel/records/field/files.ts'
import { useLanguage, useText } from '../kernel/ui/language.ts'
import { Refusal } from '../kernel/ui/Page.tsx'
import { useAct } from '../kernel/ui/useAct.ts'
import { texts } from './texts.ts'
import style from './documents.module.css'

export interface CheckedFile {
  file: FileValue
  object: string
  markers: number
  faults: readonly ShownFault[]
}

/** A file is sent, and what is wrong with it is shown with its places before anything is saved. */
export function ChooseFile({ object, checked, onChecked }: { object: string; checked: CheckedFile | null; onChecked(checked: CheckedFile): void }) {
  const t = useText()
  const language = useLanguage()
  const send = useAct(async (chosen: File | null) => {
    if (chosen === null) return
    const file = await sendFile(chosen, () => undefined, new AbortController().signal)
    const { markers, faults } = await call(checkTemplateRoute, { body: { object, file } })
    onChecked({ file, object, markers, faults })
  })
  return (
    <div className={style.form}>
      <FileButton accept=".docx,.xlsx" onChange={(file) => void send.run(file)}>
        {(props) => <Button {...props} leftSection={<IconUpload size={16} stroke={1.7} />} loading={send.busy}>{checked?.file.name ?? t(texts.chooseFile)}</Button>}
      </FileButton>
      {send.busy && <p className={style.making}><Loader size="xs" aria-hidden /> {t(texts.sending)}</p>}
      {send.error !== null && <Refusal>{sentence(send.error, language)}</Refusal>}
      {checked !== null && checked.faults.length === 0 && <p className={style.said} role="status">{t(texts.good, { count: checked.markers })}</p>}
      {checked !== null && checked.faults.length > 0 && <Faults faults={checked.faults} />}
    </div>
  )
}

function Faults({ faults }: { faults: readonly ShownFault[] }) {
  const t = useText()
  return (
    <div role="alert">
      <p className={style.said}>{t(texts.bad, { count: faults.length })}</p>
      <ul className={style.faults}>
        {faults.map((fault, at) => (
          <li key={at}>
            <span className={style.faultPlace}>{fault.place}</span>
            {fault.marker !== null && <code>{fault.marker}</code>} {fault.message}
          </li>
        ))}
      </ul>
    </div>
  )
}
