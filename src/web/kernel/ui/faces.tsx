import { Button, Skeleton } from '@mantine/core'
import { IconLock, IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { isProblem, sentence } from '../api/problem.ts'
import { useLanguage, useText } from './language.ts'
import { common } from './texts.ts'
import style from './ui.module.css'

/** Nothing here yet: what it is for, and the first step. */
export function EmptyFace({ icon, title, children, action }: { icon?: ReactNode; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={style.face}>
      {icon && <div className={style.faceIcon}>{icon}</div>}
      <h2 className={style.faceTitle}>{title}</h2>
      {children && <div className={style.faceText}>{children}</div>}
      {action}
    </div>
  )
}

/** Refused or failed: why, and whom to ask or what to try. */
export function RefusedFace({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useText()
  const language = useLanguage()
  const denied = isProblem(error, 403, 404)
  return (
    <div className={style.face} role="alert">
      <div className={style.faceIcon}>{denied ? <IconLock size={28} stroke={1.5} aria-hidden /> : <IconPlugConnectedX size={28} stroke={1.5} aria-hidden />}</div>
      <h2 className={style.faceTitle}>{denied ? t(common.notAllowed) : t(common.failed)}</h2>
      <div className={style.faceText}>
        {sentence(error, language)} {isProblem(error, 403) && t(common.askAdministrator)}
      </div>
      {onRetry && !denied && <Button onClick={onRetry}>{t(common.tryAgain)}</Button>}
    </div>
  )
}

/** Lines in the place of text that is coming. */
export function Waiting({ lines = 3, label }: { lines?: number; label?: string }) {
  const t = useText()
  return (
    <div className={style.waiting} role="status" aria-label={label ?? t(common.waiting)}>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={12} width={`${88 - ((index * 23) % 46)}%`} radius="xs" />
      ))}
    </div>
  )
}
