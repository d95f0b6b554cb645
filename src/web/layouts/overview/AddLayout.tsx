import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { LayoutKind } from '../../../contract/layout.ts'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { common } from '../../kernel/ui/texts.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { toLayout } from '../links.ts'
import { typesOf, useRoles } from '../../kernel/shaping/whose.ts'
import { kindTexts } from '../../kernel/shaping/whoseTexts.ts'
import { texts } from '../texts.ts'
import type { Shaped } from '../WithObject.tsx'
import style from '../layouts.module.css'

/** For whom a layout of its own is to be. It is there once it is published; until then it is a draft. */
export function AddLayout({ object, kind, onClose }: Shaped & { kind: LayoutKind; onClose(): void }) {
  const t = useText()
  const go = useGo()
  const roles = useRoles()
  const types = typesOf(object)
  const [role, setRole] = useState<string | null>(null)
  const [type, setType] = useState<string | null>(null)
  const isChosen = role !== null || type !== null
  return (
    <Window title={t(texts.addTitle, { kind: t(kindTexts[kind].name) })} onClose={onClose}>
      <form
        className={style.stack}
        onSubmit={(event) => {
          event.preventDefault()
          if (isChosen) go(toLayout(object.id, { kind, role, type }))
        }}
      >
        <p className={style.quiet}>{t(texts.addAbout)}</p>
        <Select label={t(texts.role)} data={roles.map(({ id, name }) => ({ value: id, label: name }))} value={role} onChange={setRole} placeholder={t(texts.anyRole)} searchable clearable data-autofocus />
        {types.length > 0 && <Select label={t(texts.type)} data={types.map(({ value, label }) => ({ value, label: t(label) }))} value={type} onChange={setType} placeholder={t(texts.anyType)} clearable />}
        <div className={style.acts}>
          <Button onClick={onClose}>{t(common.cancel)}</Button>
          <Button type="submit" variant="filled" disabled={!isChosen} title={isChosen ? undefined : t(texts.chooseOne)}>{t(texts.arrange)}</Button>
        </div>
      </form>
    </Window>
  )
}
