import { Badge, Button, Drawer } from '@mantine/core'
import type { LayoutItem } from '../../../contract/configuration.ts'
import { Face } from '../../../fields/face.tsx'
import { fullMoment } from '../../kernel/records/time.ts'
import { useAccount, type Change } from '../../kernel/shaping/configuration.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { common } from '../../kernel/ui/texts.ts'
import { usePathWords } from '../editor/names.ts'
import type { Editing } from '../editor/useEditing.ts'
import type { Body } from '../sheet/sheet.ts'
import { texts as room } from '../texts.ts'
import type { Shaped } from '../WithObject.tsx'
import { layoutsApart } from './apart.ts'
import { Compared } from './Sides.tsx'
import { texts } from './texts.ts'
import style from './publishing.module.css'

interface VersionsProps {
  shaped: Shaped
  editing: Editing
  onClose(): void
}

/** Every version that was published, the newest first. One that is brought back is looked at before it is published again. */
export function Versions({ shaped, editing, onClose }: VersionsProps) {
  const t = useText()
  const account = useAccount({ kind: 'layout', id: editing.standing.id })
  const changes = account.data?.pages.flatMap((page) => page.changes) ?? []
  const bring = (body: Body) => {
    editing.lay(body)
    onClose()
    told(t(texts.broughtBack))
  }
  return (
    <Drawer opened onClose={onClose} position="right" size={520} padding="lg" title={t(texts.versions)} closeButtonProps={{ 'aria-label': t(common.close) }}>
      {account.isError && <RefusedFace error={account.error} onRetry={() => void account.refetch()} />}
      {account.isPending && <Waiting lines={5} />}
      {account.isSuccess && changes.length === 0 && <EmptyFace title={t(texts.noVersions)}>{t(texts.noVersionsAbout)}</EmptyFace>}
      <ol className={style.versions}>{changes.map((change, at) => <Version key={`${change.operation} ${change.version}`} shaped={shaped} editing={editing} change={change} isNow={at === 0 && change.after !== null} onBring={bring} />)}</ol>
      {account.hasNextPage && <Button loading={account.isFetchingNextPage} onClick={() => void account.fetchNextPage()}>{t(texts.moreVersions)}</Button>}
    </Drawer>
  )
}

function Version({ shaped, editing, change, isNow, onBring }: { shaped: Shaped; editing: Editing; change: Change; isNow: boolean; onBring(body: Body): void }) {
  const t = useText()
  const manner = useManner()
  const words = usePathWords(shaped.view)
  const bodyOf = (item: Record<string, unknown> | null) => (item as unknown as LayoutItem | null)?.body ?? null
  const [before, after] = [bodyOf(change.before), bodyOf(change.after)]
  const rows = before === null || after === null ? [] : layoutsApart(editing.place.kind, before, after, { configuration: shaped.configuration, words, t })
  const who = change.by?.name ?? t(room.somebody)
  return (
    <li className={style.version}>
      <Face name={who} />
      <div className={style.versionBody}>
        <div className={style.versionHead}><strong>{t(texts.version, { n: change.version })}</strong>{isNow && <Badge color="teal" variant="light">{t(texts.isNow)}</Badge>}{after === null && <Badge color="gray" variant="light">{t(texts.wasRemoved)}</Badge>}</div>
        <div className={style.quiet}>{who} · <time dateTime={change.at}>{fullMoment(change.at, manner)}</time></div>
        {rows.length > 0 && <details className={style.details}><summary>{t(texts.whatChanged)}</summary><Compared rows={rows} one={t(texts.before)} other={t(texts.after)} /></details>}
        {after !== null && !isNow && <Button size="compact-sm" onClick={() => onBring(after)}>{t(texts.bringBack)}</Button>}
      </div>
    </li>
  )
}
