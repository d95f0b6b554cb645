import { Button, TextInput } from '@mantine/core'
import { IconCheck, IconHelp, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { answer, type Said } from './asking.ts'
import style from './invitations.module.css'
import { texts } from './texts.ts'

const ways = [['yes', IconCheck], ['maybe', IconHelp], ['no', IconX]] as const

/** One's own answer, with a word to it; may be changed as long as the meeting stands. */
export function Answering({ activity, said, onAnswered }: { activity: string; said: string | null; onAnswered?(): void }) {
  const t = useText()
  const [comment, setComment] = useState('')
  const answering = useAct(async (given: Said) => {
    await answer(activity, given, comment)
    told(t(texts.answered))
    onAnswered?.()
  }, refused)
  return (
    <div className={style.answering} role="group" aria-label={t(texts.doYouCome)}>
      <span className={style.question}>{t(texts.doYouCome)}</span>
      <div className={style.ways}>
        {ways.map(([way, Icon]) => (
          <Button key={way} size="compact-md" variant={said === way ? 'filled' : 'default'} aria-pressed={said === way} leftSection={<Icon size={14} aria-hidden />} disabled={answering.busy} onClick={() => void answering.run(way)}>{t(texts[way])}</Button>
        ))}
      </div>
      <TextInput size="xs" aria-label={t(texts.comment)} placeholder={t(texts.comment)} value={comment} maxLength={1_000} onChange={(event) => setComment(event.currentTarget.value)} />
    </div>
  )
}
