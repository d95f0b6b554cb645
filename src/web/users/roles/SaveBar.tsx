import { Button } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { isProblem, sentence } from '../../kernel/api/problem.ts'
import { objectOf, useMetadata } from '../../kernel/api/metadata.ts'
import { useLanguage, useText, type Teller } from '../../kernel/ui/language.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { differencesOf, tidy, type Rights } from './draft.ts'
import { texts, verbTexts } from './texts.ts'
import type { RoleState } from './useRole.ts'
import style from './roles.module.css'

/** Stands at the foot while something is unsaved; says what was refused, and where. */
export function SaveBar({ state }: { state: RoleState }) {
  const t = useText()
  const { differences, save, theirs, rights } = state
  const isDirty = differences.length > 0
  return (
    <>
      <Leaving isDirty={isDirty} />
      <div role="status" className="sd-unseen">{isDirty ? t(texts.unsaved, { count: differences.length }) : ''}</div>
      {isDirty && (
        <div className={style.saveBar}>
          <span className={style.unsaved}>{t(texts.unsaved, { count: differences.length })}</span>
          {save.error !== null && <Refused error={save.error} rights={rights!} />}
          <Button disabled={save.busy} onClick={state.discard}>{t(texts.discard)}</Button>
          <Button variant="filled" loading={save.busy} onClick={() => void save.run()}>{t(texts.save)}</Button>
        </div>
      )}
      {theirs !== null && (
        <Window title={t(texts.staleTitle)} onClose={state.decideLater}>
          <p>{t(texts.staleAbout, { count: differencesOf(rights!, theirs).length })}</p>
          <div className={style.choices}>
            <Button onClick={state.takeTheirs}>{t(texts.loadTheirs)}</Button>
            <Button variant="filled" loading={save.busy} onClick={() => void save.run(theirs.version)}>{t(texts.saveMine)}</Button>
          </div>
        </Window>
      )}
    </>
  )
}

function Refused({ error, rights }: { error: unknown; rights: Rights }) {
  const t = useText()
  const language = useLanguage()
  const metadata = useMetadata()
  const nameOf = (object: string, say: Teller) => say(objectOf(metadata, object)?.plural ?? { pl: object, en: object })
  const told = (isProblem(error) ? (error.problem.fields ?? []) : []).map(({ field, message }) => {
    const grant = tidy(rights).grants[Number(/^grants\.(\d+)/.exec(field)?.[1] ?? -1)]
    return grant === undefined ? message : t(texts.refusedAt, { object: nameOf(grant.object, t), verb: t(verbTexts[grant.verb]), message })
  })
  return <span className={style.fault} role="alert">{told.length > 0 ? told.join(' ') : sentence(error, language)}</span>
}

/** Nobody loses half an hour of work by one wrong click. */
function Leaving({ isDirty }: { isDirty: boolean }) {
  const t = useText()
  const blocker = useBlocker({ shouldBlockFn: () => isDirty, enableBeforeUnload: () => isDirty, withResolver: true })
  if (blocker.status !== 'blocked') return null
  return (
    <Window title={t(texts.leaveTitle)} onClose={blocker.reset}>
      <p>{t(texts.leaveAbout)}</p>
      <div className={style.choices}>
        <Button onClick={blocker.proceed}>{t(texts.leave)}</Button>
        <Button variant="filled" onClick={blocker.reset}>{t(texts.stay)}</Button>
      </div>
    </Window>
  )
}
