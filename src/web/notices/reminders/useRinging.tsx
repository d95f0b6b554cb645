import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { IconAlarm } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { Ringing } from '../../../server/reminders/contract.ts'
import { momentText } from '../../kernel/records/time.ts'
import { useGo } from '../../kernel/ui/go.ts'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { toRecord } from '../../kernel/ui/links.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { dismiss, ringingQuery, snooze } from '../api.ts'
import { texts } from '../texts.ts'
import style from '../notices.module.css'

const shown = new Set<string>()

/** The newest stand in the corner until one does something about them, at most so many: more would hide the work, and all are in the list. 0: the list itself is on the screen. */
export function useRinging(most: number): void {
  const { data } = useQuery(ringingQuery)
  const go = useGo()
  useEffect(() => {
    if (data === undefined) return
    const ringing = new Set(data.reminders.map(({ notice }) => notice))
    // Seen to elsewhere, on another device, or about to be seen to in the list.
    for (const notice of shown) if (!ringing.has(notice) || most === 0) notifications.hide(notice)
    for (const reminder of data.reminders.slice(0, Math.max(most, 1))) {
      if (shown.has(reminder.notice)) continue
      shown.add(reminder.notice)
      if (most === 0) continue
      const { notice } = reminder
      notifications.show({ id: notice, autoClose: false, withCloseButton: false, withBorder: true, color: 'teal', role: 'alert', icon: <IconAlarm size={16} />, message: <Toast reminder={reminder} onGo={go} /> })
      void onDesktop(reminder)
    }
  }, [data, go, most])
}

/** Somebody who works in another window; one whose device takes push messages is told by those. */
async function onDesktop({ notice, title, body }: Ringing): Promise<void> {
  if (document.visibilityState === 'visible' || !('Notification' in window) || Notification.permission !== 'granted') return
  const registration = await navigator.serviceWorker?.getRegistration('/sw.js')
  if ((await registration?.pushManager.getSubscription()) != null) return
  const shownThere = new Notification(title, { body: body ?? '', tag: notice, icon: '/icon.svg' })
  shownThere.onclick = () => window.focus()
}

function Toast({ reminder: { id, notice, activity, title, body }, onGo }: { reminder: Ringing; onGo(address: string): void }) {
  const t = useText()
  const manner = useManner()
  const later = async (until: string) => {
    const { until: when } = await snooze(id, until)
    told(t(texts.snoozed, { when: momentText(when, manner) }))
  }
  const done = (act: () => Promise<unknown>) => {
    notifications.hide(notice)
    void act().catch(refused)
  }
  const open = () => {
    onGo(toRecord('activity', activity))
    done(() => dismiss(id))
  }
  return (
    <div className={style.toast}>
      <div>
        <div className={style.toastTitle}>{title}</div>
        {body !== null && <div className={style.toastBody}>{body}</div>}
      </div>
      <div className={style.row}>
        <Button size="compact-sm" onClick={open}>{t(texts.openIt)}</Button>
        {/* Above the notices themselves, which lie above all else. */}
        <Menu position="top-start" zIndex={500}>
          <Menu.Target><Button size="compact-sm" variant="default">{t(texts.snooze)}</Button></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => done(() => later('5min'))}>{t(texts.inFiveMinutes)}</Menu.Item>
            <Menu.Item onClick={() => done(() => later('1h'))}>{t(texts.inAnHour)}</Menu.Item>
            <Menu.Item onClick={() => done(() => later('tomorrow'))}>{t(texts.tomorrow)}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button size="compact-sm" variant="subtle" onClick={() => done(() => dismiss(id))}>{t(texts.dismiss)}</Button>
      </div>
    </div>
  )
}
