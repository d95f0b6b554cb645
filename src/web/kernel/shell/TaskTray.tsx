import { ActionIcon, Button, Indicator, Popover, Progress, Tooltip } from '@mantine/core'
import { IconProgress } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { undoRecord } from '../api/records.ts'
import { cancelRun, isRunning, toldElsewhere, useRuns, type Run } from '../api/runs.ts'
import { onRun } from '../api/events.ts'
import { useText } from '../ui/language.ts'
import { complain, refused, told } from '../ui/notify.tsx'
import { texts } from './texts.ts'
import style from './shell.module.css'

/** Longer work goes here: it can be left, watched, cancelled, taken back. */
export function TaskTray() {
  const t = useText()
  const runs = useRuns().data ?? []
  const running = runs.filter(isRunning)
  useEnds()
  if (runs.length === 0) return null
  const label = t(texts.runningCount, { count: running.length })
  return (
    <Popover position="bottom-end" width={340}>
      <Popover.Target>
        <Tooltip label={label}>
          <Indicator disabled={running.length === 0} label={running.length} size={15} color="teal" withBorder={false}>
            <ActionIcon size="lg" aria-label={label}>
              <IconProgress size={19} stroke={1.6} className={running.length > 0 ? style.turning : undefined} />
            </ActionIcon>
          </Indicator>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={style.tray}>
        <h2 className={style.trayTitle}>{t(texts.running)}</h2>
        <ul className={style.runs}>
          {runs.slice(0, 12).map((run) => (
            <RunLine key={run.id} run={run} />
          ))}
        </ul>
        <p className={style.trayNote}>{t(texts.noRuns)}</p>
      </Popover.Dropdown>
    </Popover>
  )
}

function RunLine({ run }: { run: Run }) {
  const t = useText()
  const share = run.total === null || run.total === 0 ? null : Math.min(100, (run.done / run.total) * 100)
  const words = { queued: texts.runWaiting, running: null, done: texts.runDone, failed: texts.runFailed, cancelled: texts.runCancelled }[run.state]
  return (
    <li className={style.run}>
      <div className={style.runHead}>
        <span className={style.runTitle}>{run.title}</span>
        {isRunning(run) && (
          <Button size="compact-xs" variant="subtle" onClick={() => void cancelRun(run.id).catch(refused)}>
            {t(texts.cancelRun)}
          </Button>
        )}
      </div>
      {isRunning(run) && <Progress value={share ?? 100} animated={share === null} size="sm" aria-label={run.title} />}
      <span className={style.runState}>
        {words === null ? '' : `${t(words)} · `}
        {run.total === null ? run.done.toLocaleString() : t(texts.runProgress, { done: run.done, total: run.total })}
      </span>
    </li>
  )
}

/** Somebody who left a longer work is told when it ends. */
function useEnds(): void {
  const t = useText()
  const [watched] = useState(() => new Set<string>())
  useEffect(
    () =>
      onRun((run) => {
        if (isRunning(run)) watched.add(run.id)
        else if (watched.delete(run.id) && !toldElsewhere.has(run.id)) {
          if (run.state === 'failed') complain(t(texts.runBroke, { title: run.title }) + (run.error === null ? '' : `: ${run.error}`))
          else if (run.state === 'done') told(t(texts.runFinished, { title: run.title }), { id: run.id, undo: undoOf(run) })
        }
      }),
    [t, watched],
  )
}

/** What a run did as one operation can be taken back as one. */
function undoOf(run: Run): (() => Promise<unknown>) | undefined {
  const { operation } = (run.result ?? {}) as { operation?: string }
  return operation === undefined ? undefined : () => undoRecord({ operation })
}
