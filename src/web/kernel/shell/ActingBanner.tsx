import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { endActing, useSession } from '../api/session.ts'
import { useText } from '../ui/language.ts'
import { useAct } from '../ui/useAct.ts'
import { texts } from './texts.ts'
import style from './shell.module.css'

/** Stands on every screen while an administrator looks with somebody else's rights. */
export function ActingBanner() {
  const t = useText()
  const { acting } = useSession()
  const end = useAct(endActing)
  if (acting === null) return null
  return (
    <div className={style.acting} role="status">
      <IconEye size={16} stroke={1.8} aria-hidden />
      <span>{t(acting.as.kind === 'user' ? texts.actingAsPerson : texts.actingAsRole, { name: acting.as.name })}</span>
      <span className={style.actingNote}>{t(texts.actingNote)}</span>
      <Button size="compact-sm" variant="default" loading={end.busy} onClick={() => void end.run()}>{t(texts.actingEnd)}</Button>
    </div>
  )
}
