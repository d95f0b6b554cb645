import { Badge } from '@mantine/core'
import type { Tile } from '../../../contract/layout.ts'
import { fieldOf } from '../../kernel/api/metadata.ts'
import { useText } from '../../kernel/ui/language.ts'
import { PieceList, PieceOf } from '../lifting/PieceOf.tsx'
import { settingsOf } from '../model.ts'
import { entriesOf, pathOf, type Entry, type ListName } from '../sheet/sheet.ts'
import type { Canvas } from './useCanvas.ts'
import { texts } from './texts.ts'
import style from './editor.module.css'

interface PiecesProps {
  canvas: Canvas
  list: ListName
  label: string
  flow: 'row' | 'column'
  columns?: 1 | 2
}

/** The fields of one list of the sheet, in their order. */
export function FieldPieces({ canvas, list, label, flow, columns }: PiecesProps) {
  const t = useText()
  const entries = entriesOf(canvas.body, list)
  return (
    <PieceList list={list} length={entries.length} label={label} flow={flow} columns={columns} empty={t(texts.emptyList)}>
      {entries.map((entry, at) => <FieldPiece key={pathOf(entry)} canvas={canvas} list={list} entry={entry} at={at} length={entries.length} flow={columns === 2 ? 'row' : flow} />)}
    </PieceList>
  )
}

function FieldPiece({ canvas, list, entry, at, length, flow }: { canvas: Canvas; list: ListName; entry: Entry; at: number; length: number; flow: 'row' | 'column' }) {
  const t = useText()
  const path = pathOf(entry)
  const own = typeof entry === 'object' ? (entry as Tile).label : undefined
  const name = canvas.words(path)
  const from = { list, at }
  const piece = { sort: 'field' as const, path, from }
  const isGone = fieldOf(canvas.view, path.split('.')[0]!) === null
  return (
    <PieceOf
      piece={piece} name={name} length={length} flow={flow} gone={isGone} onTake={() => canvas.takeOff(from)} onStep={(by) => canvas.step(piece, by)}
      onOpen={isGone ? undefined : () => canvas.open({ sort: 'field', path, from })}
    >
      <span className={style.pieceName}>{own === undefined ? name : t(own)}</span>
      {isGone ? <span className={style.quiet}>{t(texts.goneField)}</span> : <Tags canvas={canvas} path={path} />}
    </PieceOf>
  )
}

/** What holds of the field wherever it is shown. */
function Tags({ canvas, path }: { canvas: Canvas; path: string }) {
  const t = useText()
  const field = canvas.object.fields.find(({ name }) => name === path)
  if (field === undefined) return null
  const settings = settingsOf(field, canvas.sheet)
  const isConditional = Boolean(settings.shownWhen)
  return (
    <>
      {field.formula !== undefined && <i className={style.sign} aria-hidden>ƒ</i>}
      {(settings.required || settings.requiredWhen) && <Badge color="amber" variant="light">{t(texts.requiredTag)}</Badge>}
      {settings.readOnlyWhen && <Badge color="gray" variant="light">{t(texts.readOnlyTag)}</Badge>}
      {isConditional && <Badge color="violet" variant="light">{t(texts.conditionTag)}</Badge>}
    </>
  )
}
