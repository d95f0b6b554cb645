import { ActionIcon, Checkbox, Menu, Progress, TextInput } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import { openEditOf } from '../../kernel/records/form/open.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import style from './page.module.css'
import { texts } from './texts.ts'
import { itemsAtMost, useChecklist, type Checklist as Items } from './useChecklist.ts'

/** What belongs to the work, ticked off one by one: Enter adds the next, Alt with an arrow moves one. */
export function Checklist({ record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const list = useChecklist(record.id)
  const mayChange = record.can?.change === true
  if (list.error) return <RefusedFace error={list.error} />
  if (list.items === undefined) return <Waiting lines={2} />
  const done = list.items.filter((item) => item['done'] === true).length
  const said = t(texts.progress, { done, all: list.items.length })
  return (
    <div className={style.block}>
      {list.items.length > 0 && <div className={style.progress}><Progress.Root size="sm" className={style.bar}><Progress.Section value={(100 * done) / list.items.length} aria-label={said} /></Progress.Root><span aria-hidden>{done}/{list.items.length}</span></div>}
      {list.items.length === 0 && !mayChange && <p className={style.quiet}>{t(texts.noItems)}</p>}
      <ul className={style.items} aria-label={t(texts.checklist)}>{list.items.map((item, index) => <Item key={item.id} item={item} index={index} list={list} mayChange={mayChange} />)}</ul>
      {list.items.length === itemsAtMost && <p className={style.quiet}>{t(texts.tooMany, { count: itemsAtMost })}</p>}
      {mayChange && list.items.length < itemsAtMost && <Add list={list} />}
    </div>
  )
}

function Item({ item, index, list, mayChange }: { item: RecordRow; index: number; list: Items; mayChange: boolean }) {
  const t = useText()
  const title = String(item['title'])
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || by === 0 || !mayChange) return
    event.preventDefault()
    void list.move(item, by)
  }
  return (
    <li className={style.item} onKeyDown={onKeyDown}>
      <Checkbox size="sm" className={style.tick} label={<span data-done={item['done'] === true || undefined}>{title}</span>} checked={item['done'] === true} disabled={!mayChange} onChange={(event) => void list.tick(item, event.currentTarget.checked)} />
      {mayChange && (
        <Menu position="bottom-end">
          <Menu.Target><ActionIcon size="sm" className={style.itemMenu} aria-label={t(texts.itemMenu, { title })}><IconDots size={15} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => openEditOf('checklistItem', item.id, 'title')}>{t(texts.rename)}</Menu.Item>
            <Menu.Item disabled={index === 0} rightSection={<kbd className="sd-kbd">Alt ↑</kbd>} onClick={() => void list.move(item, -1)}>{t(texts.up)}</Menu.Item>
            <Menu.Item disabled={index === list.items!.length - 1} rightSection={<kbd className="sd-kbd">Alt ↓</kbd>} onClick={() => void list.move(item, 1)}>{t(texts.down)}</Menu.Item>
            <Menu.Item onClick={() => void list.remove(item)}>{t(texts.remove)}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}

function Add({ list }: { list: Items }) {
  const t = useText()
  const [text, setText] = useState('')
  const add = async (lines: readonly string[]) => {
    if (await list.add(lines)) setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.trim() === '') return
    event.preventDefault()
    void add([text.trim()])
  }
  // A list from a letter becomes as many items as it has lines.
  const onPaste = (event: ClipboardEvent) => {
    const lines = event.clipboardData.getData('text').split('\n').map((line) => line.trim()).filter((line) => line !== '')
    if (lines.length < 2 || text !== '') return
    event.preventDefault()
    void add(lines)
  }
  return <TextInput size="sm" leftSection={<IconPlus size={15} aria-hidden />} aria-label={t(texts.add)} placeholder={t(texts.add)} value={text} maxLength={500} onChange={(event) => setText(event.currentTarget.value)} onKeyDown={onKeyDown} onPaste={onPaste} />
}
