import { useQuery } from '@tanstack/react-query'
import { Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { Answering } from './Answering.tsx'
import { attendanceQuery } from './asking.ts'
import style from './invitations.module.css'
import { texts } from './texts.ts'

/** On the card of an entry: how many come, and one's own answer. */
export function CardAnswer({ activity, onAnswered }: { activity: string; onAnswered(): void }) {
  const t = useText()
  const asked = useQuery(attendanceQuery(activity))
  if (asked.isPending) return <Waiting lines={2} />
  if (asked.isError || asked.data.mine === null) return null
  return (
    <>
      <p className={style.quiet}>{t(texts.counts, asked.data.counts)}</p>
      <Answering activity={activity} said={asked.data.mine} onAnswered={onAnswered} />
    </>
  )
}
