import { Button } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { isProblem, sentence } from '../../kernel/api/problem.ts'
import { Go } from '../../kernel/ui/Go.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { common } from '../../kernel/ui/texts.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import type { Configuration } from '../../kernel/shaping/configuration.ts'
import { toGaps } from '../links.ts'
import { objectNamed } from '../model.ts'
import { placeWords, rowsApart } from './places.ts'
import type { Draft, Saving } from './saving.ts'
import { texts } from './texts.ts'
import style from './parts.module.css'

interface FootProps {
  draft: Draft<unknown>
  saving: Saving
  /** Something new, kept only when saved. */
  fresh?: boolean
  save?: string
  discard?(): void
}

/** At the foot while something is unsaved: what was refused, what to know before saving, and both sides where two changed the same. */
export function SaveFoot({ draft, saving, fresh = false, save, discard }: FootProps) {
  const t = useText()
  const { act } = saving
  const shown = fresh || draft.isDirty
  const drop = () => {
    draft.forget()
    act.clear()
    discard?.()
  }
  return (
    <>
      <Leaving draft={draft} />
      <div role="status" className="sd-unseen">{draft.isDirty ? t(texts.unsaved) : ''}</div>
      {shown && (
        <div className={style.foot}>
          <span className={style.unsaved}>{draft.isDirty && !fresh ? t(texts.unsaved) : ''}</span>
          {act.error !== null && <Refused error={act.error} configuration={draft.base} />}
          <Button disabled={act.busy} onClick={drop}>{fresh ? t(common.cancel) : t(texts.discard)}</Button>
          <Button variant="filled" loading={act.busy} onClick={() => void act.run()}>{save ?? t(common.save)}</Button>
        </div>
      )}
      {saving.notes !== null && <Notes saving={saving} configuration={draft.base} />}
      {saving.theirs !== null && <Sides saving={saving} onTheirs={() => { saving.later(); draft.forget() }} />}
    </>
  )
}

export function Refused({ error, configuration }: { error: unknown; configuration: Configuration }) {
  const t = useText()
  const language = useLanguage()
  const uses = isProblem(error) ? ((error.problem as { uses?: string[] }).uses ?? []) : []
  const told = isProblem(error) ? [...new Set((error.problem.fields ?? []).map(({ message }) => message))] : []
  if (uses.length > 0) return <div className={style.refused} role="alert">{t(texts.usedIn)}<ul>{uses.map((place) => <li key={place}>{placeWords(configuration, place, t)}</li>)}</ul></div>
  return <div className={style.refused} role="alert">{told.length > 0 ? told.join(' ') : sentence(error, language)}</div>
}

function Notes({ saving, configuration }: { saving: Saving; configuration: Configuration }) {
  const t = useText()
  return (
    <Window title={t(texts.notesTitle)} onClose={saving.later}>
      {saving.notes!.map(({ object, field, count }) => {
        const label = objectNamed(configuration, object)?.fields.find((one) => one.name === field)?.label
        return (
          <div key={`${object}.${field}`}>
            <p>{t(texts.gaps, { count, field: label === undefined ? field : t(label) })}</p>
            <Go className="sd-link" href={toGaps(objectNamed(configuration, object)!, field)} target="_blank">{t(texts.showGaps)}</Go>
          </div>
        )
      })}
      <div className={style.acts}>
        <Button onClick={saving.later}>{t(common.cancel)}</Button>
        <Button variant="filled" loading={saving.act.busy} onClick={saving.confirm} data-autofocus>{t(texts.saveAnyway)}</Button>
      </div>
    </Window>
  )
}

function Sides({ saving, onTheirs }: { saving: Saving; onTheirs(): void }) {
  const t = useText()
  const { item, mine } = saving.theirs!
  const isGone = item === null || (item.removedAt ?? null) !== null
  return (
    <Window title={t(texts.staleTitle)} onClose={saving.later}>
      {isGone ? <p>{t(texts.goneNow)}</p> : (
        <>
          <p>{t(texts.staleAbout)}</p>
          <table className={style.sides}>
            <thead><tr><th>{t(texts.part)}</th><th>{t(texts.theirs)}</th><th>{t(texts.yours)}</th></tr></thead>
            <tbody>{rowsApart(item.body, mine.body, t).map(({ key, label, one, other }) => <tr key={key}><th scope="row">{label}</th><td>{one}</td><td>{other}</td></tr>)}</tbody>
          </table>
        </>
      )}
      <div className={style.acts}>
        <Button onClick={onTheirs}>{t(texts.takeTheirs)}</Button>
        <Button variant="filled" loading={saving.act.busy} onClick={saving.saveOver}>{t(texts.saveMine)}</Button>
      </div>
    </Window>
  )
}

/** Nobody loses half an hour of work by one wrong click. */
function Leaving({ draft }: { draft: Draft<unknown> }) {
  const t = useText()
  const blocker = useBlocker({ shouldBlockFn: () => draft.isDirtyNow(), enableBeforeUnload: () => draft.isDirtyNow(), withResolver: true })
  if (blocker.status !== 'blocked') return null
  return (
    <Window title={t(texts.leaveTitle)} onClose={blocker.reset}>
      <p>{t(texts.leaveAbout)}</p>
      <div className={style.acts}>
        <Button onClick={blocker.proceed}>{t(texts.leave)}</Button>
        <Button variant="filled" onClick={blocker.reset}>{t(texts.stay)}</Button>
      </div>
    </Window>
  )
}
