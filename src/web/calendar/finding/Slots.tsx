import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { momentOf } from '../../../fields/clock.ts'
import type { Answer } from '../../../contract/route.ts'
import type { freeTime, Slot } from '../../../server/calendar/free-time/contract.ts'
import { queries } from '../../kernel/api/client.ts'
import { request } from '../../kernel/api/request.ts'
import { useSession } from '../../kernel/api/session.ts'
import { createRecordByForm } from '../../kernel/records/form/open.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { rangeText } from '../content.ts'
import { addDays } from '../span.ts'
import { calendarKey } from '../useCalendar.ts'
import type { Sought } from './open.tsx'
import type { Wish } from './FreeTimeWindow.tsx'
import { texts } from './texts.ts'
import style from './finding.module.css'

interface SlotsProps {
  wish: Wish
  sought: Sought
  onTaken(): void
}

/** Times that suit, the best first; one click makes the meeting, or moves it. */
export function Slots({ wish, sought, onTaken }: SlotsProps) {
  const t = useText()
  const found = useSlots(wish, sought)
  const take = useTaking({ wish, sought, onTaken })
  if (wish.people.length === 0) return <p className={style.quiet}>{t(texts.nobody)}</p>
  if (found.isError) return <RefusedFace error={found.error} />
  if (found.isPending) return <Waiting lines={4} />
  return (
    <section aria-label={t(texts.found)} aria-live="polite" aria-busy={found.isFetching}>
      {found.data.slots.length === 0 ? <p className={style.quiet}>{t(texts.none)}</p> : (
        <ul className={style.slots}>
          {found.data.slots.map((slot) => <li key={slot.start}><One slot={slot} people={wish.people} moves={sought.meeting !== undefined} disabled={take.busy} onTake={() => void take.run(slot)} /></li>)}
        </ul>
      )}
    </section>
  )
}

function useSlots(wish: Wish, { meeting }: Sought) {
  const { timeZone } = useManner()
  const body = {
    people: wish.people.map(({ id }) => id), ...(wish.resources.length > 0 && { resources: wish.resources.map(({ id }) => id) }), minutes: wish.minutes, withinWorkingHours: wish.withinWorkingHours,
    from: momentOf(wish.from, '00:00', timeZone), until: momentOf(addDays(wish.until, 1), '00:00', timeZone), ...(meeting && { except: meeting.id }),
  }
  return useQuery({
    queryKey: [...calendarKey, 'free', body],
    queryFn: ({ signal }) => request<Answer<typeof freeTime>>('POST', '/api/calendar/free-time', { body, signal }),
    enabled: body.people.length > 0,
    placeholderData: keepPreviousData,
  })
}

function useTaking({ wish, sought, onTaken }: SlotsProps) {
  const t = useText()
  const me = useSession().user.id
  return useAct(async ({ start, end }: Slot) => {
    const { meeting } = sought
    if (meeting === undefined) {
      onTaken()
      const made = await createRecordByForm('activity', { type: 'meeting', start, end, participants: wish.people.filter(({ id }) => id !== me) })
      for (const { id } of made === null ? [] : wish.resources) await request('POST', '/api/resources/book', { body: { resource: id, activity: made!.id } })
    } else {
      await request('POST', '/api/calendar/move', { body: { activity: meeting.id, version: meeting.version, start, end } })
      told(t(texts.moved, { title: meeting.title }))
      onTaken()
    }
    await Promise.all([queries.invalidateQueries({ queryKey: calendarKey }), queries.invalidateQueries({ queryKey: ['records', 'activity'] })])
  }, refused)
}

function One({ slot, people, moves, disabled, onTake }: { slot: Slot; people: Wish['people']; moves: boolean; disabled: boolean; onTake(): void }) {
  const t = useText()
  const manner = useManner()
  const when = rangeText(slot, manner)
  const names = (ids: readonly string[]) => people.filter(({ id }) => ids.includes(id)).map(({ name }) => name).join(', ')
  const remarks = [
    slot.conflicts.length === 0 ? t(texts.allFree) : t(texts.conflicts, { names: names(slot.conflicts) }),
    ...(slot.tentative.length === 0 ? [] : [t(texts.tentative, { names: names(slot.tentative) })]),
  ]
  return (
    <Button className={style.slot} variant="default" fullWidth justify="flex-start" disabled={disabled} onClick={onTake}>
      <span className="sd-unseen">{t(moves ? texts.moveTo : texts.take)} </span>
      <span className={style.when}>{when}</span>
      <span className={style.remark} data-free={slot.conflicts.length === 0 || undefined}>{remarks.join(' · ')}</span>
    </Button>
  )
}
