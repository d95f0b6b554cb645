import { Button, Popover, TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import { fold } from '../../../expression/fold.ts'
import { ObjectIcon } from '../../kernel/ui/icons.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { iconWords } from '../objects/iconWords.ts'
import { texts } from './texts.ts'
import style from './parts.module.css'

const inLine = 9

/** One of the icons the application can draw, found by a Polish or an English word. */
export function IconPicker({ icon, onChange }: { icon: string; onChange(icon: string): void }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <div className={style.iconField}>
      <span className={`sd-label ${style.label}`}>{t(texts.icon)}</span>
      <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <Button leftSection={<ObjectIcon name={icon} />} onClick={() => setOpen(!open)} aria-expanded={open}>{t(texts.chooseIcon)}</Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Choosing
            icon={icon}
            onPick={(name) => {
              onChange(name)
              setOpen(false)
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

function Choosing({ icon, onPick }: { icon: string; onPick(icon: string): void }) {
  const t = useText()
  const [wanted, setWanted] = useState('')
  const [at, setAt] = useState(0)
  const found = Object.entries(iconWords).filter(([name, words]) => fold(`${name} ${words}`).includes(fold(wanted))).map(([name]) => name)
  const steps: Partial<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: inLine, ArrowUp: -inLine }
  const keys = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step !== undefined && (Math.abs(step) > 1 || wanted === '')) setAt(Math.max(0, Math.min(found.length - 1, at + step)))
    else if (event.key === 'Enter' && found[at] !== undefined) onPick(found[at])
    else return
    event.preventDefault()
  }
  return (
    <div className={style.iconPopover}>
      <TextInput
        value={wanted} placeholder={t(texts.findIcon)} aria-label={t(texts.findIcon)} leftSection={<IconSearch size={15} stroke={1.7} />} data-autofocus role="combobox" aria-expanded aria-controls="icons" aria-activedescendant={found[at] && `icon-${found[at]}`} onKeyDown={keys}
        onChange={(event) => {
          setWanted(event.currentTarget.value)
          setAt(0)
        }}
      />
      <div className={style.icons} role="listbox" id="icons" aria-label={t(texts.icon)}>
        {found.map((name, index) => (
          <UnstyledButton key={name} id={`icon-${name}`} role="option" aria-selected={index === at} aria-label={`${name}: ${iconWords[name]}`} title={iconWords[name]} tabIndex={-1} className={style.icon} data-chosen={name === icon || undefined} onClick={() => onPick(name)}>
            <ObjectIcon name={name} size={20} />
          </UnstyledButton>
        ))}
      </div>
      {found.length === 0 && <p className={style.help}>{t(texts.noIcon)}</p>}
    </div>
  )
}
