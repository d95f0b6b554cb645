import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import type { Values } from '../../../../contract/definition.ts'
import type { LinkValue } from '../../../../contract/records.ts'
import { fieldOf, useObject } from '../../api/metadata.ts'
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
  const [kept, setKept] = useState<Record<string, 'mine' | 'theirs'>>({})
  const who = (now.updatedBy as LinkValue | null | undefined)?.name ?? t(texts.conflictSomebody)
  const settle = (values: Values | null) => {
    onClose()
    onSettled(values)
  }
  const chosen = () => Object.fromEntries(Object.entries(mine).filter(([field]) => kept[field] !== 'theirs'))
  const finish = () => {
    const values = chosen()
    settle(Object.keys(values).length === 0 ? null : values)
  }
  const option = (field: string, side: 'mine' | 'theirs', value: unknown) => {
    const shape = object && fieldOf(object, field)
    return (
      <label className={style.pick}>
        <input type="radio" name={`keep-${field}`} checked={(kept[field] ?? 'mine') === side} onChange={() => setKept({ ...kept, [field]: side })} />
        <span>
          <span className={style.quiet}>{t(side === 'mine' ? texts.conflictMine : texts.conflictTheirs)}</span>
          <br />
          {shape && value !== null && value !== undefined ? <FieldShow field={shape} value={value} density="page" /> : <span className={style.quiet}>{t(texts.empty)}</span>}
        </span>
      </label>
    )
  }
  return (
    <Modal opened padding="lg" closeButtonProps={{ 'aria-label': t(common.close) }} onClose={() => settle(null)} title={<span className={style.title}>{t(texts.conflictTitle)}</span>} size="lg" closeOnClickOutside={false}>
      <div className={style.body}>
        <div>{t(texts.conflictText, { who })}</div>
        <table className={style.conflict}>
          <tbody>
            {fields.map((name) => {
              const field = object && fieldOf(object, name)
              return (
                <tr key={name}>
                  <th scope="row">
                    {field && t(field.label)}
                    <br />
                    <span className={style.quiet}>{t(texts.conflictBefore)}: {field && before[name] != null ? <FieldShow field={field} value={before[name]} /> : t(texts.empty)}</span>
                  </th>
                  <td>{option(name, 'theirs', now[name])}</td>
                  <td>{option(name, 'mine', mine[name])}</td>
                </tr>
              )
            })}
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
