import { Button } from '@mantine/core'
import { IconArrowForwardUp } from '@tabler/icons-react'
import type { LinkValue, ObjectView, RecordRow } from '../../../contract/records.ts'
import { runAction } from '../../kernel/api/records.ts'
import { openAction, openEditOf } from '../../kernel/records/form/open.ts'
import { useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { texts as common } from '../texts.ts'
import { isAsked, isGivenAway } from './delegation.ts'
import style from './page.module.css'
import { texts } from './texts.ts'

const nameOf = (link: unknown): string => (link as LinkValue | null)?.name ?? ''

/** Who asked whom, and what can be answered: to the one who is asked, to the one who asks, to the one who was refused. */
export function DelegationBanner({ record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const answer = useAct(async (action: 'accept' | 'takeBack') => {
    await runAction('activity', record.id, action)
    told(action === 'accept' ? t(common.accepted, { title: String(record['title']) }) : t(texts.tookBack))
  }, refused)
  const isRefused = record['delegation'] === 'refused'
  const said = isAsked(record) ? t(texts.asks, { name: nameOf(record['delegatedBy']) })
    : isRefused ? t(texts.wasRefused, { reason: String(record['delegationNote'] ?? '') })
      : t(record['delegation'] === 'accepted' ? texts.wasAccepted : texts.waitsForAnswer, { name: nameOf(record['owner']) })
  return (
    <div className={style.banner} role="status" data-tone={isRefused ? 'red' : isAsked(record) ? 'amber' : undefined}>
      <IconArrowForwardUp size={17} aria-hidden />
      <span className={style.said}>{said}</span>
      {isAsked(record) && <Button size="compact-md" variant="filled" loading={answer.busy} onClick={() => void answer.run('accept')}>{t(texts.accept)}</Button>}
      {isAsked(record) && <Button size="compact-md" onClick={() => openAction('activity', record.id, 'refuse')}>{t(texts.refuse)}</Button>}
      {isGivenAway(record) && <Button size="compact-md" loading={answer.busy} onClick={() => void answer.run('takeBack')}>{t(texts.takeBack)}</Button>}
      {isRefused && record.can?.change === true && <Button size="compact-md" onClick={() => openEditOf('activity', record.id, 'owner')}>{t(texts.giveOther)}</Button>}
    </div>
  )
}
