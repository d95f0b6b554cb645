import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { Copyable } from '../../kernel/ui/Copyable.tsx'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { fullMoment } from '../../kernel/records/time.ts'
import type { PasswordLink } from './link.ts'
import { texts } from './texts.ts'
import style from '../users.module.css'

/** The one-time link, shown this once. */
export function LinkShown({ link: { link, expiresAt }, mail }: { link: PasswordLink; mail: string }) {
  const t = useText()
  const when = fullMoment(expiresAt, useManner())
  const letter = `mailto:${encodeURIComponent(mail)}?${new URLSearchParams({ subject: t(texts.mailSubject), body: t(texts.mailBody, { link, when }) }).toString().replaceAll('+', '%20')}`
  return (
    <>
      <p className={style.notice}>{t(texts.linkOnce, { when })}</p>
      <Copyable value={link} label={t(texts.link)} />
      <div><Button component="a" href={letter} leftSection={<IconMail size={16} stroke={1.6} />}>{t(texts.sendMail)}</Button></div>
    </>
  )
}
