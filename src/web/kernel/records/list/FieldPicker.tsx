import { ActionIcon, TextInput } from '@mantine/core'
import { IconArrowLeft, IconChevronRight, IconSearch } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import type { ObjectView } from '../../../../contract/records.ts'
import { fold } from '../../../../expression/fold.ts'
import { typeOf } from '../../../../fields/types.ts'
import { isLink, objectOf, useMetadata, type FieldView } from '../../api/metadata.ts'
import { useText } from '../../ui/language.ts'
import { common } from '../../ui/texts.ts'
import { pickerTexts as texts } from './pickerTexts.ts'
import style from './picker.module.css'

interface PickerProps {
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
type Step = { path: string; label: string; object: ObjectView } | { path: string; label: string; parts: Record<string, string> }

/** Any field of the record, or of what it is linked to. Arrows move, Enter picks, the right arrow goes deeper. */
export function FieldPicker({ object, onPick, offers = () => true, deep = true, wide = false, autoFocus = true }: PickerProps) {
  const t = useText()
  const metadata = useMetadata()
  const [steps, setSteps] = useState<Step[]>([])
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const here = steps.at(-1)
  const prefix = here === undefined ? '' : `${here.path}.`
  const options = optionsAt(here, object, t).filter((option) => (option.field === null || offers(option.field) || option.deeper) && fold(option.label).includes(fold(text)))
  const enter = (option: Option) => {
    const target = option.field !== null && isLink(option.field) ? objectOf(metadata, option.field.target) : null
    const parts = option.field === null ? null : partsOf(option.field, t)
    if (target !== null) setSteps([...steps, { path: prefix + option.name, label: option.label, object: target }])
    else if (parts !== null) setSteps([...steps, { path: prefix + option.name, label: option.label, parts }])
    setText('')
    setAt(0)
  }
  const back = () => {
    setSteps(steps.slice(0, -1))
    setAt(0)
  }
  const keys = (event: KeyboardEvent) => {
    const option = options[at]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setAt(Math.max(0, Math.min(options.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))))
    else if (event.key === 'Enter' && option !== undefined) onPick(prefix + option.name)
    else if (event.key === 'ArrowRight' && text === '' && option?.deeper && deep) enter(option)
    else if ((event.key === 'ArrowLeft' || event.key === 'Backspace') && text === '' && steps.length > 0) back()
    else return
    event.preventDefault()
  }
  return (
    <div className={style.picker} data-wide={wide || undefined}>
      <TextInput
        size="sm" value={text} placeholder={t(texts.find)} aria-label={t(texts.find)} leftSection={<IconSearch size={15} stroke={1.7} />} autoFocus={autoFocus} data-autofocus={autoFocus || undefined}
        role="combobox" aria-expanded aria-controls="field-options" aria-activedescendant={options[at] && `field-option-${at}`}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={keys}
      />
      {here !== undefined && (
        <button type="button" className={style.back} onClick={back}>
          <IconArrowLeft size={14} aria-hidden />
          {steps.map((step) => step.label).join(' › ')}
          <span className="sd-unseen">{t(common.back)}</span>
        </button>
      )}
      <ul className={style.options} role="listbox" id="field-options" aria-label={t(texts.fields)}>
        {options.map((option, index) => (
          <li key={option.name} id={`field-option-${index}`} role="option" aria-selected={index === at} className={style.option} data-at={index === at || undefined} onMouseMove={() => setAt(index)} onClick={() => onPick(prefix + option.name)} ref={(item) => { if (index === at) item?.scrollIntoView({ block: 'nearest' }) }}>
            <span className={style.optionName}>{option.label}</span>
            {option.deeper && deep && steps.length < 3 && (
              <ActionIcon
                size="sm" tabIndex={-1} aria-label={t(texts.deeper, { name: option.label })}
                onClick={(event) => {
                  event.stopPropagation()
                  enter(option)
                }}
              >
                <IconChevronRight size={15} />
              </ActionIcon>
            )}
          </li>
        ))}
        {options.length === 0 && <li className={style.noOption}>{t(texts.noField)}</li>}
      </ul>
    </div>
  )
}

interface Option {
  name: string
  label: string
  field: FieldView | null
  deeper: boolean
}

function optionsAt(here: Step | undefined, object: ObjectView, t: ReturnType<typeof useText>): Option[] {
  if (here !== undefined && 'parts' in here) return Object.entries(here.parts).map(([name, label]) => ({ name, label, field: null, deeper: false }))
  const of = here === undefined ? object : here.object
  return of.fields.filter((field) => !field.hidden && !['id', 'version'].includes(field.name)).map((field) => ({ name: field.name, label: t(field.label), field, deeper: isLink(field) || partsOf(field, t) !== null }))
}

function partsOf(field: FieldView, t: ReturnType<typeof useText>): Record<string, string> | null {
  const parts = Object.entries(typeOf(field).parts?.(field) ?? {})
  return parts.length === 0 ? null : Object.fromEntries(parts.map(([name, part]) => [name, t(part.label)]))
}
