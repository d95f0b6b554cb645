import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { fieldOf } from '../../api/metadata.ts'
import { useText } from '../../ui/language.ts'
import { FieldShow } from '../field/FieldShow.tsx'
import { recordLayout } from './layout.ts'
import style from './page.module.css'

/** Figures of the record, each under its name. An empty one keeps its place: that there is none is a fact too. */
export function Tiles({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const tiles = (recordLayout(object, record).tiles ?? []).flatMap(({ field: name, label }) => {
    const field = fieldOf(object, name)
    return field === null ? [] : [{ field, label: label ?? field.label }]
  })
  if (tiles.length === 0) return null
  return (
    <dl className={style.tiles}>
      {tiles.map(({ field, label }) => (
        <div key={field.name} className={style.tile}>
          <dt className={style.tileName}>{t(label)}</dt>
          <dd className={style.tileValue}>{record[field.name] === null || record[field.name] === undefined ? '–' : <FieldShow field={field} value={record[field.name]} density="cell" at={{ object: object.name, id: record.id }} />}</dd>
        </div>
      ))}
    </dl>
  )
}
