import { Button, CloseButton, Tooltip } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../ui/language.ts'
import { complain, refused, told } from '../../ui/notify.tsx'
import { common } from '../../ui/texts.ts'
import { keys, queries } from '../../api/client.ts'
import { isRunning, type Run } from '../../api/runs.ts'
import { changeMany, restoreChosen, takeBack, watched, type MassChange, type MassResult } from './mass.ts'
import { chosenCount, nothing, type Selection } from './selection.ts'
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
  const count = chosenCount(selection, list.count?.value ?? null)
  const clear = () => setSelection(nothing)
  if (!selection.all && selection.ids.size === 0) return null
  return (
    <div className={style.chosen} role="group" aria-label={t(texts.chosen, { count: count ?? 0 })}>
      <span role="status">{count === null ? t(texts.chosenAll) : t(texts.chosen, { count })}</span>
      {list.shown.trash ? <RestoreButton list={list} selection={selection} onDone={clear} /> : <Actions list={list} selection={selection} count={count} onDone={clear} />}
      <CloseButton size="sm" aria-label={t(texts.unchoose)} onClick={clear} />
    </div>
  )
}

interface ActionsProps {
  list: ListOf
  selection: Selection
  onDone(): void
}

function Actions({ list, selection, count, onDone }: ActionsProps & { count: number | null }) {
  const t = useText()
  const [editing, setEditing] = useState(false)
  const act = useMassAction(list, onDone)
  const { mass, archivable } = list.object
  const past = list.shown.archived === 'only'
  return (
    <>
      {mass.change && <Button size="compact-md" onClick={() => setEditing(true)}>{t(texts.massEdit)}</Button>}
      {mass.merge && <MergeButton object={list.object.name} ids={selection.all ? [] : [...selection.ids]} />}
      {archivable && mass.change && <Button size="compact-md" onClick={() => void act(selection, { archive: !past }, past ? texts.massUnarchived : texts.massArchived)}>{t(past ? texts.unarchive : texts.archive)}</Button>}
      {mass.delete && <Button size="compact-md" color="red" variant="light" onClick={() => void act(selection, { delete: true }, texts.massDeleted)}>{t(common.delete)}</Button>}
      {editing && (
        <Suspense>
          <MassEdit list={list} count={count} onClose={() => setEditing(false)} onChange={(values) => void act(selection, { values }, texts.massChanged)} />
        </Suspense>
      )}
    </>
  )
}

function MergeButton({ object, ids }: { object: string; ids: readonly string[] }) {
  const t = useText()
  const may = ids.length >= 2 && ids.length <= mergeAtMost
  const merge = async () => {
    const { openMerge } = await import('../merge/open.ts')
    openMerge(object, ids)
  }
  return (
    <Tooltip label={t(texts.mergeWhy)} disabled={may}>
      <Button size="compact-md" data-disabled={!may || undefined} aria-disabled={!may || undefined} onClick={() => may && void merge()}>{t(texts.merge)}</Button>
    </Tooltip>
  )
}

function RestoreButton({ list, selection, onDone }: ActionsProps) {
  const t = useText()
  const restore = async () => {
    try {
      const restored = await restoreChosen(list, selection)
      onDone()
      told(t(texts.restored, { count: restored }))
      void windowOf(list.object.name, list.request).renew()
    } catch (error) {
      refused(error)
    }
  }
  return <Button size="compact-md" onClick={() => void restore()}>{t(texts.restore)}</Button>
}

/** Starts the change, tells how it ended with Undo, or leaves it to the tray when it takes longer. */
function useMassAction(list: ListOf, done: () => void) {
  const t = useText()
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: keys.object(list.object.name) })
    void windowOf(list.object.name, list.request).renew()
  }
  return async (selection: Selection, change: MassChange, words: typeof texts.massChanged): Promise<void> => {
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
