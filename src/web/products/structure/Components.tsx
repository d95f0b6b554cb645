import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { LinkValue, ObjectView, RecordRow } from '../../../contract/records.ts'
import { configure, type ConfiguredPart } from '../../../contract/selling/structure.ts'
import { units } from '../../../contract/selling/choices.ts'
import { showDecimal } from '../../../fields/decimals.ts'
import { RecordPicker } from '../../../fields/picker.tsx'
import { Tag } from '../../../fields/tag.tsx'
import { fieldOf, useObject } from '../../kernel/api/metadata.ts'
import { fieldSentences } from '../../kernel/api/problem.ts'
import { createRecord, useList } from '../../kernel/api/records.ts'
import { FieldShow } from '../../kernel/records/field/FieldShow.tsx'
import { openEdit } from '../../kernel/records/form/open.ts'
import { removeWithUndo } from '../../kernel/records/page/acts.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { toRecord } from '../../kernel/ui/links.ts'
import { refused } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { componentsRequest, putInOrder, structureQuery } from '../asking.ts'
import { InPlace } from '../InPlace.tsx'
import style from '../products.module.css'
import { texts } from '../texts.ts'

/** The parts of a structure to any depth; those of the whole itself are changed here, deeper ones where they belong. */
export function Components({ whole }: { whole: RecordRow }) {
  const t = useText()
  const object = useObject('component')
  const own = useList('component', componentsRequest(whole.id))
  const tree = useQuery(structureQuery(whole.id))
  const parts = useMemo(() => (tree.data === undefined ? [] : configure(tree.data.structure, { choices: {}, prices: tree.data.prices }).parts), [tree.data])
  const reorder = useAct(putInOrder, refused)
  if (own.isError) return <RefusedFace error={own.error} onRetry={() => void own.refetch()} />
  if (own.data === undefined || object === null) return <Waiting lines={4} />
  const rows = own.data.rows
  const mayChange = whole.can?.change !== false
  const move = (at: number, by: 1 | -1) => {
    const ids = rows.map((_, index) => index)
    ids.splice(at + by, 0, ...ids.splice(at, 1))
    const changes = ids.flatMap((from, to) => (String(rows[from]!['position']) === String(to + 1) ? [] : [{ id: rows[from]!.id, version: rows[from]!.version, position: String(to + 1) }]))
    void reorder.run(changes)
  }
  return (
    <div className={style.block}>
      {rows.length === 0 && <p className={style.quiet}>{t(texts.noComponents)}</p>}
      <ul className={style.tree}>
        {rows.map((row, at) => (
          <li key={row.id}>
            <OwnPart object={object} row={row} mayChange={mayChange} onUp={at === 0 ? undefined : () => move(at, -1)} onDown={at === rows.length - 1 ? undefined : () => move(at, 1)} />
            <Deeper parts={parts.filter(({ key }) => key.startsWith(`${row.id}/`))} />
          </li>
        ))}
      </ul>
      {mayChange && <AddPart whole={whole.id} position={rows.length + 1} />}
    </div>
  )
}

function OwnPart({ object, row, mayChange, onUp, onDown }: { object: ObjectView; row: RecordRow; mayChange: boolean; onUp: (() => void) | undefined; onDown: (() => void) | undefined }) {
  const t = useText()
  const part = row['part'] as LinkValue
  const about = { part: part.name }
  return (
    <div className={style.treeRow}>
      <span className={style.partName}><Go href={toRecord('product', part.id)}>{part.name}</Go> <KindTag object={object} row={row} /></span>
      <span className={style.partQuantity}>{mayChange ? <InPlace object={object} row={row} name="quantity" label={t(texts.quantity)} /> : <Shown object={object} row={row} name="quantity" />}</span>
      <span className={style.partPrice}>{row['included'] === true ? t(texts.included) : <Shown object={object} row={row} name="price" />}</span>
      {mayChange && (
        <span className={style.partActs}>
          <ActionIcon size="sm" aria-label={t(texts.up, about)} disabled={onUp === undefined} onClick={onUp}><IconArrowUp size={15} aria-hidden /></ActionIcon>
          <ActionIcon size="sm" aria-label={t(texts.down, about)} disabled={onDown === undefined} onClick={onDown}><IconArrowDown size={15} aria-hidden /></ActionIcon>
          <ActionIcon size="sm" aria-label={t(texts.edit, about)} onClick={() => openEdit('component', row.id)}><IconPencil size={15} aria-hidden /></ActionIcon>
          <ActionIcon size="sm" aria-label={t(texts.remove, about)} onClick={() => void removeWithUndo('component', row.id, t(texts.removed))}><IconTrash size={15} aria-hidden /></ActionIcon>
        </span>
      )}
    </div>
  )
}

function Shown({ object, row, name }: { object: ObjectView; row: RecordRow; name: string }) {
  const field = fieldOf(object, name)
  return field === null || row[name] === null || row[name] === undefined ? null : <FieldShow field={field} value={row[name]} density="cell" />
}

function KindTag({ object, row }: { object: ObjectView; row: RecordRow }) {
  const group = row['choiceGroup']
  return <><Shown object={object} row={row} name="kind" />{typeof group === 'string' && <Tag>{group}</Tag>}</>
}

/** What the parts consist of themselves. */
function Deeper({ parts }: { parts: readonly ConfiguredPart[] }) {
  const language = useLanguage()
  const t = useText()
  if (parts.length === 0) return null
  return (
    <ul className={style.deeper}>
      {parts.map(({ key, level, product, quantity, component }) => {
        const unit = units.find(({ value }) => value === product.unit)
        return (
          <li key={key} className={style.treeRow} style={{ '--level': level } as object} data-deeper>
            <span className={style.partName}><Go href={toRecord('product', product.id)}>{product.name}</Go>{component.choiceGroup !== null && <Tag>{component.choiceGroup}</Tag>}</span>
            <span className={style.partQuantity}>{showDecimal(quantity, language)} {unit && t(unit.label)}</span>
          </li>
        )
      })}
    </ul>
  )
}

function AddPart({ whole, position }: { whole: string; position: number }) {
  const t = useText()
  const add = useAct((part: LinkValue) => createRecord('component', { whole, part: part.id, position: String(position) }), (error) => fieldSentences(error)['part'] === undefined && refused(error))
  return <RecordPicker key={position} target="product" frame={{ size: 'sm', label: t(texts.addPart), error: fieldSentences(add.error)['part'] }} value={null} disabled={add.busy} onChange={(part) => part !== null && void add.run(part)} />
}
