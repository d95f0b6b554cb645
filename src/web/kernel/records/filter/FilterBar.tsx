import { ActionIcon, Button, Drawer, TextInput, Tooltip } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconCode, IconFilter, IconFilterOff, IconSearch } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useText } from '../../ui/language.ts'
import { common } from '../../ui/texts.ts'
import type { ListOf } from '../list/useList.ts'
import { Chips } from './Chips.tsx'
import { join, split } from './conditions.ts'
import { ExpressionInput } from './ExpressionInput.tsx'
import { texts } from './texts.ts'
import style from './filter.module.css'

/** The list's condition, read as sentences or written as text; each shows the other. On the right what is done with chosen rows. */
export function FilterBar({ list, phone, children }: { list: ListOf; phone: boolean; children: ReactNode }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { shown } = list
  const count = shown.where === '' ? 0 : (split(shown.where).parts?.length ?? 1)
  if (!phone) {
    return (
      <div className={style.bar}>
        <SearchBox list={list} />
        <Conditions list={list} />
        {children}
      </div>
    )
  }
  return (
    <div className={style.bar} data-phone>
      <SearchBox list={list} />
      <Button size="sm" leftSection={<IconFilter size={15} />} variant={count > 0 ? 'light' : 'default'} onClick={() => setOpen(true)}>
        {t(texts.conditionsOn, { count })}
      </Button>
      <Drawer opened={open} onClose={() => setOpen(false)} position="bottom" size="85%" title={t(texts.filter)} closeButtonProps={{ 'aria-label': t(common.close) }}>
        <div className={style.stacked}>
          <Conditions list={list} />
        </div>
      </Drawer>
    </div>
  )
}

function Conditions({ list }: { list: ListOf }) {
  const t = useText()
  const { shown, move } = list
  const [written, setWritten] = useState(false)
  const set = (where: string) => move({ where: where === shown.view.where ? undefined : where })
  const read = split(shown.where)
  const asText = written || read.parts === undefined
  return (
    <div className={style.conditions} role="group" aria-label={t(texts.filter)}>
      {asText ? <ExpressionInput key={shown.where} object={list.object} where={shown.where} onDone={set} /> : <Chips ofList object={list.object} parts={read.parts} onParts={(parts) => set(join(parts))} />}
      <Tooltip label={t(asText ? texts.asChips : texts.asText)}>
        <ActionIcon aria-label={t(asText ? texts.asChips : texts.asText)} aria-pressed={asText} onClick={() => setWritten(!asText)}>
          <IconCode size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      {shown.where !== '' && (
        <Tooltip label={t(texts.clearAll)}>
          <ActionIcon aria-label={t(texts.clearAll)} onClick={() => set('')}>
            <IconFilterOff size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  )
}

function SearchBox({ list }: { list: ListOf }) {
  const t = useText()
  const { search } = list.shown
  const [typed, setTyped] = useState<string | null>(null)
  const ask = useDebouncedCallback((text: string) => list.move({ search: text === '' && list.shown.view.search === '' ? undefined : text }, { replace: true }), 180)
  return (
    <TextInput
      className={style.search} size="sm" variant="filled" value={typed ?? search} placeholder={t(texts.search)} aria-label={t(texts.search)} type="search" leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        ask(event.currentTarget.value)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
