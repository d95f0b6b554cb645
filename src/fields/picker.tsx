/** Choosing records by searching: one or several, with what tells namesakes apart, and 'create' when it is not there. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { CloseButton, Combobox, InputBase, Loader, Pill, PillsInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { LinkValue } from '../contract/records.ts'
import { Face } from './face.tsx'
import type { InputFrame, LookupOffer } from './web.ts'
import { useSay, useSurroundings } from './web.ts'
import { words } from './web-texts.ts'
import styles from './fields.module.css'

const createOption = '+create'

interface PickerProps {
  target: string
  frame: InputFrame
  autoFocus?: boolean
  disabled?: boolean
  /** Given in a filter, where nothing is made: false. */
  mayCreate?: boolean
  onCommit?(): void
  onCancel?(): void
}

function useOffers(target: string, text: string, open: boolean) {
  const { lookup } = useSurroundings()
  const [settled] = useDebouncedValue(text.trim(), 120)
  const query = useQuery({
    queryKey: ['lookup', target, settled],
    queryFn: ({ signal }) => lookup(target, settled, signal),
    enabled: open,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  })
  return { offers: query.data ?? [], waiting: query.isFetching || settled !== text.trim(), failed: query.isError }
}

/** A drop-down that stands open from the start where one field is edited in place. */
function useOpening(opensAtOnce: boolean) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const openFirst = useEffectEvent(() => combobox.openDropdown())
  useEffect(() => {
    if (opensAtOnce) openFirst()
  }, [opensAtOnce])
  return combobox
}

/** Search text, the drop-down and what choosing does; `pick` gets what was found or made. */
function usePicking(props: PickerProps, pick: (record: LinkValue) => void) {
  const { creates, create } = useSurroundings()
  const [text, setText] = useState<string | null>(null)
  const combobox = useOpening(props.autoFocus === true && props.onCancel !== undefined)
  // While the form of a new one is open the field is not left: one comes back to it.
  const making = useRef(false)
  const found = useOffers(props.target, text ?? '', combobox.dropdownOpened)
  const offer = creates(props.target)

  async function submit(option: string) {
    combobox.closeDropdown()
    const sought = text?.trim() ?? ''
    setText(null)
    making.current = option === createOption
    const chosen = making.current ? await create(props.target, sought) : found.offers.find((one) => one.id === option)
    making.current = false
    if (chosen) pick({ id: chosen.id, name: chosen.name })
  }
  function type(next: string) {
    setText(next)
    combobox.openDropdown()
    combobox.updateSelectedOptionIndex()
  }
  function keys(event: KeyboardEvent) {
    if (event.key !== 'Escape' || combobox.dropdownOpened || !props.onCancel) return
    event.preventDefault()
    event.stopPropagation()
    props.onCancel()
  }
  function leave() {
    combobox.closeDropdown()
    setText(null)
    if (!making.current) props.onCommit?.()
  }
  return { combobox, text, type, setText, submit, keys, leave, found, making: props.mayCreate !== false && offer.may ? offer.label : null }
}

type Picking = ReturnType<typeof usePicking>

function Offers({ picking, target, chosen }: { picking: Picking; target: string; chosen: ReadonlySet<string> }) {
  const say = useSay()
  const { found, making } = picking
  const sought = picking.text?.trim() ?? ''
  return (
    <Combobox.Dropdown className={styles.dropdown}>
      <Combobox.Options className={styles.choices}>
        {found.offers.map((offer) => <Offer key={offer.id} offer={offer} target={target} chosen={chosen.has(offer.id)} />)}
        {found.offers.length === 0 && <Combobox.Empty>{say(found.failed ? words.lookupFailed : found.waiting ? words.searching : words.nothingFound)}</Combobox.Empty>}
        {making !== null && (
          <Combobox.Option value={createOption} className={styles.create}>
            {sought === '' ? say(words.createOne, { label: making }) : say(words.createNamed, { label: making, name: sought })}
          </Combobox.Option>
        )}
      </Combobox.Options>
    </Combobox.Dropdown>
  )
}

function Offer({ offer, target, chosen }: { offer: LookupOffer; target: string; chosen: boolean }) {
  return (
    <Combobox.Option value={offer.id} active={chosen} className={styles.offer}>
      {target === 'user' && <Face name={offer.name} />}
      <span className={styles.offerName}>{offer.name}</span>
      <span className={styles.offerHints}>{offer.hints.join(' · ')}</span>
    </Combobox.Option>
  )
}

export function RecordPicker(props: PickerProps & { value: LinkValue | null; onChange(value: LinkValue | null): void }) {
  const say = useSay()
  const picking = usePicking(props, (record) => {
    props.onChange(record)
    props.onCommit?.()
  })
  const clear = () => {
    picking.setText(null)
    props.onChange(null)
  }
  const end: ReactNode = picking.found.waiting && picking.combobox.dropdownOpened ? <Loader size="xs" /> : props.value !== null && !props.disabled
    ? <CloseButton size="sm" aria-label={say(words.clear)} onMouseDown={(event) => event.preventDefault()} onClick={clear} /> : <Combobox.Chevron />
  return (
    <Combobox store={picking.combobox} position="bottom-start" shadow="md" onOptionSubmit={(option) => void picking.submit(option)}>
      <Combobox.Target withExpandedAttribute>
        <InputBase
          {...props.frame}
          value={picking.text ?? props.value?.name ?? ''}
          onChange={(event) => (event.currentTarget.value === '' && props.value !== null ? clear() : picking.type(event.currentTarget.value))}
          onClick={() => picking.combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={picking.leave}
          onKeyDown={picking.keys}
          autoFocus={props.autoFocus}
          disabled={props.disabled}
          placeholder={say(words.startTyping)}
          rightSection={end}
          rightSectionPointerEvents={props.value !== null ? 'all' : 'none'}
          autoComplete="off"
          data-1p-ignore
        />
      </Combobox.Target>
      <Offers picking={picking} target={props.target} chosen={new Set(props.value ? [props.value.id] : [])} />
    </Combobox>
  )
}

interface SeveralProps extends PickerProps {
  value: readonly LinkValue[]
  onChange(value: LinkValue[]): void
}

export function RecordsPicker(props: SeveralProps) {
  const { value, onChange } = props
  const { 'data-autofocus': _, id: __, ...frame } = props.frame
  const toggle = (record: LinkValue) => onChange(value.some((one) => one.id === record.id) ? value.filter((one) => one.id !== record.id) : [...value, record])
  const picking = usePicking(props, toggle)
  return (
    <Combobox store={picking.combobox} position="bottom-start" shadow="md" onOptionSubmit={(option) => void picking.submit(option)}>
      <Combobox.DropdownTarget>
        <PillsInput {...frame} disabled={props.disabled} onClick={() => picking.combobox.openDropdown()}>
          <Pill.Group>
            <Pills {...props} toggle={toggle} />
            <SearchField {...props} picking={picking} />
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Offers picking={picking} target={props.target} chosen={new Set(value.map((one) => one.id))} />
    </Combobox>
  )
}

function Pills({ value, disabled, toggle }: SeveralProps & { toggle(record: LinkValue): void }) {
  const say = useSay()
  return value.map((one) => (
    <Pill key={one.id} withRemoveButton={!disabled} disabled={disabled} onRemove={() => toggle(one)} removeButtonProps={{ 'aria-label': say(words.removeNamed, { name: one.name }), tabIndex: -1 }}>
      {one.name}
    </Pill>
  ))
}

function SearchField({ value, onChange, frame, disabled, autoFocus, picking }: SeveralProps & { picking: Picking }) {
  const say = useSay()
  const keys = (event: KeyboardEvent) => {
    picking.keys(event)
    if (event.key === 'Backspace' && !picking.text && value.length > 0) onChange(value.slice(0, -1))
  }
  return (
    <Combobox.EventsTarget withExpandedAttribute>
      <PillsInput.Field
        id={frame.id}
        data-autofocus={frame['data-autofocus']}
        aria-label={frame['aria-label']}
        value={picking.text ?? ''}
        onChange={(event) => picking.type(event.currentTarget.value)}
        onFocus={() => picking.combobox.openDropdown()}
        onBlur={picking.leave}
        onKeyDown={keys}
        autoFocus={autoFocus}
        disabled={disabled}
        placeholder={value.length === 0 ? say(words.startTyping) : undefined}
        autoComplete="off"
      />
    </Combobox.EventsTarget>
  )
}
