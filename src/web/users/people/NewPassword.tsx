import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { fieldSentences } from '../../kernel/api/problem.ts'
import { request } from '../../kernel/api/request.ts'
import { useText } from '../../kernel/ui/language.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { Asked } from '../Asked.tsx'
import { makeLink, stateChanged, suggestedPassword, type PasswordLink } from './link.ts'
import { LinkShown } from './LinkShown.tsx'
import { texts } from './texts.ts'
import style from '../users.module.css'

interface About {
  person: { id: string; name: string; mail: string }
  onClose(): void
}

export function NewLink({ person, onClose }: About) {
  const t = useText()
  const [link, setLink] = useState<PasswordLink | null>(null)
  const make = useAct(async () => setLink(await makeLink(person.id)))
  if (link === null) {
    return (
      <Window title={t(texts.newLink)} onClose={onClose}>
        <Asked act={make} doIt={t(texts.makeLink)} about={t(texts.newLinkAbout, { name: person.name })}>{null}</Asked>
      </Window>
    )
  }
  return (
    <Window title={person.name} onClose={onClose}>
      <div className={style.form}>
        <LinkShown link={link} mail={person.mail} />
        <div className={`${style.row} ${style.end}`}><Button variant="filled" onClick={onClose}>{t(texts.done)}</Button></div>
      </div>
    </Window>
  )
}

/** Seen while it is typed: it is going to be read out to somebody. */
export function TemporaryPassword({ person, onClose }: About) {
  const t = useText()
  const [password, setPassword] = useState('')
  const set = useAct(async () => {
    await request('PUT', `/api/users/${person.id}/password`, { body: { password } })
    told(t(texts.passwordSet, { name: person.name }))
    onClose()
    await stateChanged(person.id)
  })
  return (
    <Window title={`${t(texts.temporary)}: ${person.name}`} onClose={onClose}>
      <Asked act={set} doIt={t(texts.setPassword)} about={t(texts.temporaryAbout)}>
        <TextInput label={t(texts.temporaryLabel)} value={password} onChange={(event) => setPassword(event.currentTarget.value)} error={fieldSentences(set.error).password} autoComplete="off" spellCheck={false} required withAsterisk={false} data-autofocus classNames={{ input: style.mono }} />
        <div><Button size="compact-md" onClick={() => setPassword(suggestedPassword())}>{t(texts.suggest)}</Button></div>
      </Asked>
    </Window>
  )
}
