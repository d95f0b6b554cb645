import { ActionIcon, Button, Menu, Popover, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconCheck, IconChevronLeft, IconChevronRight, IconCopy, IconExternalLink, IconPencil, IconTrash } from '@tabler/icons-react'
import { say } from '../../contract/text.ts'
import { lazy, Suspense } from 'react'
import { fieldOf, useObject } from '../kernel/api/metadata.ts'
import { useSession } from '../kernel/api/session.ts'
import { openEdit } from '../kernel/records/form/open.ts'
import { Go } from '../kernel/ui/Go.tsx'
import { useManner, useText } from '../kernel/ui/language.ts'
import { phoneWidth } from '../kernel/ui/theme.ts'
import { toRecord } from '../kernel/ui/links.ts'
import { openSeriesChange } from './series/open.tsx'
import type { Shown } from './entries.ts'
import style from './calendar.module.css'
import { rangeText } from './content.ts'
import { texts } from './texts.ts'

export interface EntryActs {
  onFinish(entry: Shown): void
  onRemove(entry: Shown): void
  onCopy(entry: Shown, days: number): void
  onShift(entry: Shown, minutes: number): void
  onShiftDays(entry: Shown, days: number): void
}

const Answer = lazy(async () => ({ default: (await import('./invitations/CardAnswer.tsx')).CardAnswer }))

/** What an entry says and what can be done with it, beside its box. */
export function EntryCard({ entry, at, acts, onClose }: { entry: Shown; at: HTMLElement; acts: EntryActs; onClose(): void }) {
  const t = useText()
  const me = useSession().user.id
  const phone = useMediaQuery(phoneWidth, undefined, { getInitialValueInEffect: false })
  const isAsked = entry.participants.includes(me) && entry.owner !== me && entry.state !== 'cancelled'
  const act = (work: (entry: Shown) => void) => () => {
    onClose()
    work(entry)
  }
  const box = at.getBoundingClientRect()
  return (
    <Popover opened onDismiss={onClose} trapFocus returnFocus withArrow withRoles={false} position={phone ? 'bottom' : 'right'} floatingStrategy="fixed" middlewares={{ shift: { padding: 8 }, flip: true }} shadow="md" withinPortal>
      <Popover.Target><span style={{ position: 'fixed', left: box.left, top: box.top, width: Math.max(1, box.width), height: Math.max(1, Math.min(box.height, 200)), pointerEvents: 'none' }} /></Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={entry.title ?? ''}>
        <div className={style.card}>
          <h2 className={style.cardTitle}>{entry.title}</h2>
          <Facts entry={entry} />
          {isAsked && <Suspense><Answer activity={entry.id} onAnswered={onClose} /></Suspense>}
          <div className={style.acts}>
            <Button component={Go} href={toRecord('activity', entry.id)} variant="default" size="compact-md" leftSection={<IconExternalLink size={14} />} data-autofocus>{t(texts.open)}</Button>
            {entry.canMove && <Changing entry={entry} acts={acts} act={act} />}
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function Changing({ entry, acts, act }: { entry: Shown; acts: EntryActs; act(work: (entry: Shown) => void): () => void }) {
  const t = useText()
  const isOpen = entry.state !== 'done' && entry.state !== 'cancelled'
  return (
    <>
      <Button variant="default" size="compact-md" leftSection={<IconPencil size={14} />} onClick={act(() => (entry.recurring ? openSeriesChange(entry) : openEdit('activity', entry.id)))}>{t(texts.edit)}</Button>
      {isOpen && !entry.recurring && <Button variant="default" size="compact-md" leftSection={<IconCheck size={14} />} onClick={act(acts.onFinish)}>{t(texts.done)}</Button>}
      <Menu withinPortal={false}>
        <Menu.Target><Tooltip label={t(texts.copy)}><ActionIcon variant="default" size={28} aria-label={t(texts.copy)}><IconCopy size={14} /></ActionIcon></Tooltip></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={act(() => acts.onCopy(entry, 1))}>{t(texts.copy)}</Menu.Item>
          <Menu.Item onClick={act(() => acts.onCopy(entry, 7))}>{t(texts.copyWeek)}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {!entry.allDay && isOpen && (
        <>
          <ActionIcon variant="default" size={28} aria-label={t(texts.moveEarlier)} title={t(texts.fifteenEarlier)} onClick={act(() => acts.onShift(entry, -15))}><IconChevronLeft size={14} /></ActionIcon>
          <ActionIcon variant="default" size={28} aria-label={t(texts.moveLater)} title={t(texts.fifteenLater)} onClick={act(() => acts.onShift(entry, 15))}><IconChevronRight size={14} /></ActionIcon>
        </>
      )}
      <ActionIcon variant="default" size={28} aria-label={t(texts.delete)} title={t(texts.delete)} onClick={act(acts.onRemove)}><IconTrash size={14} /></ActionIcon>
    </>
  )
}

function Facts({ entry }: { entry: Shown }) {
  const t = useText()
  const manner = useManner()
  const object = useObject('activity')
  const label = (name: string) => (object === null ? '' : t(fieldOf(object, name)?.label ?? { pl: '', en: '' }))
  const word = (name: string, value: string | null) => {
    const field = object === null ? null : fieldOf(object, name)
    const choice = field !== null && 'choices' in field ? field.choices.find((one) => one.value === value) : undefined
    return choice === undefined ? null : say(choice.label, manner.language)
  }
  const facts: [string, React.ReactNode][] = [
    [label('type'), word('type', entry.type)],
    [label('state'), word('state', entry.state)],
    [label('company'), entry.company && <Go className="sd-link" href={toRecord('company', entry.company.id)}>{entry.company.name}</Go>],
    [label('people'), entry.people.map(({ name }) => name).join(', ')],
    [label('place'), entry.place],
  ]
  return (
    <>
      <div>{rangeText(entry, manner)}{entry.recurring && ` · ${t(texts.recurring)}`}{entry.private && ` · ${t(texts.private)}`}</div>
      <dl className={style.facts}>
        {facts.filter(([, value]) => value !== null && value !== undefined && value !== '').map(([name, value]) => <div key={name} style={{ display: 'contents' }}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
    </>
  )
}
