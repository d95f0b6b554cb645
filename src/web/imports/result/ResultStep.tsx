import { Button, Progress } from '@mantine/core'
import { IconDownload, IconList, IconRepeat } from '@tabler/icons-react'
import { useState } from 'react'
import type { ObjectView } from '../../../contract/records.ts'
import type { Text } from '../../../contract/text.ts'
import { Go } from '../../kernel/ui/Go.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { toList } from '../../kernel/ui/links.ts'
import { refused } from '../../kernel/ui/notify.tsx'
import { countText } from '../../kernel/ui/number.ts'
import { cancel, isGoing, type Import } from '../api.ts'
import { SaveAs } from '../columns/SavedMappings.tsx'
import { Counts } from '../Counts.tsx'
import { StepHead } from '../Frame.tsx'
import { toCreated, toNewImport, toRefusedFile } from '../links.ts'
import { Refusals } from '../preview/Refusals.tsx'
import { texts } from '../texts.ts'
import { UndoButton } from '../Undo.tsx'
import page from '../imports.module.css'

const titles: Partial<Record<Import['state'], Text>> = {
  running: texts.importing, done: texts.doneTitle, cancelled: texts.cancelledTitle, failed: texts.failedTitle, undoing: texts.undoingTitle, undone: texts.undoneTitle,
}
const leads: Partial<Record<Import['state'], Text>> = { running: texts.leave, undoing: texts.leave, cancelled: texts.cancelledAbout, undone: texts.undoneAbout }

/** Last step: how it goes, how it came out, and the way back. */
export function ResultStep({ it, object }: { it: Import; object: ObjectView }) {
  const t = useText()
  const lead = leads[it.state]
  return (
    <div className={page.body}>
      <StepHead title={t(titles[it.state] ?? texts.result)}>{lead && t(lead)}</StepHead>
      {it.failure !== null && it.state === 'failed' && <div role="alert" className={page.wrong}>{it.failure}</div>}
      {isGoing(it) && <Going it={it} />}
      <Counts counts={it.counts} />
      {(it.undoConflicts ?? 0) > 0 && it.state === 'undone' && <p className={page.why} role="status">{t(texts.undoConflicts, { count: it.undoConflicts })}</p>}
      {!isGoing(it) && <Onward it={it} object={object} />}
    </div>
  )
}

function Going({ it }: { it: Import }) {
  const t = useText()
  const language = useLanguage()
  const [asked, setAsked] = useState(false)
  const done = it.progress?.done ?? 0
  const total = it.progress?.total ?? null
  const share = total === null || total === 0 ? null : (done / total) * 100
  const words = total === null ? t(texts.progressRows, { done: countText(done, language) }) : t(texts.progress, { done: countText(done, language), total: countText(total, language) })
  const stop = () => {
    setAsked(true)
    void cancel(it.id).catch(refused)
  }
  return (
    <div className={page.narrow}>
      <Progress value={share ?? 100} animated={share === null} size="lg" aria-label={t(titles[it.state] ?? texts.importing)} />
      <div className={page.row}>
        <span className={page.quiet}>{words}</span>
        {it.state === 'running' && <Button size="compact-md" disabled={asked} onClick={stop}>{t(texts.cancel)}</Button>}
        <span className={page.small} role="status">{asked ? t(texts.cancelAsked) : ''}</span>
      </div>
    </div>
  )
}

function Onward({ it, object }: { it: Import; object: ObjectView }) {
  const t = useText()
  const wrote = it.state !== 'undone'
  return (
    <>
      <div className={page.actions}>
        {wrote && it.counts.created > 0
          ? <Button variant="filled" component={Go} href={toCreated(it)} leftSection={<IconList className={page.icon} stroke={1.7} />}>{t(texts.showCreated)}</Button>
          : <Button component={Go} href={toList(object.name)} leftSection={<IconList className={page.icon} stroke={1.7} />}>{t(texts.toListOf, { what: t(object.plural) })}</Button>}
        {it.counts.refused > 0 && <Button component="a" href={toRefusedFile(it.id)} download leftSection={<IconDownload className={page.icon} stroke={1.7} />}>{t(texts.refusedRows)}</Button>}
        <UndoButton it={it} />
        <Button component={Go} href={toNewImport(it.object, it.id)} leftSection={<IconRepeat className={page.icon} stroke={1.7} />}>{t(texts.again)}</Button>
      </div>
      {it.counts.refused > 0 && wrote && (
        <section aria-label={t(texts.refused)}>
          <h3 className={page.partTitle}>{t(texts.refused)}</h3>
          <Refusals it={it} download={false} />
        </section>
      )}
      <div className={page.narrow}><div className={page.card}><SaveAs it={it} onSaved={() => undefined} /></div></div>
    </>
  )
}
