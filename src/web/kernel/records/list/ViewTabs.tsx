import { Menu, SegmentedControl, Tooltip, UnstyledButton, ActionIcon, Button } from '@mantine/core'
import { IconArrowLeft, IconChevronDown, IconLayoutKanban, IconPlus, IconTable, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../ui/language.ts'
import { ListSettings } from './ListSettings.tsx'
import { AskName, SaveView } from './SaveView.tsx'
import { texts } from './texts.ts'
import type { ListOf } from './useList.ts'
import { boardFields } from './boardFields.ts'
import { ViewMenuItems } from './ViewMenu.tsx'
import { viewLabel, type View } from './views.ts'
import style from './list.module.css'

/** Saved views as tabs, and on the right how the list is drawn. */
export function ViewTabs({ list, phone }: { list: ListOf; phone: boolean }) {
  const t = useText()
  const [saving, setSaving] = useState(false)
  const { shown, move } = list
  return (
    <div className={style.tabs}>
      {shown.trash ? (
        <div className={style.trashBar}>
          <Button size="compact-sm" leftSection={<IconArrowLeft size={15} />} onClick={() => move({ trash: undefined })}>
            {t(texts.leaveTrash)}
          </Button>
          <IconTrash size={16} stroke={1.6} aria-hidden />
          {t(texts.inTrash)}
        </div>
      ) : (
        <nav className={style.tabList} aria-label={t(texts.views)}>
          {list.views.map((view) => (
            <ViewTab key={view.key} view={view} list={list} />
          ))}
          <Tooltip label={t(texts.newView)}>
            <ActionIcon aria-label={t(texts.newView)} onClick={() => setSaving(true)}>
              <IconPlus size={15} stroke={1.8} />
            </ActionIcon>
          </Tooltip>
        </nav>
      )}
      <div className={style.tabsRight}>
        {shown.changed && !shown.trash && !phone && <ChangedMenu list={list} onNew={() => setSaving(true)} />}
        {!shown.trash && <DisplaySwitch list={list} />}
        <ListSettings list={list} phone={phone} />
      </div>
      <AskName />
      {saving && <SaveView list={list} onClose={() => setSaving(false)} />}
    </div>
  )
}

const plain = { columns: undefined, where: undefined, search: undefined, order: undefined, by: undefined, show: undefined, on: undefined, archived: undefined, peek: undefined }

function ViewTab({ view, list }: { view: View; list: ListOf }) {
  const t = useText()
  const on = view.key === list.shown.view.key
  const label = viewLabel(view, t)
  return (
    <span className={style.tab} data-on={on || undefined}>
      <UnstyledButton className={style.tabName} aria-current={on ? 'true' : undefined} onClick={() => list.move({ ...plain, view: view.key })}>
        {label}
        {on && list.shown.changed && <span className={style.dotChanged} title={t(texts.unsaved)} role="img" aria-label={t(texts.unsaved)} />}
      </UnstyledButton>
      {on && view.saved?.mayChange === true && (
        <Menu position="bottom-start">
          <Menu.Target>
            <ActionIcon size="xs" aria-label={t(texts.viewMenu, { name: label })}>
              <IconChevronDown size={13} stroke={1.8} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <ViewMenuItems view={view.saved} list={list} />
          </Menu.Dropdown>
        </Menu>
      )}
    </span>
  )
}

/** The list was changed since its view was opened: keep it, make another view of it, or drop it. */
function ChangedMenu({ list, onNew }: { list: ListOf; onNew(): void }) {
  const t = useText()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="light" rightSection={<IconChevronDown size={13} stroke={1.8} />}>
          {t(texts.saveView)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ViewMenuItems view={list.shown.view.saved?.mayChange ? list.shown.view.saved : null} list={list} onlyChanges />
        <Menu.Item onClick={onNew}>{t(texts.saveAsNew)}</Menu.Item>
        <Menu.Item onClick={() => list.move(plain)}>{t(texts.dropChanges)}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function DisplaySwitch({ list }: { list: ListOf }) {
  const t = useText()
  if (boardFields(list.object).length === 0) return null
  const option = (value: string, icon: typeof IconTable, label: string) => {
    const Icon = icon
    return {
      value,
      label: (
        <Tooltip label={label}>
          <span className={style.displayOption}>
            <Icon size={16} stroke={1.6} aria-hidden />
            <span className={style.displayName}>{label}</span>
          </span>
        </Tooltip>
      ),
    }
  }
  return (
    <SegmentedControl
      size="xs" aria-label={t(texts.display)} value={list.shown.show}
      onChange={(show) => list.move({ show: show === list.shown.view.show ? undefined : show, peek: undefined })}
      data={[option('table', IconTable, t(texts.table)), option('board', IconLayoutKanban, t(texts.board))]}
    />
  )
}
