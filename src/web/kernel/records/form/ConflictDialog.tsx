import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import type { Values } from '../../../../contract/definition.ts'
import type { LinkValue } from '../../../../contract/records.ts'
import type { Density } from '../../../../fields/web.ts'
import { fieldOf, useObject, type FieldView } from '../../api/metadata.ts'
import { useText } from '../../ui/language.ts'
import { common } from '../../ui/texts.ts'
import { FieldShow } from '../field/FieldShow.tsx'
import type { Conflict } from './dialogs.ts'
import { texts } from './texts.ts'
import style from './form.module.css'

/** Both sides of what two people changed at once; one is chosen field by field. */
export function ConflictDialog({ object: name, now, before, mine, fields, onSettled, onClose }: Conflict & { onClose(): void }) {
  const t = useText()
  const object = useObject(name)
  const [kept, setKept] = useState<Record<string, Side>>({})
  const who = (now.updatedBy as LinkValue | null | undefined)?.name ?? t(texts.conflictSomebody)
  const settle = (values: Values | null) => {
    onClose()
    onSettled(values)
  }
  const finish = () => {
    const values = Object.fromEntries(Object.entries(mine).filter(([field]) => kept[field] !== 'theirs'))
    settle(Object.keys(values).length === 0 ? null : values)
  }
  const disputed = fields.flatMap((one) => (object ? (fieldOf(object, one) ?? []) : []))
  return (
    <Modal opened padding="lg" closeButtonProps={{ 'aria-label': t(common.close) }} onClose={() => settle(null)} title={<span className={style.title}>{t(texts.conflictTitle)}</span>} size="lg" closeOnClickOutside={false}>
      <div className={style.body}>
        <div>{t(texts.conflictText, { who })}</div>
        <table className={style.conflict}>
          <tbody>
            {disputed.map((field) => (
              <Disputed key={field.name} field={field} was={before[field.name]} theirs={now[field.name]} mine={mine[field.name]} side={kept[field.name] ?? 'mine'} onSide={(side) => setKept({ ...kept, [field.name]: side })} />
            ))}
          </tbody>
        </table>
        <Group justify="flex-end">
          <Button onClick={() => settle(null)}>{t(texts.conflictDrop)}</Button>
          <Button variant="filled" onClick={finish} data-autofocus>{t(texts.conflictSave)}</Button>
        </Group>
      </div>
    </Modal>
  )
}

type Side = 'mine' | 'theirs'

function Disputed({ field, was, theirs, mine, side, onSide }: { field: FieldView; was: unknown; theirs: unknown; mine: unknown; side: Side; onSide(side: Side): void }) {
  const t = useText()
  const shown = (value: unknown, density: Density) => (value === null || value === undefined ? <span className={style.quiet}>{t(texts.empty)}</span> : <FieldShow field={field} value={value} density={density} />)
  const option = (of: Side, value: unknown) => (
    <label className={style.pick}>
      <input type="radio" name={`keep-${field.name}`} checked={side === of} onChange={() => onSide(of)} />
      <span>
        <span className={style.quiet}>{t(of === 'mine' ? texts.conflictMine : texts.conflictTheirs)}</span>
        <br />
        {shown(value, 'page')}
      </span>
    </label>
  )
  return (
    <tr>
      <th scope="row">
        {t(field.label)}
        <br />
        <span className={style.quiet}>{t(texts.conflictBefore)}: {shown(was, 'cell')}</span>
      </th>
      <td>{option('theirs', theirs)}</td>
      <td>{option('mine', mine)}</td>
    </tr>
  )
}
