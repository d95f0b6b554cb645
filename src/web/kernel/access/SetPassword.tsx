import { Button, PasswordInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answer } from '../../../contract/route.ts'
import type { checkLinkRoute } from '../../../server/users/passwords/contract.ts'
import { sentenceAt } from '../api/problem.ts'
import { request } from '../api/request.ts'
import { RefusedFace, Waiting } from '../ui/faces.tsx'
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
    mutationFn: () => request('POST', '/api/link/password', { body: { token, password } }),
    onSuccess: () => {
      told(t(texts.linkDone))
      go('/', { replace: true })
    },
  })
  return (
    <Frame title={t(texts.linkTitle)} lead={link.data && t(texts.linkLead, { name: link.data.name, mail: link.data.mail })}>
      {link.isPending && <Waiting />}
      {link.isError && <RefusedFace error={link.error} />}
      {link.data && (
        <form
          className={style.form}
          onSubmit={(event) => {
            event.preventDefault()
            set.mutate()
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
