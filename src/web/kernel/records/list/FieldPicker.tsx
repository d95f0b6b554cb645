import { ActionIcon, TextInput } from '@mantine/core'
import { IconArrowLeft, IconChevronRight, IconSearch } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import type { ObjectView } from '../../../../contract/records.ts'
import { useText } from '../../ui/language.ts'
import { common } from '../../ui/texts.ts'
import type { FieldView } from '../../api/metadata.ts'
import { pickerTexts as texts } from './pickerTexts.ts'
import { usePickerSteps, type Option } from './pickerSteps.ts'
import style from './picker.module.css'

export interface PickerProps {
  object: ObjectView
  onPick(path: string): void
  /** Fields that are offered; links are always ways to go on. */
  offers?: (field: FieldView) => boolean
  /** May one go on through links (company.owner.team) and to parts (addresses.city)? */
  deep?: boolean
  /** Takes the width there is. */
  wide?: boolean
  autoFocus?: boolean
}

/** Any field of the record, or of what it is linked to. Arrows move, Enter picks, the right arrow goes deeper. */
export function FieldPicker({ object, onPick, offers, deep = true, wide = false, autoFocus = true }: PickerProps) {
  const t = useText()
  const picker = usePickerSteps({ object, offers, deep })
  const { options, prefix, way, text } = picker
  const [at, setAt] = useState(0)
  const go = (move: () => void) => {
    move()
    setAt(0)
  }
  const keys = (event: KeyboardEvent) => {
    const option = options[at]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setAt(Math.max(0, Math.min(options.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))))
    else if (event.key === 'Enter' && option !== undefined) onPick(prefix + option.name)
    else if (event.key === 'ArrowRight' && text === '' && option?.deeper) go(() => picker.enter(option))
    else if ((event.key === 'ArrowLeft' || event.key === 'Backspace') && text === '' && way !== '') go(picker.back)
    else return
    event.preventDefault()
  }
  return (
    <div className={style.picker} data-wide={wide || undefined}>
      <TextInput
        size="sm" value={text} placeholder={t(texts.find)} aria-label={t(texts.find)} leftSection={<IconSearch size={15} stroke={1.7} />} autoFocus={autoFocus} data-autofocus={autoFocus || undefined}
        role="combobox" aria-expanded aria-controls="field-options" aria-activedescendant={options[at] && `field-option-${at}`}
        onChange={(event) => go(() => picker.find(event.currentTarget.value))} onKeyDown={keys}
      />
      {way !== '' && <WayBack way={way} onBack={() => go(picker.back)} />}
      <ul className={style.options} role="listbox" id="field-options" aria-label={t(texts.fields)}>
        {options.map((option, index) => (
          <OptionLine key={option.name} option={option} index={index} current={index === at} onPoint={setAt} onPick={() => onPick(prefix + option.name)} onEnter={() => go(() => picker.enter(option))} />
        ))}
        {options.length === 0 && <li className={style.noOption}>{t(texts.noField)}</li>}
      </ul>
    </div>
  )
}

function WayBack({ way, onBack }: { way: string; onBack(): void }) {
  const t = useText()
  return (
    <button type="button" className={style.back} onClick={onBack}>
      <IconArrowLeft size={14} aria-hidden />
      {way}
      <span className="sd-unseen">{t(common.back)}</span>
    </button>
  )
}

interface LineProps {
  option: Option
  index: number
  current: boolean
  onPoint(index: number): void
  onPick(): void
  onEnter(): void
}
function OptionLine({ option, index, current, onPoint, onPick, onEnter }: LineProps) {
  const t = useText()
  return (
    <li
      id={`field-option-${index}`} role="option" aria-selected={current} className={style.option} data-at={current || undefined} onMouseMove={() => onPoint(index)} onClick={onPick}
      ref={(item) => { if (current) item?.scrollIntoView({ block: 'nearest' }) }}
    >
      <span className={style.optionName}>{option.label}</span>
      {option.deeper && (
        <ActionIcon
          size="sm" tabIndex={-1} aria-label={t(texts.deeper, { name: option.label })}
          onClick={(event) => {
            event.stopPropagation()
            onEnter()
          }}
        >
          <IconChevronRight size={15} />
        </ActionIcon>
      )}
    </li>
  )
}
