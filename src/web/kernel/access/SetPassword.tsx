import { Button, PasswordInput } from '@mantine/core'
import { IconLinkOff } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answer } from '../../../contract/route.ts'
import type { checkLinkRoute } from '../../../server/users/passwords/contract.ts'
import { sentence, sentenceAt } from '../api/problem.ts'
import { request } from '../api/request.ts'
import { enter, type Session } from '../api/session.ts'
import { EmptyFace, Waiting } from '../ui/faces.tsx'
import { useGo } from '../ui/go.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { told } from '../ui/notify.tsx'
import { Frame } from './Frame.tsx'
import { texts } from './texts.ts'
import style from './access.module.css'

/** Opened by the one-time link that an administrator gave: /link#TOKEN. The token never reaches a log, being after the #. */
export function SetPassword({ token }: { token: string }) {
  const t = useText()
  const language = useLanguage()
  const go = useGo()
  const [password, setPassword] = useState('')
  const link = useQuery({ queryKey: ['link', token], queryFn: () => request<Answer<typeof checkLinkRoute>>('POST', '/api/link', { body: { token } }), retry: false })
  const set = useMutation({
    mutationFn: async () => {
      await request('POST', '/api/link/password', { body: { token, password } })
      // Nobody should type twice what was typed just now; if more is asked for (a code), the sign-in page asks.
      await request<Session>('POST', '/api/session', { body: { email: link.data!.mail, password } }).then(enter, () => told(t(texts.linkDone)))
    },
    onSuccess: () => go('/', { replace: true }),
  })
  return (
    <Frame title={t(texts.linkTitle)} lead={link.data && t(link.data.first ? texts.linkFirst : texts.linkLead, { name: link.data.name, mail: link.data.mail })}>
      {link.isPending && <Waiting />}
      {link.isError && <EmptyFace icon={<IconLinkOff size={28} stroke={1.5} aria-hidden />} title={t(texts.linkDead)} action={<Button onClick={() => go('/', { replace: true })}>{t(texts.toSignIn)}</Button>}>{sentence(link.error, language)}</EmptyFace>}
      {link.data && (
        <form
          className={style.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (!set.isPending) set.mutate()
          }}
        >
          <input type="email" autoComplete="username" value={link.data.mail} readOnly hidden />
          <PasswordInput
            label={t(texts.newPassword)} description={t(texts.passwordHelp, { min: link.data.minLength })} autoComplete="new-password" required autoFocus
            value={password} onChange={(event) => setPassword(event.currentTarget.value)} error={set.isError && sentenceAt(set.error, 'password', language)}
          />
          <Button type="submit" variant="filled" size="md" loading={set.isPending}>
            {t(texts.setPassword)}
          </Button>
        </form>
      )}
    </Frame>
  )
}
