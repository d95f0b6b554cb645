import type { TimelineEntry } from '../../contract/records.ts'
import { changeRecord, readRecord } from '../kernel/api/records.ts'
import { openAction } from '../kernel/records/form/open.ts'
import { useText } from '../kernel/ui/language.ts'
import { refused, told } from '../kernel/ui/notify.tsx'
import { useAct } from '../kernel/ui/useAct.ts'
import style from './activities.module.css'
import { texts } from './texts.ts'

/** What is still to be done can be finished where it stands on the time line. */
export function EntryActs({ entry, onDone }: { entry: TimelineEntry; onDone(): void }) {
  const t = useText()
  const finish = useFinish(onDone)
  const { record } = entry
  if (record === undefined || entry.planned !== true || entry.recurrence !== undefined) return null
  return (
    <span className={style.acts}>
      <button type="button" className={style.act} disabled={finish.busy} onClick={() => void finish.run({ id: record.id, title: entry.title })}>{t(texts.finish)}</button>
      <button type="button" className={style.act} onClick={() => openAction('activity', record.id, 'finish')}>{t(texts.finishWith)}</button>
    </span>
  )
}

/** Done, with the way back. */
export function useFinish(onDone: () => void) {
  const t = useText()
  return useAct(async ({ id, title }: { id: string; title: string }) => {
    const { version } = await readRecord('activity', id, ['state'])
    const after = await changeRecord('activity', id, version, { state: 'done' })
    onDone()
    const undo = async () => {
      await changeRecord('activity', id, after.version, { state: 'open' })
      onDone()
    }
    told(t(texts.finished, { title }), { undo })
  }, refused)
}
