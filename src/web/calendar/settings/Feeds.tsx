import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { CalendarFeed } from '../../../server/calendar/feed/contract.ts'
import { momentText } from '../../kernel/records/time.ts'
import { Copyable } from '../../kernel/ui/Copyable.tsx'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { feedsQuery, makeFeed, revokeFeed } from './asking.ts'
import style from './settings.module.css'
import { texts } from './texts.ts'

/** Secret addresses for other programs. */
export function Feeds() {
  const t = useText()
  const [isMaking, setMaking] = useState(false)
  const feeds = useQuery(feedsQuery)
  if (feeds.isError) return <RefusedFace error={feeds.error} />
  if (feeds.isPending) return <Waiting lines={2} />
  return (
    <>
      {feeds.data.feeds.length === 0 ? <p className={style.quiet}>{t(texts.noFeeds)}</p> : <ul className={style.list}>{feeds.data.feeds.map((feed) => <Feed key={feed.id} feed={feed} />)}</ul>}
      <div><Button variant="default" leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>{t(texts.newFeed)}</Button></div>
      {isMaking && <NewFeed onClose={() => setMaking(false)} />}
    </>
  )
}

function Feed({ feed: { id, name, onlyBusy, withPrivate, madeAt, usedAt } }: { feed: CalendarFeed }) {
  const t = useText()
  const manner = useManner()
  const called = name ?? t(texts.unnamedFeed)
  const revoke = useAct(async () => {
    await revokeFeed(id)
    told(t(texts.revoked))
  }, refused)
  const facts = [...(onlyBusy ? [t(texts.onlyBusy)] : []), ...(withPrivate ? [t(texts.withPrivate)] : []), t(texts.madeAt, { when: momentText(madeAt, manner) }), usedAt === null ? t(texts.neverUsed) : t(texts.usedAt, { when: momentText(usedAt, manner) })]
  return (
    <li className={style.item}>
      <span className={style.name}>{called}<span className={style.facts}>{facts.join(' · ')}</span></span>
      <Button size="compact-sm" variant="default" aria-label={t(texts.revokeOne, { name: called })} loading={revoke.busy} onClick={() => void revoke.run()}>{t(texts.revoke)}</Button>
    </li>
  )
}

function NewFeed({ onClose }: { onClose(): void }) {
  const t = useText()
  const [wish, setWish] = useState({ name: '', onlyBusy: false, withPrivate: false })
  const [url, setUrl] = useState<string | null>(null)
  const making = useAct(async () => {
    const name = wish.name.trim()
    setUrl((await makeFeed({ onlyBusy: wish.onlyBusy, withPrivate: wish.withPrivate && !wish.onlyBusy, ...(name !== '' && { name }) })).url)
  }, refused)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void making.run()
  }
  return (
    <Window title={t(texts.newFeed)} onClose={onClose}>
      {url === null ? (
        <form onSubmit={submit}>
          <Stack gap="sm">
            <TextInput data-autofocus label={t(texts.feedName)} placeholder={t(texts.feedNameHint)} maxLength={120} value={wish.name} onChange={(event) => setWish({ ...wish, name: event.currentTarget.value })} />
            <Checkbox label={t(texts.onlyBusy)} checked={wish.onlyBusy} onChange={() => setWish({ ...wish, onlyBusy: !wish.onlyBusy })} />
            <Checkbox label={t(texts.withPrivate)} checked={wish.withPrivate && !wish.onlyBusy} disabled={wish.onlyBusy} onChange={() => setWish({ ...wish, withPrivate: !wish.withPrivate })} />
            <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t(texts.cancel)}</Button><Button type="submit" variant="filled" loading={making.busy}>{t(texts.make)}</Button></Group>
          </Stack>
        </form>
      ) : (
        <Stack gap="sm">
          <p className={style.quiet}>{t(texts.made)}</p>
          <Copyable value={url} label={t(texts.address)} />
          <Group justify="flex-end"><Button variant="filled" onClick={onClose}>{t(texts.ready)}</Button></Group>
        </Stack>
      )}
    </Window>
  )
}
