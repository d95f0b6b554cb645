import { Checkbox, CloseButton, Select, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useObject } from '../kernel/api/metadata.ts'
import { listRecords, useRecord } from '../kernel/api/records.ts'
import { useSession } from '../kernel/api/session.ts'
import { useText } from '../kernel/ui/language.ts'
import style from './calendar.module.css'
import type { CalendarPlace } from './place.ts'
import { texts } from './texts.ts'
import type { CalendarAnswer, ResourcesAnswer } from './useCalendar.ts'

interface PeopleProps {
  place: CalendarPlace
  shown: readonly CalendarAnswer['people'][number][]
  resources: readonly ResourcesAnswer['resources'][number][]
  colorOf(person: string): string | undefined
  onMove(change: Partial<CalendarPlace>): void
}

/** Whose calendars are looked at. */
export function People({ place, shown, resources, colorOf, onMove }: PeopleProps) {
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
            <Chosen key={id} name={name} color={colorOf(id) ?? 'grey'} title={level === 'busy' ? t(texts.onlyBusy) : level === 'edit' ? t(texts.mayEdit) : undefined} onDrop={() => drop(id)} />
          ))}
        </ul>
      </div>
      <Adder object="user" label={t(texts.addPerson)} taken={[me.id, ...others.map(({ id }) => id)]} onAdd={(id) => onMove({ people: [...place.people, id] })} />
      <Adder object="team" label={t(texts.addTeam)} taken={place.teams} onAdd={(id) => onMove({ teams: [...place.teams, id] })} />
      {useObject('resource') !== null && <Resources place={place} resources={resources} colorOf={colorOf} onMove={onMove} />}
      <Switch size="xs" label={t(texts.withTasks)} checked={place.tasks} onChange={() => onMove({ tasks: !place.tasks })} />
    </aside>
  )
}

/** Chosen ones stand as columns beside the people. */
function Resources({ place, resources, colorOf, onMove }: Omit<PeopleProps, 'shown'>) {
  const t = useText()
  const kind = useRecord('resourceKind', place.kind).data
  const chosen = resources.filter(({ id }) => place.resources.includes(id))
  return (
    <>
      <div>
        <h2 className={style.sideTitle}>{t(texts.resources)}</h2>
        <ul className={style.calendars}>
          {place.kind !== null && kind !== undefined && <Chosen name={String(kind['name'])} color="grey" onDrop={() => onMove({ kind: null })} />}
          {chosen.map(({ id, name }) => <Chosen key={id} name={name} color={colorOf(id) ?? 'grey'} onDrop={() => onMove({ resources: place.resources.filter((one) => one !== id) })} />)}
        </ul>
      </div>
      <Adder object="resource" label={t(texts.addResource)} taken={place.resources} onAdd={(id) => onMove({ resources: [...place.resources, id], view: 'columns' })} />
      <Adder object="resourceKind" label={t(texts.wholeKind)} taken={place.kind === null ? [] : [place.kind]} onAdd={(id) => onMove({ kind: id, view: 'columns' })} />
    </>
  )
}

function Chosen({ name, color, title, onDrop }: { name: string; color: string; title?: string | undefined; onDrop(): void }) {
  const t = useText()
  return (
    <li>
      <span className={style.dot} style={{ color: `var(--${color})` }} aria-hidden />
      <span className={style.who} title={title}>{name}</span>
      <CloseButton size="sm" aria-label={t(texts.remove, { name })} onClick={onDrop} />
    </li>
  )
}

const withActive = new Set(['user', 'resource'])

function Adder({ object, label, taken, onAdd }: { object: 'user' | 'team' | 'resource' | 'resourceKind'; label: string; taken: readonly string[]; onAdd(id: string): void }) {
  const found = useQuery({
    queryKey: ['records', object, 'list', 'for calendar'],
    queryFn: ({ signal }) => listRecords(object, { columns: ['name'], order: 'name', limit: 500, ...(withActive.has(object) ? { where: 'active' } : {}) }, signal),
    staleTime: 60_000,
  })
  const data = (found.data?.rows ?? []).filter(({ id }) => !taken.includes(id)).map((row) => ({ value: row.id, label: String(row['name']) }))
  return <Select size="xs" aria-label={label} placeholder={label} data={data} value={null} searchable clearable={false} limit={50} onChange={(id) => id !== null && onAdd(id)} comboboxProps={{ withinPortal: true }} />
}
