import { Button, CloseButton, Popover, Select, Stack, TextInput } from '@mantine/core'
import { IconFilter, IconSearch } from '@tabler/icons-react'
import { useMetadata } from '../../api/metadata.ts'
import { useText } from '../../ui/language.ts'
import { common } from '../../ui/texts.ts'
import { labelOfKind, type Offered } from './offered.ts'
import { texts } from './texts.ts'
import type { TimelineFilter } from './useTimeline.ts'
import style from './timeline.module.css'

interface FiltersProps {
  filter: TimelineFilter
  offered: Offered
  hasBelow: boolean
  onFilter(change: TimelineFilter): void
}

export function Filters({ filter, offered, hasBelow, onFilter }: FiltersProps) {
  const t = useText()
  const { text = '', below = false } = filter
  return (
    <div className={style.filters}>
      {offered.kinds.length > 1 && <Kinds filter={filter} offered={offered} onFilter={onFilter} />}
      {hasBelow && <button type="button" className={style.kind} aria-pressed={below} onClick={() => onFilter({ below: !below || undefined })}>{t(texts.withBelow)}</button>}
      {offered.plans && <More filter={filter} offered={offered} onFilter={onFilter} />}
      <TextInput
        className={style.search}
        size="xs"
        aria-label={t(texts.searchHere)}
        placeholder={t(texts.searchHere)}
        leftSection={<IconSearch className={style.markIcon} />}
        rightSection={text !== '' && <CloseButton size="xs" aria-label={t(common.clear)} onClick={() => onFilter({ text: undefined })} />}
        value={text}
        onChange={(event) => onFilter({ text: event.currentTarget.value.trim() === '' ? undefined : event.currentTarget.value })}
      />
    </div>
  )
}

type Part = Pick<FiltersProps, 'filter' | 'offered' | 'onFilter'>

function Kinds({ filter: { kinds = [] }, offered, onFilter }: Part) {
  const t = useText()
  const metadata = useMetadata()
  const named = (kind: string) => {
    const label = labelOfKind(metadata, kind)
    return kind === 'change' ? t(texts.changes) : label === null ? kind : t(label)
  }
  const toggle = (kind: string) => {
    const next = kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind]
    onFilter({ kinds: next.length === 0 ? undefined : next })
  }
  return (
    <div className={style.kinds} role="group" aria-label={t(texts.kinds)}>
      <button type="button" className={style.kind} aria-pressed={kinds.length === 0} onClick={() => onFilter({ kinds: undefined })}>{t(texts.everything)}</button>
      {offered.kinds.map((kind) => <button key={kind} type="button" className={style.kind} aria-pressed={kinds.includes(kind)} onClick={() => toggle(kind)}>{named(kind)}</button>)}
    </div>
  )
}

const narrowing = ['state', 'responsible', 'priority', 'person', 'case'] as const

/** By whom, with whom, in which case: rarely asked, so it unfolds. */
function More({ filter, offered, onFilter }: Part) {
  const t = useText()
  const active = narrowing.filter((name) => filter[name] !== undefined).length
  const named = (options: ReadonlyMap<string, string>) => [...options].map(([value, label]) => ({ value, label }))
  const choices = { state: (['planned', 'overdue', 'done'] as const).map((value) => ({ value, label: t(texts[`only_${value}`]) })), responsible: named(offered.responsible), priority: named(offered.priority), person: named(offered.person), case: named(offered.case) }
  return (
    <Popover position="bottom-start" shadow="md" width={260} trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant={active > 0 ? 'light' : 'subtle'} leftSection={<IconFilter className={style.markIcon} />}>{t(texts.filter)}{active > 0 ? ` (${active})` : ''}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {narrowing.filter((name) => choices[name].length > 0).map((name) => (
            <Select key={name} size="xs" label={t(texts[name])} data={choices[name]} value={filter[name] ?? null} clearable searchable comboboxProps={{ withinPortal: false }} onChange={(value) => onFilter({ [name]: value ?? undefined })} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
