import { Combobox, useCombobox } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useText } from '../ui/language.ts'
import { leavingOf, useLeavingOnce } from './CellInput.tsx'
import type { CellInputProps, Leaving } from './columns.ts'
import style from './sheet.module.css'
import { texts } from './texts.ts'

export interface Offer {
  key: string
  shown: ReactNode
  /** Typed like this, it is meant: a code. */
  exact?: string
}
interface Offers<Row> extends CellInputProps<Row> {
  offers: readonly Offer[]
  waiting?: boolean
  /** The first offer is taken by Enter without going to it: in a closed list of choices. */
  takesFirst?: boolean
  onSought(text: string): void
  onPick(key: string, leaving: Leaving): void
}

/** A cell that offers what is meant while one types; free text stays what it is unless an offer is taken. */
export function OffersInput<Row>({ label, text, typed, offers, waiting, takesFirst, onType, onSought, onPick, ...leaving }: Offers<Row>) {
  const t = useText()
  const [value, setValue] = useState(text)
  const [at, setAt] = useState(-1)
  const { done, cancel } = useLeavingOnce(leaving)
  const combobox = useCombobox()
  const open = useEffectEvent(() => combobox.openDropdown())
  useEffect(() => open(), [])
  const meant = offers.findIndex(({ exact }) => exact !== undefined && exact.toLowerCase() === value.trim().toLowerCase())
  const marked = at >= 0 ? Math.min(at, offers.length - 1) : takesFirst && value !== text ? 0 : value === text ? -1 : meant
  const finish = (how: Leaving) => {
    const offer = offers[marked]
    if (offer === undefined) done(value, how)
    else onPick(offer.key, how)
  }
  function keys(event: KeyboardEvent) {
    event.stopPropagation()
    const how = leavingOf(event)
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setAt(Math.max(-1, Math.min(offers.length - 1, marked + (event.key === 'ArrowDown' ? 1 : -1))))
    else if (event.key === 'Escape') cancel()
    else if (how !== null) finish(how)
    else return
    event.preventDefault()
  }
  const type = (next: string) => {
    setValue(next)
    setAt(-1)
    onType(next)
    onSought(next)
  }
  return (
    <Combobox store={combobox} position="bottom-start" shadow="md" width={takesFirst ? 160 : 460} onOptionSubmit={(key) => onPick(key, 'stay')}>
      <Combobox.Target withKeyboardNavigation={false} withExpandedAttribute>
        <input className={style.input} aria-label={label} aria-autocomplete="list" value={value} autoFocus autoComplete="off" data-1p-ignore onFocus={(event) => !typed && event.currentTarget.select()} onChange={(event) => type(event.currentTarget.value)} onKeyDown={keys} onBlur={() => done(value, 'stay')} />
      </Combobox.Target>
      <Combobox.Dropdown hidden={offers.length === 0 && value === ''}>
        <Combobox.Options className={style.offers}>
          {offers.map((offer, index) => <Combobox.Option key={offer.key} value={offer.key} active={index === marked} data-marked={index === marked || undefined} className={style.offer} onMouseDown={(event) => event.preventDefault()}>{offer.shown}</Combobox.Option>)}
          {offers.length === 0 && <Combobox.Empty>{t(waiting ? texts.searching : texts.nothing)}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
