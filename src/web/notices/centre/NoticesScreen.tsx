import { Button, SegmentedControl, Select } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconBellCheck, IconChecks, IconSettings } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { refused } from '../../kernel/ui/notify.tsx'
import { Page } from '../../kernel/ui/Page.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { markAllRead, noticesQuery, useUnread, type Shown } from '../api.ts'
import { toOwnSettings } from '../links.ts'
import { texts } from '../texts.ts'
import { titles } from '../titles.ts'
import { NoticeList } from './NoticeList.tsx'
import style from '../notices.module.css'

/** All one was told, unread or not, by kind. */
export function NoticesScreen() {
  const t = useText()
  const go = useGo()
  const [shown, setShown] = useState<Shown>({ show: 'all' })
  const notices = useInfiniteQuery(noticesQuery(shown))
  const readAll = useAct(markAllRead, refused)
  const unread = useUnread()
  const found = notices.data?.pages.flatMap((page) => page.notices) ?? []
  const kinds = notices.data?.pages[0]?.kinds ?? []
  const isFiltered = shown.show === 'unread' || shown.kind !== undefined
  return (
    <Page
      title={t(titles.notices)}
      acts={<>
        <Button variant="default" leftSection={<IconChecks size={16} stroke={1.6} />} disabled={unread === 0} loading={readAll.busy} onClick={() => void readAll.run()}>{t(texts.readAll)}</Button>
        <Button variant="default" leftSection={<IconSettings size={16} stroke={1.6} />} onClick={() => go(toOwnSettings)}>{t(texts.settings)}</Button>
      </>}
    >
      <div>
        <div className={style.bar}>
          <SegmentedControl aria-label={t(texts.which)} data={[{ value: 'all', label: t(texts.all) }, { value: 'unread', label: t(texts.unread) }]} value={shown.show} onChange={(show) => setShown({ ...shown, show: show as Shown['show'] })} />
          <Select aria-label={t(texts.kind)} placeholder={t(texts.allKinds)} clearable data={kinds.map(({ name, label }) => ({ value: name, label }))} value={shown.kind ?? null} onChange={(kind) => setShown({ ...shown, kind: kind ?? undefined })} />
        </div>
        {notices.isError && <RefusedFace error={notices.error} onRetry={() => void notices.refetch()} />}
        {notices.isPending && <Waiting lines={8} />}
        {notices.isSuccess && found.length === 0 && <EmptyFace icon={<IconBellCheck size={28} stroke={1.5} aria-hidden />} title={t(isFiltered ? texts.noneFound : texts.none)}>{!isFiltered && t(texts.noneAbout)}</EmptyFace>}
        {found.length > 0 && (
          <div className={style.board}>
            <NoticeList notices={found} onGo={go} />
            {notices.hasNextPage && <div className={style.more}><Button variant="subtle" loading={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>{t(texts.more)}</Button></div>}
          </div>
        )}
      </div>
    </Page>
  )
}
