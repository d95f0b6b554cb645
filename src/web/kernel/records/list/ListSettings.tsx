import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconCheck, IconColumns3, IconLayoutRows, IconSettings2, IconTrash } from '@tabler/icons-react'
import { prefer, useSession } from '../../api/session.ts'
import { useText } from '../../ui/language.ts'
import { refused } from '../../ui/notify.tsx'
import { boardFields } from './boardFields.ts'
import { ColumnsButton } from './Columns.tsx'
import { groupable } from './groups.ts'
import { texts } from './texts.ts'
import type { ListOf } from './useList.ts'

/** Columns, grouping, density, archive and trash. */
export function ListSettings({ list, phone }: { list: ListOf; phone: boolean }) {
  const t = useText()
  const board = list.shown.show === 'board'
  return (
    <>
      {!board && !phone && !list.shown.trash && <GroupMenu list={list} />}
      {board && <BoardMenu list={list} />}
      {!board && !phone && (
        <ColumnsButton list={list}>
          <ActionIcon aria-label={t(texts.columns)} title={t(texts.columns)}>
            <IconColumns3 size={17} stroke={1.6} />
          </ActionIcon>
        </ColumnsButton>
      )}
      <MoreMenu list={list} />
    </>
  )
}

const check = <IconCheck size={16} stroke={2} aria-hidden />
const unchecked = <span aria-hidden />

function Choice({ chosen, label, onChoose }: { chosen: boolean; label: string; onChoose(): void }) {
  return (
    <Menu.Item role="menuitemradio" aria-checked={chosen} leftSection={chosen ? check : unchecked} onClick={onChoose}>
      {label}
    </Menu.Item>
  )
}

function GroupMenu({ list }: { list: ListOf }) {
  const t = useText()
  const { by } = list.shown
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon aria-label={t(texts.groupBy)} title={t(texts.groupBy)} variant={by === '' ? 'subtle' : 'light'} color={by === '' ? 'gray' : 'teal'}>
          <IconLayoutRows size={17} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflow: 'auto' }}>
        <Menu.Label>{t(texts.groupBy)}</Menu.Label>
        <Choice chosen={by === ''} label={t(texts.noGroup)} onChoose={() => list.move({ by: list.shown.view.by === '' ? undefined : '' })} />
        {groupable(list.object).map((field) => (
          <Choice key={field.name} chosen={by.split(':')[0] === field.name} label={t(field.label)} onChoose={() => list.move({ by: field.name })} />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function BoardMenu({ list }: { list: ListOf }) {
  const t = useText()
  const fields = boardFields(list.object)
  const on = list.shown.on || fields[0]?.name
  if (fields.length < 2) return null
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon aria-label={t(texts.boardBy)} title={t(texts.boardBy)}>
          <IconColumns3 size={17} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t(texts.boardBy)}</Menu.Label>
        {fields.map((field) => (
          <Choice key={field.name} chosen={field.name === on} label={t(field.label)} onChoose={() => list.move({ on: field.name })} />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function MoreMenu({ list }: { list: ListOf }) {
  const t = useText()
  const density = useSession().preferences.density ?? 'comfortable'
  const { object, shown, move } = list
  const show = (archived: 'no' | 'only' | 'all') => move({ archived: archived === shown.view.archived ? undefined : archived })
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <Tooltip label={t(texts.settings)}>
          <ActionIcon aria-label={t(texts.settings)}>
            <IconSettings2 size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t(texts.density)}</Menu.Label>
        <Choice chosen={density === 'comfortable'} label={t(texts.comfortable)} onChoose={() => void prefer({ density: 'comfortable' }).catch(refused)} />
        <Choice chosen={density === 'compact'} label={t(texts.compact)} onChoose={() => void prefer({ density: 'compact' }).catch(refused)} />
        {object.archivable && !shown.trash && (
          <>
            <Menu.Label>{t(texts.which)}</Menu.Label>
            <Choice chosen={shown.archived === 'no'} label={t(texts.current)} onChoose={() => show('no')} />
            <Choice chosen={shown.archived === 'all'} label={t(texts.archivedToo)} onChoose={() => show('all')} />
            <Choice chosen={shown.archived === 'only'} label={t(texts.archivedOnly)} onChoose={() => show('only')} />
          </>
        )}
        {object.can.delete && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => move({ trash: shown.trash ? undefined : 'yes', by: undefined, show: undefined, peek: undefined })}>
              {t(shown.trash ? texts.leaveTrash : texts.trash)}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
