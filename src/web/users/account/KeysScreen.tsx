import { Badge, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Answer } from '../../../contract/route.ts'
import type { listKeys } from '../../../server/users/keys/contract.ts'
import { queries } from '../../kernel/api/client.ts'
import { request } from '../../kernel/api/request.ts'
import { fullMoment, momentText } from '../../kernel/records/time.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Page } from '../../kernel/ui/Page.tsx'
import { Window } from '../../kernel/ui/Window.tsx'
import { Asked } from '../Asked.tsx'
import { NewKey } from './NewKey.tsx'
import { scopeTexts, texts } from './texts.ts'
import style from '../users.module.css'

export type Key = Answer<typeof listKeys>['keys'][number]
const keysKey = ['apiKeys'] as const
export const keysChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: keysKey })

export function KeysScreen() {
  const t = useText()
  const [making, setMaking] = useState(false)
  const keys = useQuery({ queryKey: keysKey, queryFn: ({ signal }) => request<Answer<typeof listKeys>>('GET', '/api/keys', { signal }) })
  const make = <Button variant="filled" leftSection={<IconPlus size={15} stroke={2} />} onClick={() => setMaking(true)}>{t(texts.newKey)}</Button>
  const [before, after] = t(texts.keysAbout, { link: '\n' }).split('\n')
  return (
    <Page title={t(texts.keys)} acts={keys.data && keys.data.keys.length > 0 && make} lead={<>{before}<a className="sd-link" href="/api/docs" target="_blank" rel="noreferrer">{t(texts.apiDocs)}</a>{after}</>}>
      {keys.isError && <RefusedFace error={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.isPending && <Waiting lines={5} />}
      {keys.data?.keys.length === 0 && <EmptyFace icon={<IconKey size={28} stroke={1.5} aria-hidden />} title={t(texts.noKeys)} action={make}>{t(texts.noKeysText)}</EmptyFace>}
      {keys.data && keys.data.keys.length > 0 && <ul className={style.list}>{keys.data.keys.map((key) => <KeyItem key={key.id} item={key} />)}</ul>}
      {making && <NewKey onClose={() => setMaking(false)} />}
    </Page>
  )
}

function KeyItem({ item }: { item: Key }) {
  const t = useText()
  const manner = useManner()
  const [asking, setAsking] = useState(false)
  const revoke = useAct(async () => {
    await request('DELETE', `/api/keys/${item.id}`)
    told(t(texts.revokedOne))
    setAsking(false)
    await keysChanged()
  })
  const isOver = item.revokedAt !== null || (item.expiresAt !== null && item.expiresAt < new Date().toISOString())
  return (
    <li className={style.item} data-off={isOver || undefined}>
      <IconKey className={style.itemIcon} size={20} stroke={1.5} aria-hidden />
      <div className={style.itemBody}>
        <div className={style.itemName}>
          {item.name} <span className={`${style.mono} ${style.quiet}`}>{item.hint}</span>
          {item.revokedAt !== null ? <Badge color="red" variant="light">{t(texts.revoked)}</Badge> : isOver && <Badge color="amber" variant="light">{t(texts.expired)}</Badge>}
        </div>
        <div className={style.itemAbout}>
          <span>{item.scopes.map((scope) => t(scopeTexts[scope].label)).join(', ')}</span>
          <span title={item.usedAt ? fullMoment(item.usedAt, manner) : undefined}>{item.usedAt ? t(texts.usedAt, { when: [momentText(item.usedAt, manner), item.usedIp].filter(Boolean).join(', ') }) : t(texts.neverUsed)}</span>
          <span>{t(texts.madeAt, { when: momentText(item.madeAt, manner) })}</span>
          <span>{item.expiresAt ? t(texts.expiresAt, { when: momentText(item.expiresAt, manner) }) : t(texts.forever)}</span>
        </div>
      </div>
      {item.revokedAt === null && <Button size="compact-sm" onClick={() => setAsking(true)} aria-label={t(texts.revokeOne, { name: item.name })}>{t(texts.revoke)}</Button>}
      {asking && (
        <Window title={t(texts.revokeOne, { name: item.name })} onClose={() => setAsking(false)}>
          <Asked act={revoke} doIt={t(texts.revoke)} about={t(texts.revokeSure, { name: item.name })}>{null}</Asked>
        </Window>
      )}
    </li>
  )
}
