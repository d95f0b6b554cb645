import { ActionIcon, Button, Checkbox, NativeSelect, TextInput, Textarea, Tooltip } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconClipboardText, IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { ChoiceValue } from '../../../contract/definition.ts'
import { useText } from '../../kernel/ui/language.ts'
import { common } from '../../kernel/ui/texts.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { texts } from '../fields/texts.ts'
import { freshChoice, pasted } from './choices.ts'
import { ColorPicker } from './ColorPicker.tsx'
import { moved, SortableLines } from '../../kernel/ui/SortableLines.tsx'
import { texts as partTexts } from './texts.ts'
import style from './parts.module.css'

interface ChoicesProps {
  label: string
  help?: string
  choices: readonly ChoiceValue[]
  onChange(choices: readonly ChoiceValue[]): void
  /** Values the program needs: relabelled, coloured, archived, never removed. */
  kept?: ReadonlySet<string>
  /** Kinds of phones and the like lie under nothing and have no colour. */
  flat?: boolean
  error?: string
}

/** Values of a list: words, colour, order, archive, one under another; many at once by pasting. */
export function ChoicesEditor({ label, help, choices, onChange, kept, flat = false, error }: ChoicesProps) {
  const t = useText()
  const frame = useRef<HTMLDivElement>(null)
  const [isTree, setTree] = useState(choices.some(({ parent }) => parent !== undefined))
  const [isPasting, setPasting] = useState(false)
  const setOne = (value: string, part: Partial<ChoiceValue>) => onChange(choices.map((choice) => (choice.value === value ? tidy({ ...choice, ...part }) : choice)))
  const remove = (value: string) => onChange(choices.filter((choice) => choice.value !== value).map((choice) => (choice.parent === value ? tidy({ ...choice, parent: undefined }) : choice)))
  function add() {
    onChange([...choices, freshChoice(choices)])
    requestAnimationFrame(() => [...(frame.current?.querySelectorAll<HTMLInputElement>('[data-value=pl]') ?? [])].at(-1)?.focus())
  }
  const goOn = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    add()
  }
  return (
    <div className={style.values} ref={frame} role="group" aria-label={label}>
      <div><span className={`sd-label ${style.label}`}>{label}</span>{help && <p className={style.help}>{help}</p>}</div>
      {!flat && <Checkbox label={t(texts.asTree)} checked={isTree} onChange={(event) => setTree(event.currentTarget.checked)} />}
      {choices.length === 0 && <p className={style.help}>{t(texts.noValues)}</p>}
      <div className={style.valueList} onKeyDown={(event) => (event.target as HTMLElement).dataset.value === undefined || goOn(event)}>
        <SortableLines lines={choices} keyOf={({ value }) => value} nameOf={(choice) => t(choice.label) || t(texts.addValue)} label={label} onMove={(from, to) => onChange(moved(choices, from, to))}>
          {(choice) => <ChoiceLine choice={choice} choices={choices} flat={flat} isTree={isTree && !flat} onSet={(part) => setOne(choice.value, part)} onRemove={kept?.has(choice.value) ? undefined : () => remove(choice.value)} />}
        </SortableLines>
      </div>
      {error && <p className={style.fault}>{error}</p>}
      <div className={style.row}>
        <Button size="compact-md" leftSection={<IconPlus size={15} stroke={1.8} />} onClick={add}>{t(texts.addValue)}</Button>
        <Button size="compact-md" variant="subtle" leftSection={<IconClipboardText size={15} stroke={1.6} />} onClick={() => setPasting(true)}>{t(texts.paste)}</Button>
      </div>
      {isPasting && <Pasting choices={choices} onClose={() => setPasting(false)} onAdd={(more) => onChange([...choices.filter(({ label: words }) => words.pl !== '' || words.en !== ''), ...more])} />}
    </div>
  )
}

/** What is not said is left out. */
const tidy = (choice: ChoiceValue): ChoiceValue => Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined && value !== false && value !== '' || value === choice.label)) as unknown as ChoiceValue

interface LineProps {
  choice: ChoiceValue
  choices: readonly ChoiceValue[]
  flat: boolean
  isTree: boolean
  onSet(part: Partial<ChoiceValue>): void
  onRemove: (() => void) | undefined
}

function ChoiceLine({ choice, choices, flat, isTree, onSet, onRemove }: LineProps) {
  const t = useText()
  const name = t(choice.label) || choice.label.pl
  const input = (language: 'pl' | 'en') => (
    <TextInput data-value={language} value={choice.label[language]} aria-label={t(texts.valueLabel, { language: t(language === 'pl' ? partTexts.inPolish : partTexts.inEnglish) })} placeholder={language === 'en' ? choice.label.pl : undefined} maxLength={200} onChange={(event) => onSet({ label: { ...choice.label, [language]: event.currentTarget.value } })} />
  )
  const archiving = t(choice.archived === true ? texts.unarchive : texts.archive, { name })
  return (
    <div className={style.value} data-tree={isTree || undefined} data-off={choice.archived || undefined}>
      {flat ? <span /> : <ColorPicker color={choice.color} onChange={(color) => onSet({ color })} />}
      {input('pl')}
      {input('en')}
      {isTree && <NativeSelect aria-label={t(texts.under)} value={choice.parent ?? ''} onChange={(event) => onSet({ parent: event.currentTarget.value })} data={[{ value: '', label: t(texts.top) }, ...choices.filter(({ value }) => value !== choice.value).map(({ value, label }) => ({ value, label: t(label) || label.pl }))]} />}
      <span className={style.valueActs}>
        <Tooltip label={`${archiving}. ${t(texts.archiveHelp)}`} multiline maw={280}><ActionIcon aria-label={archiving} onClick={() => onSet({ archived: choice.archived !== true })}>{choice.archived === true ? <IconArchiveOff size={16} stroke={1.6} /> : <IconArchive size={16} stroke={1.6} />}</ActionIcon></Tooltip>
        <ActionIcon aria-label={t(texts.removeValue, { name })} onClick={onRemove} disabled={onRemove === undefined}><IconTrash size={16} stroke={1.6} /></ActionIcon>
      </span>
    </div>
  )
}

function Pasting({ choices, onClose, onAdd }: { choices: readonly ChoiceValue[]; onClose(): void; onAdd(choices: readonly ChoiceValue[]): void }) {
  const t = useText()
  const [text, setText] = useState('')
  const made = pasted(text, choices)
  return (
    <Window title={t(texts.paste)} onClose={onClose}>
      <Textarea label={t(texts.pasteLabel)} description={t(texts.pasteAbout)} autosize minRows={8} maxRows={16} value={text} onChange={(event) => setText(event.currentTarget.value)} data-autofocus />
      <div className={style.acts}>
        <Button onClick={onClose}>{t(common.cancel)}</Button>
        <Button variant="filled" disabled={made.length === 0} onClick={() => { onAdd(made); onClose() }}>{t(texts.addPasted, { count: made.length })}</Button>
      </div>
    </Window>
  )
}
