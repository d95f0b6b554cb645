import { Button, Checkbox } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { CopyButton } from '../ui/Copyable.tsx'
import { useText } from '../ui/language.ts'
import { texts } from './recoveryTexts.ts'
import style from './access.module.css'

/** Shown once. One goes on only after saying that they are kept. */
export function RecoveryCodes({ codes, mail, doneLabel, onDone }: { codes: readonly string[]; mail: string; doneLabel: string; onDone(): void }) {
  const t = useText()
  const [kept, setKept] = useState(false)
  const file = `${t(texts.fileTitle, { mail })}\n\n${codes.join('\n')}\n`
  return (
    <div className={style.form}>
      <p className={style.lead}>{t(texts.onlyNow)}</p>
      <ul className={style.recovery} aria-label={t(texts.codes)}>
        {codes.map((code) => <li key={code}>{code}</li>)}
      </ul>
      <div className={style.recoveryActs}>
        <CopyButton value={codes.join('\n')}>{t(texts.copyAll)}</CopyButton>
        <Button component="a" href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`} download={t(texts.fileName)} leftSection={<IconDownload size={16} stroke={1.6} />}>{t(texts.download)}</Button>
      </div>
      <Checkbox label={t(texts.kept)} checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} size="sm" />
      <Button variant="filled" size="md" disabled={!kept} onClick={onDone}>{doneLabel}</Button>
    </div>
  )
}
