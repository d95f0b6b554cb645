import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { common } from '../../kernel/ui/texts.ts'
import { useAct } from '../../kernel/ui/useAct.ts'
import { types } from '../../../fields/types.ts'
import { itemOf, undoOperation, useAccount, type Change, type Configuration } from '../../kernel/shaping/configuration.ts'
import { rowsApart } from '../parts/places.ts'
import type { TabProps } from './ObjectScreen.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

/** Who changed what of this object and its fields, the newest first; each can be taken back. */
export function AccountTab({ configuration, object }: TabProps) {
  const isOfObject = ({ id, before, after }: Change) => id === object.id || (after ?? before)?.object === object.id
  return <Account configuration={configuration} of={isOfObject} />
}

export function Account({ configuration, of, only = {} }: { configuration: Configuration; of(change: Change): boolean; only?: Parameters<typeof useAccount>[0] }) {
  const t = useText()
  const account = useAccount(only)
  const undo = useAct(async (operation: string) => {
    await undoOperation(operation)
    told(t(common.undone))
  }, refused)
  if (account.isError) return <RefusedFace error={account.error} onRetry={() => void account.refetch()} />
  if (account.isPending) return <Waiting lines={6} />
  const changes = account.data.pages.flatMap((page) => page.changes).filter(of)
  if (changes.length === 0 && !account.hasNextPage) return <EmptyFace title={t(texts.noChanges)}>{t(texts.noChangesAbout)}</EmptyFace>
  return (
    <>
      <ul className={style.list}>{changes.map((change) => <ChangeLine key={`${change.operation} ${change.kind} ${change.id}`} change={change} configuration={configuration} onUndo={() => void undo.run(change.operation)} />)}</ul>
      {account.hasNextPage && <div className={style.panel}><Button loading={account.isFetchingNextPage} onClick={() => void account.fetchNextPage()}>{t(texts.earlier)}</Button></div>}
    </>
  )
}

function ChangeLine({ change, configuration, onUndo }: { change: Change; configuration: Configuration; onUndo(): void }) {
  const t = useText()
  const manner = useManner()
  const { before, after, kind, id, version } = change
  const name = nameOf(change, configuration, t)
  const what = before === null ? texts.made : after === null ? texts.gone : texts.changed
  const isNewest = itemOf(configuration, kind, id)?.version === version
  const undoing = `${t(common.undo)}: ${name}`
  return (
    <li className={style.item}>
      <div className={style.itemBody}>
        <div>{t(what, { name })}</div>
        <div className={style.itemAbout}>{types.dateTime.show(change.at, dateTimeField, manner)} · {change.by?.name ?? t(texts.program)}</div>
        {before !== null && after !== null && <Differences before={before} after={after} />}
      </div>
      {isNewest && <Tooltip label={undoing}><ActionIcon aria-label={undoing} onClick={onUndo}><IconArrowBackUp size={17} stroke={1.6} /></ActionIcon></Tooltip>}
    </li>
  )
}

const dateTimeField = { id: 'change.at', name: 'at', label: { pl: '', en: '' }, type: 'dateTime' } as const

function Differences({ before, after }: { before: Record<string, unknown>; after: Record<string, unknown> }) {
  const t = useText()
  const rows = rowsApart(before, after, t)
  if (rows.length === 0) return null
  return <dl className={style.diff}>{rows.map(({ key, label, one, other }) => <div key={key} style={{ display: 'contents' }}><dt>{label}</dt><dd><span className={style.was}>{one}</span> → {other}</dd></div>)}</dl>
}

function nameOf({ before, after, id }: Change, configuration: Configuration, t: ReturnType<typeof useText>): string {
  const said = (after ?? before) as { label?: { pl: string; en: string } } | null
  const known = [...configuration.objects, ...configuration.objects.flatMap((object) => object.fields)].find((one) => one.id === id)
  const label = said?.label ?? known?.label
  return label === undefined ? id : t(label)
}
