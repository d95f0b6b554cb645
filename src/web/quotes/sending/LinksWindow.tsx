import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { RecordRow } from '../../../contract/records.ts'
import { makeLink, withdrawLinks } from '../../../server/quotes/contract.ts'
import { call } from '../../kernel/api/request.ts'
import { fullMoment } from '../../kernel/records/time.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { sendingQuery } from '../asking.ts'
import style from './sending.module.css'
import { texts } from './texts.ts'

/** The secret links that lead to a sent quote: were they opened, a further one, or none any more. */
export function LinksWindow({ record, onClose }: { record: RecordRow; onClose(): void }) {
  const t = useText()
  const manner = useManner()
  const sending = useQuery(sendingQuery(record.id))
  const make = useAct(async () => {
    const { url } = await call(makeLink, { params: { id: record.id } })
    await navigator.clipboard?.writeText(url).catch(() => undefined)
    told(t(texts.copied, { url }))
    await sending.refetch()
  }, refused)
  const withdraw = useAct(async () => {
    const { withdrawn } = await call(withdrawLinks, { params: { id: record.id } })
    told(t(texts.withdrawn, { count: withdrawn }))
    await sending.refetch()
  }, refused)
  const links = sending.data?.links ?? []
  return (
    <Window title={t(texts.links)} onClose={onClose}>
      {sending.isError ? <RefusedFace error={sending.error} /> : sending.data === undefined ? <Waiting lines={2} /> : (
        <div className={style.letter}>
          {links.length === 0 ? <p className={style.quiet}>{t(texts.noLinks)}</p> : (
            <ul className={style.links}>
              {links.map(({ id, madeAt, seenAt, withdrawnAt }) => (
                <li key={id}>{t(texts.madeAt, { when: fullMoment(madeAt, manner) })} <span className={style.quiet}>{withdrawnAt !== null ? t(texts.gone) : seenAt === null ? t(texts.notSeen) : t(texts.seen, { when: fullMoment(seenAt, manner) })}</span></li>
              ))}
            </ul>
          )}
          <Group justify="flex-end">
            {links.some(({ withdrawnAt }) => withdrawnAt === null) && <Button color="red" variant="subtle" loading={withdraw.busy} onClick={() => void withdraw.run()}>{t(texts.withdraw)}</Button>}
            <Button variant="filled" loading={make.busy} onClick={() => void make.run()}>{t(texts.newLink)}</Button>
          </Group>
        </div>
      )}
    </Window>
  )
}
