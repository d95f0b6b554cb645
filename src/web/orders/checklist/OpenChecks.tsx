import { Button } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import { useText } from '../../kernel/ui/language.ts'
import { useChecklist } from '../asking.ts'
import style from './checklist.module.css'
import { texts } from './texts.ts'

const mostNamed = 3

/** Why the order cannot be accepted yet, and the way there. */
export function OpenChecks({ record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const open = useChecklist(record.id).data?.checks.filter(({ required, done }) => required && !done) ?? []
  if (open.length === 0) return null
  const named = open.slice(0, mostNamed).map(({ title }) => title).join(', ')
  const names = open.length > mostNamed ? t(texts.more, { names: named, count: open.length - mostNamed }) : named
  const lead = () => {
    const tab = document.getElementById('tab-agreements')
    tab?.click()
    tab?.focus()
  }
  return (
    <div className={style.banner} role="status">
      <IconListCheck size={17} aria-hidden />
      <span className={style.bannerSaid}>{t(texts.blocked, { names })}</span>
      <Button size="compact-md" onClick={lead}>{t(texts.lead)}</Button>
    </div>
  )
}
