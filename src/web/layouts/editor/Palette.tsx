import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { fold } from '../../../expression/fold.ts'
import type { FieldView } from '../../kernel/api/metadata.ts'
import { FieldPicker } from '../../kernel/records/list/FieldPicker.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { isOver, useLifted } from '../lifting/context.ts'
import { Grip } from '../lifting/PieceOf.tsx'
import type { Piece } from '../sheet/sheet.ts'
import { placedPaths } from '../sheet/sheet.ts'
import type { Canvas } from './useCanvas.ts'
import { texts } from './texts.ts'
import style from './editor.module.css'

/** Fields that have no place yet, calculated ones first, and those that have one. What is dropped here goes off the screen. */
export function Palette({ canvas }: { canvas: Canvas }) {
  const t = useText()
  const lifting = useLifted()
  const [sought, setSought] = useState('')
  const { view, body, place: { kind } } = canvas
  const placed = placedPaths(kind, body)
  const found = view.fields.filter((field) => !field.hidden && !unshown.has(field.name) && fold(`${t(field.label)} ${field.name}`).includes(fold(sought)))
  const groups = [
    { key: 'calculated', label: texts.calculated, fields: found.filter((field) => !placed.has(field.name) && field.formula !== undefined) },
    { key: 'unplaced', label: texts.unplaced, fields: found.filter((field) => !placed.has(field.name) && field.formula === undefined) },
    { key: 'placed', label: texts.placed, fields: found.filter((field) => placed.has(field.name)) },
  ].filter(({ fields }) => fields.length > 0)
  return (
    <section className={style.palette} data-list="out" data-over={isOver(lifting, 'out') || undefined} aria-label={t(texts.palette)}>
      <h2 className={style.paletteTitle}>{t(texts.palette)}</h2>
      <p className={style.quiet}>{t(texts.paletteAbout)}</p>
      <TextInput type="search" size="sm" value={sought} onChange={(event) => setSought(event.currentTarget.value)} placeholder={t(texts.findField)} aria-label={t(texts.findField)} leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />} />
      <div className={style.paletteLists}>
        {groups.map(({ key, label, fields }) => (
          <div key={key}>
            <h3 className={style.groupName} id={`palette-${key}`}>{t(label)}</h3>
            <ul className={style.paletteList} aria-labelledby={`palette-${key}`}>{fields.map((field) => <Offered key={field.name} canvas={canvas} field={field} placed={key === 'placed'} />)}</ul>
          </div>
        ))}
        {found.length === 0 && <p className={style.quiet}>{t(texts.noField)}</p>}
        {sought === '' && !groups.some(({ key }) => key !== 'placed') && <p className={style.quiet}>{t(texts.allPlaced)}</p>}
      </div>
      {kind !== 'create' && kind !== 'quickCreate' && <OtherPath canvas={canvas} />}
    </section>
  )
}

const unshown = new Set(['id', 'version', 'deletedAt'])

function Offered({ canvas, field, placed }: { canvas: Canvas; field: FieldView; placed: boolean }) {
  const t = useText()
  const { begin } = useLifted()
  const name = canvas.words(field.name)
  const piece: Piece = { sort: 'field', path: field.name, from: null }
  return (
    <li className={style.offered} data-placed={placed || undefined} onPointerDown={(event) => event.pointerType === 'mouse' && (event.target as HTMLElement).closest('button') === null && begin(event, piece, name)}>
      <Grip piece={piece} name={name} list="out" />
      <span className={style.offeredName}>{name}{field.formula !== undefined && <i className={style.sign} aria-hidden>ƒ</i>}</span>
      {!placed && <ActionIcon size="sm" color="teal" aria-label={t(texts.addField, { name })} onClick={() => canvas.add(field.name)}><IconPlus size={15} stroke={1.8} aria-hidden /></ActionIcon>}
    </li>
  )
}

/** Of what the record is linked to: the owner's team, the company's city. */
function OtherPath({ canvas }: { canvas: Canvas }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} position="top-start" trapFocus returnFocus>
      <Popover.Target><Button size="compact-sm" variant="subtle" onClick={() => setOpen(!open)} aria-expanded={open}>{t(texts.otherPath)}</Button></Popover.Target>
      <Popover.Dropdown>
        <FieldPicker
          object={canvas.view}
          onPick={(path) => {
            setOpen(false)
            canvas.addPath(path)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
