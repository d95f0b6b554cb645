import { Checkbox, CloseButton, Select, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { listRecords } from '../kernel/api/records.ts'
import { useSession } from '../kernel/api/session.ts'
import { useText } from '../kernel/ui/language.ts'
import style from './calendar.module.css'
import type { CalendarPlace } from './place.ts'
import { texts } from './texts.ts'
import type { CalendarAnswer } from './useCalendar.ts'

interface PeopleProps {
  place: CalendarPlace
  shown: CalendarAnswer['people']
  colorOf(person: string): string | undefined
  onMove(change: Partial<CalendarPlace>): void
}

/** Whose calendars are looked at. */
export function People({ place, shown, colorOf, onMove }: PeopleProps) {
  const t = useText()
  const me = useSession().user
  const others = shown.filter(({ id }) => id !== me.id)
  const drop = (id: string) => onMove({ people: place.people.filter((one) => one !== id), teams: [] , ...(place.teams.length > 0 ? { people: others.map((one) => one.id).filter((one) => one !== id) } : {}) })
  return (
    <aside className={style.side} aria-label={t(texts.calendars)}>
      <div>
        <h2 className={style.sideTitle}>{t(texts.calendars)}</h2>
        <ul className={style.calendars}>
          <li><Checkbox size="xs" label={t(texts.mine)} checked={!place.others} onChange={() => onMove({ others: !place.others })} /></li>
          {others.map(({ id, name, level }) => (
            <li key={id}>
              <span className={style.dot} style={{ color: `var(--${colorOf(id) ?? 'grey'})` }} aria-hidden />
              <span className={style.who} title={level === 'busy' ? t(texts.onlyBusy) : level === 'edit' ? t(texts.mayEdit) : undefined}>{name}</span>
              <CloseButton size="sm" aria-label={t(texts.remove, { name })} onClick={() => drop(id)} />
            </li>
          ))}
        </ul>
      </div>
      <Adder object="user" label={t(texts.addPerson)} taken={[me.id, ...others.map(({ id }) => id)]} onAdd={(id) => onMove({ people: [...place.people, id] })} />
      <Adder object="team" label={t(texts.addTeam)} taken={place.teams} onAdd={(id) => onMove({ teams: [...place.teams, id] })} />
      <Switch size="xs" label={t(texts.withTasks)} checked={place.tasks} onChange={() => onMove({ tasks: !place.tasks })} />
    </aside>
  )
}

function Adder({ object, label, taken, onAdd }: { object: 'user' | 'team'; label: string; taken: readonly string[]; onAdd(id: string): void }) {
  const found = useQuery({
    queryKey: ['records', object, 'list', 'for calendar'],
    queryFn: ({ signal }) => listRecords(object, { columns: ['name'], order: 'name', limit: 500, ...(object === 'user' ? { where: 'active' } : {}) }, signal),
    staleTime: 60_000,
  })
  const data = (found.data?.rows ?? []).filter(({ id }) => !taken.includes(id)).map((row) => ({ value: row.id, label: String(row['name']) }))
  return <Select size="xs" aria-label={label} placeholder={label} data={data} value={null} searchable clearable={false} limit={50} onChange={(id) => id !== null && onAdd(id)} comboboxProps={{ withinPortal: true }} />
}
