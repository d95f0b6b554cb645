import { Button, Group, MultiSelect } from '@mantine/core'
import { useState } from 'react'
import type { Grid, ShownPlace } from '../../../server/targets/contract.ts'
import { fieldOf, useObject } from '../../kernel/api/metadata.ts'
import { useText } from '../../kernel/ui/language.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { texts } from '../texts.ts'
import style from '../targets.module.css'
import { newRows, type GridRow } from './cells.ts'

/** Whose targets, and of what: each with each makes a row. */
export function AddRows({ grid: { plan, offered }, rows, onAdd, onClose }: { grid: Grid; rows: readonly GridRow[]; onAdd(rows: readonly GridRow[]): void; onClose(): void }) {
  const t = useText()
  const target = useObject('target')
  const [chosen, setChosen] = useState<Partial<Record<keyof ShownPlace, string[]>>>({})
  const names: (keyof ShownPlace)[] = ['owner', 'team', ...plan.dimensions]
  const labelOf = (name: keyof ShownPlace) => (name === 'owner' ? t(texts.persons) : name === 'team' ? t(texts.teams) : t((target === null ? null : fieldOf(target, name)?.label) ?? texts.parts))
  const made = newRows(Object.fromEntries(names.map((name) => [name, offered[name].filter(({ id }) => chosen[name]?.includes(id))])), rows)
  const add = () => {
    onAdd(made)
    onClose()
  }
  return (
    <Window title={t(texts.addRows)} onClose={onClose}>
      <div className={style.form}>
        {names.map((name) => <MultiSelect key={name} searchable clearable label={labelOf(name)} data={offered[name].map(({ id, name: label }) => ({ value: id, label }))} value={chosen[name] ?? []} onChange={(ids) => setChosen({ ...chosen, [name]: ids })} />)}
        <Group justify="flex-end"><Button variant="filled" disabled={made.length === 0} onClick={add}>{t(texts.add)}</Button></Group>
      </div>
    </Window>
  )
}
