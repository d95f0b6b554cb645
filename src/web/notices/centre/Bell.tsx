import { ActionIcon, Drawer, Indicator, Popover, Tooltip, UnstyledButton } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { useShortcuts } from '../../kernel/ui/shortcuts.ts'
import { common } from '../../kernel/ui/texts.ts'
import { useUnread } from '../api.ts'
import { useRinging } from '../reminders/useRinging.tsx'
import { texts } from '../texts.ts'
import { titles } from '../titles.ts'
import style from '../notices.module.css'

const Panel = lazy(async () => ({ default: (await import('./Panel.tsx')).Panel }))

/** Most browsers have no such device, and fetch nothing for it. */
async function settleDevice(): Promise<void> {
  const known = await navigator.serviceWorker?.getRegistration('/sw.js')
  if (known !== undefined) await (await import('../settings/device.ts')).settleThisDevice()
}

const countText = (count: number) => (count > 99 ? '99+' : count)

/** What one was told, from any screen; the number is of what one has not read. */
export function Bell({ phone = false }: { phone?: boolean }) {
  const t = useText()
  const [opened, setOpened] = useState(false)
  const unread = useUnread()
  const label = t(texts.bell, { count: unread })
  useRinging(opened ? 0 : phone ? 1 : 2)
  useEffect(() => void settleDevice().catch(() => undefined), [])
  useShortcuts([{ keys: 'b', label: texts.open, group: texts.group, run: () => setOpened((was) => !was) }])
  const close = () => setOpened(false)
  const panel = <Suspense fallback={<Waiting lines={6} />}><Panel phone={phone} onClose={close} /></Suspense>
  const told = <span className="sd-unseen" role="status">{unread > 0 && label}</span>
  const counted = (bell: ReactNode) => <Indicator disabled={unread === 0} label={countText(unread)} size={15} offset={phone ? 2 : 5} color="red" withBorder={false}>{bell}</Indicator>
  if (phone) {
    return (
      <>
        <UnstyledButton className={style.phoneItem} aria-expanded={opened} onClick={() => setOpened(true)}>
          {counted(<IconBell size={21} stroke={1.6} aria-hidden />)}
          {t(texts.short)}
          <span className="sd-unseen">: {label}</span>
        </UnstyledButton>
        {told}
        <Drawer opened={opened} onClose={close} position="bottom" size="88%" padding={0} title={t(titles.notices)} closeButtonProps={{ 'aria-label': t(common.close) }} styles={{ header: { padding: '10px 16px' } }}>{opened && panel}</Drawer>
      </>
    )
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={400} trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t(titles.notices)} disabled={opened}>
          {counted(<ActionIcon size="lg" aria-label={label} aria-keyshortcuts="B" onClick={() => setOpened((was) => !was)}><IconBell size={19} stroke={1.6} /></ActionIcon>)}
        </Tooltip>
      </Popover.Target>
      {told}
      <Popover.Dropdown aria-label={t(titles.notices)}>{opened && panel}</Popover.Dropdown>
    </Popover>
  )
}
