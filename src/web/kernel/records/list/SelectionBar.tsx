import { Button, CloseButton, Tooltip } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../ui/language.ts'
import { complain, refused, told } from '../../ui/notify.tsx'
import { common } from '../../ui/texts.ts'
import { keys, queries } from '../../api/client.ts'
import { isRunning, type Run } from '../../api/runs.ts'
import { changeMany, restoreChosen, takeBack, watched, type MassChange, type MassResult } from './mass.ts'
import { chosenCount, nothing } from './selection.ts'
import type { Chosen } from './Table.tsx'
import { texts } from './texts.ts'
import type { ListOf } from './useList.ts'
import { windowOf } from './useRowWindow.ts'
import style from '../filter/filter.module.css'

const MassEdit = lazy(async () => ({ default: (await import('./MassEdit.tsx')).MassEdit }))
const mergeAtMost = 5

/** What may be done with the chosen rows. */
export function SelectionBar({ list, selection, setSelection }: Chosen & { list: ListOf }) {
  const t = useText()
  const [editing, setEditing] = useState(false)
  const count = chosenCount(selection, list.count?.value ?? null)
  const act = useMassAction(list, () => setSelection(nothing))
  if (!selection.all && selection.ids.size === 0) return null
  const { object, shown } = list
  const ids = selection.all ? [] : [...selection.ids]
  const merge = async () => {
    const { openMerge } = await import('../merge/open.ts')
    openMerge(object.name, ids)
  }
  const restore = async () => {
    try {
      const restored = await restoreChosen(list, selection)
      setSelection(nothing)
      told(t(texts.restored, { count: restored }))
      void windowOf(object.name, list.request).renew()
    } catch (error) {
      refused(error)
    }
  }
  const canMerge = ids.length >= 2 && ids.length <= mergeAtMost
  return (
    <div className={style.chosen} role="group" aria-label={t(texts.chosen, { count: count ?? 0 })}>
      <span role="status">{count === null ? t(texts.chosenAll) : t(texts.chosen, { count })}</span>
      {shown.trash ? (
        <Button size="compact-md" onClick={() => void restore()}>{t(texts.restore)}</Button>
      ) : (
        <>
          {object.can.change && <Button size="compact-md" onClick={() => setEditing(true)}>{t(texts.massEdit)}</Button>}
          {object.can.change && object.can.delete && (
            <Tooltip label={t(texts.mergeWhy)} disabled={canMerge}>
              <Button size="compact-md" data-disabled={!canMerge || undefined} aria-disabled={!canMerge || undefined} onClick={() => canMerge && void merge()}>{t(texts.merge)}</Button>
            </Tooltip>
          )}
          {object.archivable && object.can.change && (
            <Button size="compact-md" onClick={() => act(selection, { archive: shown.archived !== 'only' }, texts.massArchived)}>{t(shown.archived === 'only' ? texts.unarchive : texts.archive)}</Button>
          )}
          {object.can.delete && <Button size="compact-md" color="red" variant="light" onClick={() => act(selection, { delete: true }, texts.massDeleted)}>{t(common.delete)}</Button>}
        </>
      )}
      <CloseButton size="sm" aria-label={t(texts.unchoose)} onClick={() => setSelection(nothing)} />
      {editing && (
        <Suspense>
          <MassEdit list={list} count={count} onClose={() => setEditing(false)} onChange={(values) => act(selection, { values }, texts.massChanged)} />
        </Suspense>
      )}
    </div>
  )
}

/** Starts the change, tells how it ended with Undo, or leaves it to the tray when it takes longer. */
function useMassAction(list: ListOf, done: () => void) {
  const t = useText()
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: keys.object(list.object.name) })
    void windowOf(list.object.name, list.request).renew()
  }
  return async (selection: Chosen['selection'], change: MassChange, words: typeof texts.massChanged): Promise<void> => {
    try {
      const run = await watched(await changeMany(list, selection, change))
      done()
      if (isRunning(run)) return told(t(texts.massInTray), { id: run.id })
      if (run.state === 'failed') return complain(run.error ?? run.title)
      const undo = async () => {
        await takeBack(run)
        refresh()
      }
      told(wordsOf(run, words, t), { id: run.id, undo })
      refresh()
    } catch (error) {
      refused(error)
    }
  }
}

function wordsOf(run: Run, words: typeof texts.massChanged, t: ReturnType<typeof useText>): string {
  const result = run.result as MassResult | null
  if (result === null) return t(words, { count: run.done })
  const why = result.reasons[0]?.message
  return result.refused === 0 ? t(words, { count: result.changed }) : `${t(words, { count: result.changed })}. ${t(texts.massFailed, { count: result.refused })}${why === undefined ? '' : `: ${why}`}`
}
