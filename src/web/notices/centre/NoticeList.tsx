import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { fullMoment, momentText } from '../../kernel/records/time.ts'
import { dayIn, useManner, useText } from '../../kernel/ui/language.ts'
import { toRecord } from '../../kernel/ui/links.ts'
import { refused } from '../../kernel/ui/notify.tsx'
import { markRead, markUnread, type Notice } from '../api.ts'
import { texts } from '../texts.ts'
import style from '../notices.module.css'

/** Today's, and what came before. */
export function NoticeList({ notices, onGo }: { notices: readonly Notice[]; onGo(address: string): void }) {
  const t = useText()
  const { timeZone, today } = useManner()
  const parts = Map.groupBy(notices, ({ at }) => (dayIn(timeZone, new Date(at)) === today ? texts.today : texts.earlier))
  return [...parts].map(([label, some]) => (
    <section key={label.en} aria-label={t(label)}>
      <h3 className={style.period}>{t(label)}</h3>
      <ul className={style.list}>{some.map((notice) => <NoticeItem key={notice.id} notice={notice} onGo={onGo} />)}</ul>
    </section>
  ))
}

function NoticeItem({ notice, onGo }: { notice: Notice; onGo(address: string): void }) {
  const t = useText()
  const manner = useManner()
  const { id, title, body, why, about, priority, readAt, at, hidden, kindLabel } = notice
  const isUnread = readAt === null
  const open = () => {
    if (isUnread) void markRead([id]).catch(refused)
    if (about !== null) onGo(toRecord(about.object, about.id))
  }
  const mark = t(isUnread ? texts.markRead : texts.markUnread)
  const importance = priority === 'urgent' ? texts.urgent : priority === 'high' ? texts.high : null
  return (
    <li className={style.item} data-unread={isUnread || undefined} data-hidden={hidden || undefined}>
      <UnstyledButton className={style.go} onClick={open}>
        <span className={style.dot} aria-hidden />
        <span>
          <span className={style.words}>{isUnread && <span className="sd-unseen">{t(texts.unreadOne)} </span>}{title}</span>
          {body !== null && <span className={style.body}><br />{body}</span>}
          <span className={style.about} title={why ?? undefined}>
            <br />
            {importance !== null && <><span className={style.priority}>{t(importance)}</span> · </>}
            {kindLabel} · <time dateTime={at} title={fullMoment(at, manner)}>{momentText(at, manner)}</time>
          </span>
        </span>
      </UnstyledButton>
      <Tooltip label={mark}>
        <ActionIcon className={style.mark} aria-label={`${mark}: ${title}`} onClick={() => void (isUnread ? markRead([id]) : markUnread([id])).catch(refused)}>
          {isUnread ? <IconCircleCheck size={16} stroke={1.6} /> : <IconCircle size={16} stroke={1.6} />}
        </ActionIcon>
      </Tooltip>
    </li>
  )
}
