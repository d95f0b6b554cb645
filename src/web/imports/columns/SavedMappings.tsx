import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { common } from '../../kernel/ui/texts.ts'
import { dropMapping, saveMapping, useMappings, type Import, type SavedMapping } from '../api.ts'
import { choose } from '../saving.ts'
import { carry } from '../targets.ts'
import { texts } from './texts.ts'
import page from '../imports.module.css'
import style from './columns.module.css'

/** The same file comes every month: how its columns go is kept under a name. */
export function SavedMappings({ it }: { it: Import }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const mappings = useMappings(it.object).data ?? []
  const apply = (saved: SavedMapping) => {
    choose(it.id, { mapping: carry(saved, it.columns.map(({ header }) => header)), options: withoutDecisions(saved.options) })
    setOpen(false)
    told(t(texts.mappingApplied, { name: saved.name }))
  }
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={360} trapFocus>
      <Popover.Target><Button leftSection={<IconBookmark className={page.icon} stroke={1.6} />} onClick={() => setOpen(!open)}>{t(texts.saved)}</Button></Popover.Target>
      <Popover.Dropdown>
        {mappings.length === 0 ? <p className={page.why}>{t(texts.noneSaved)}</p> : (
          <ul className={`${page.plain} ${style.savedList}`}>{mappings.map((saved) => <Saved key={saved.id} saved={saved} it={it} onApply={() => apply(saved)} />)}</ul>
        )}
        <SaveAs it={it} onSaved={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

const withoutDecisions = ({ decisions: _, undecided: __, ...options }: SavedMapping['options']): SavedMapping['options'] => options

function Saved({ saved, it, onApply }: { saved: SavedMapping; it: Import; onApply(): void }) {
  const t = useText()
  const found = carry(saved, it.columns.map(({ header }) => header)).length
  return (
    <li className={style.savedLine}>
      <div className={style.savedName}>
        <b>{saved.name}</b>
        <div className={page.small}>{t(texts.matches, { found, of: saved.mapping.length })}</div>
      </div>
      <Button size="compact-sm" disabled={found === 0} onClick={onApply} aria-label={`${t(texts.apply)}: ${saved.name}`}>{t(texts.apply)}</Button>
      <ActionIcon aria-label={t(texts.forget, { name: saved.name })} onClick={() => void dropMapping(saved).catch(refused)}><IconTrash className={page.icon} stroke={1.6} /></ActionIcon>
    </li>
  )
}

export function SaveAs({ it, onSaved }: { it: Import; onSaved(): void }) {
  const t = useText()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    setBusy(true)
    const headers = it.columns.map(({ header }) => header)
    void saveMapping({ object: it.object, name: name.trim(), mapping: it.mapping, options: withoutDecisions(it.options), headers })
      .then(() => (told(t(texts.mappingSaved, { name: name.trim() })), setName(''), onSaved()), refused)
      .finally(() => setBusy(false))
  }
  return (
    <form className={style.saveAs} onSubmit={save}>
      <TextInput className={style.savedName} label={t(texts.saveAs)} placeholder={t(texts.mappingName)} value={name} maxLength={120} onChange={(event) => setName(event.currentTarget.value)} />
      <Button type="submit" loading={busy} disabled={name.trim() === ''}>{t(common.save)}</Button>
    </form>
  )
}
