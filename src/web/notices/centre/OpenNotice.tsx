import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { toRecord } from '../../kernel/ui/links.ts'
import { Page } from '../../kernel/ui/Page.tsx'
import { markRead, readNotice } from '../api.ts'
import { texts } from '../texts.ts'
import { titles } from '../titles.ts'

/** Where mails and push messages lead: it is read by that, and what it is about takes this address's place. */
export function OpenNotice() {
  const t = useText()
  const go = useGo()
  const { id } = useParams({ strict: false }) as { id: string }
  const notice = useQuery({ queryKey: ['notice', id], queryFn: () => readNotice(id), retry: false })
  useEffect(() => {
    if (notice.data === undefined) return
    // Whether or not that can be noted, he gets where he wanted.
    void markRead([id]).catch(() => undefined)
    if (notice.data.about !== null) go(toRecord(notice.data.about.object, notice.data.about.id), { replace: true })
  }, [notice.data, id, go])
  return (
    <Page title={t(titles.notices)}>
      {notice.isError && <RefusedFace error={notice.error} />}
      {notice.isPending && <Waiting lines={4} />}
      {notice.data?.about === null && <EmptyFace title={notice.data.title}>{notice.data.body ?? t(texts.wentNowhere)}</EmptyFace>}
    </Page>
  )
}
