import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { Face } from '../../../../fields/face.tsx'
import type { FileValue } from '../../../../fields/field.ts'
import { fileHref } from '../field/files.ts'
import { nameOf } from '../name.ts'
import { Chips } from './Chips.tsx'
import { Contacts } from './Contacts.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { Onlookers } from './Onlookers.tsx'
import { States } from './States.tsx'
import { Tiles } from './Tiles.tsx'
import style from './page.module.css'

/** Who or what this is, at a glance, and what one does with it most. */
export function Head({ object, record }: { object: ObjectView; record: RecordRow }) {
  return (
    <header className={style.head}>
      <RecordFace object={object} record={record} />
      <div className={style.headText}>
        <h1 className={style.name}>{nameOf(object, record)}</h1>
        <div className={style.chips}>
          <Chips object={object} record={record} />
          <Onlookers object={object.name} id={record.id} />
        </div>
        <States object={object} record={record} />
      </div>
      <Tiles object={object} record={record} />
      <div className={style.headActions}>
        <Contacts object={object} record={record} />
        <MoreMenu object={object} record={record} />
      </div>
    </header>
  )
}

/** Its picture, when it has one that may be seen; else initials. */
export function RecordFace({ object, record }: { object: ObjectView; record: RecordRow }) {
  const field = object.fields.find((one) => one.type === 'picture')
  const picture = field ? (record[field.name] as FileValue | null | undefined) : null
  const square = !object.fields.some((one) => one.name === 'firstName')
  return <Face name={nameOf(object, record)} size="large" square={square} picture={picture && field ? fileHref(picture, { object: object.name, id: record.id, field: field.name }) : undefined} />
}
