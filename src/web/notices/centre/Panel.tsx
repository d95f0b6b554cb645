import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconBellCheck, IconChecks, IconSettings } from '@tabler/icons-react'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { refused } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { markAllRead, noticesQuery, useUnread } from '../api.ts'
import { toNotices, toOwnSettings } from '../links.ts'
import { texts } from '../texts.ts'
import { titles } from '../titles.ts'
import { NoticeList } from './NoticeList.tsx'
import style from '../notices.module.css'

/** The latest, under the bell. */
export function Panel({ phone, onClose }: { phone: boolean; onClose(): void }) {
  const t = useText()
  const go = useGo()
  const unread = useUnread()
  const notices = useInfiniteQuery(noticesQuery({ show: 'all' }))
  const readAll = useAct(markAllRead, refused)
  const goTo = (address: string) => {
    onClose()
    go(address)
  }
  const found = notices.data?.pages[0]?.notices ?? []
  return (
    <div className={style.panel} data-phone={phone || undefined}>
      <div className={style.head}>
        {phone ? <span /> : <h2 className={style.title}>{t(titles.notices)}</h2>}
        <div className={style.acts}>
          <Tooltip label={t(texts.readAll)}><ActionIcon aria-label={t(texts.readAll)} disabled={unread === 0} loading={readAll.busy} onClick={() => void readAll.run()}><IconChecks size={18} stroke={1.6} /></ActionIcon></Tooltip>
          <Tooltip label={t(texts.settings)}><ActionIcon aria-label={t(texts.settings)} onClick={() => goTo(toOwnSettings)}><IconSettings size={18} stroke={1.6} /></ActionIcon></Tooltip>
        </div>
      </div>
      <div className={style.scroll}>
        {notices.isError && <RefusedFace error={notices.error} onRetry={() => void notices.refetch()} />}
        {notices.isPending && <Waiting lines={6} />}
        {notices.isSuccess && found.length === 0 && <EmptyFace icon={<IconBellCheck size={28} stroke={1.5} aria-hidden />} title={t(texts.none)}>{t(texts.noneAbout)}</EmptyFace>}
        <NoticeList notices={found} onGo={goTo} />
      </div>
      {found.length > 0 && <div className={style.foot}><Button variant="subtle" size="compact-md" onClick={() => goTo(toNotices)}>{t(texts.showAll)}</Button></div>}
    </div>
  )
}
