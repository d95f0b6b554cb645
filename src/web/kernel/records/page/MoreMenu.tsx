import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconArrowMerge, IconDots, IconHistory, IconLink, IconPencil, IconTimelineEvent, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { useSession } from '../../api/session.ts'
import { useRooms } from '../../shell/rooms.ts'
import { useGo } from '../../ui/go.ts'
import { ObjectIcon } from '../../ui/icons.tsx'
import { useText } from '../../ui/language.ts'
import { toList, toRecord } from '../../ui/links.ts'
import { refused, told } from '../../ui/notify.tsx'
import { actOn, isAsking } from '../form/acting.ts'
import { openAction, openEdit, openHistory } from '../form/open.ts'
import { openMerge } from '../merge/open.ts'
import { nameOf } from '../name.ts'
import { toRegister } from '../register/screen.ts'
import { texts as registerTexts } from '../register/texts.ts'
import { archiveWithUndo, removeWithUndo, unarchiveWithUndo } from './acts.ts'
import { texts } from './texts.ts'
import style from './page.module.css'

/** All that may be done with the record. What may not says why. */
export function MoreMenu({ object, record, onGone }: { object: ObjectView; record: RecordRow; onGone?(): void }) {
  const t = useText()
  const go = useGo()
  const { can } = record
  const session = useSession()
  const own = useRooms().flatMap((room) => room.record?.menu ?? []).filter((act) => act.on({ object, record, session }))
  const name = nameOf(object, record)
  const mayChange = can?.change ? undefined : t(texts.mayNotChange)
  const inTrash = typeof record.deletedAt === 'string'
  const copy = () => void navigator.clipboard.writeText(`${location.origin}${toRecord(object.name, record.id)}`).then(() => told(t(texts.linkCopied)))
  const remove = async () => {
    if (await removeWithUndo(object.name, record.id, t(texts.removed, { name }))) (onGone ?? (() => go(toList(object.name))))()
  }
  if (inTrash) return null
  return (
    <Menu position="bottom-end" width="target" styles={{ dropdown: { minWidth: 'max-content' } }}>
      <Menu.Target>
        <ActionIcon variant="default" size="input-sm" aria-label={t(texts.more)}><IconDots className={style.icon} /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(object.actions ?? []).map((action) => {
          const ability = can?.actions?.[action.name]
          const why = ability === undefined || ability === true ? mayChange : ability.reason
          return <Act key={action.name} icon={<ObjectIcon name={action.icon ?? 'star'} size={16} />} label={t(action.label)} why={why} onClick={() => (isAsking(action) ? openAction(object.name, record.id, action.name) : void actOn({ object: object.name, id: record.id, action, go }).catch(refused))} />
        })}
        {own.map((act) => <Act key={act.key} icon={<ObjectIcon name={act.icon} size={16} />} label={t(act.label)} onClick={() => act.run({ object, record }, go)} />)}
        {(object.actions ?? []).length + own.length > 0 && <Menu.Divider />}
        <Act icon={<IconPencil className={style.icon} />} label={t(texts.edit)} why={mayChange} onClick={() => openEdit(object.name, record.id)} />
        <Act icon={<IconHistory className={style.icon} />} label={t(texts.history)} onClick={() => openHistory(object.name, record.id)} />
        {object.parts !== undefined && <Act icon={<IconTimelineEvent className={style.icon} />} label={t(registerTexts.register)} onClick={() => go(toRegister(object.name, record.id))} />}
        {object.mass.merge && <Act icon={<IconArrowMerge className={style.icon} />} label={t(texts.merge)} why={mayChange} onClick={() => openMerge(object.name, [record.id])} />}
        <Act icon={<IconLink className={style.icon} />} label={t(texts.copyLink)} onClick={copy} />
        <Menu.Divider />
        {object.archivable && (record.archivedAt
          ? <Act icon={<IconArchiveOff className={style.icon} />} label={t(texts.unarchive)} why={mayChange} onClick={() => void unarchiveWithUndo(object.name, record.id, t(texts.unarchived, { name }))} />
          : <Act icon={<IconArchive className={style.icon} />} label={t(texts.archive)} why={mayChange} onClick={() => void archiveWithUndo(object.name, record.id, t(texts.archived, { name }))} />)}
        <Act icon={<IconTrash className={style.icon} />} label={t(texts.remove)} why={can?.delete ? undefined : t(texts.mayNotDelete)} onClick={() => void remove()} />
      </Menu.Dropdown>
    </Menu>
  )
}

function Act({ icon, label, why, onClick }: { icon: ReactNode; label: string; why?: string; onClick(): void }) {
  const item = <Menu.Item leftSection={icon} data-disabled={why !== undefined || undefined} aria-disabled={why !== undefined || undefined} closeMenuOnClick={why === undefined} onClick={why === undefined ? onClick : undefined}>{label}</Menu.Item>
  return why === undefined ? item : <Tooltip label={why} position="left">{item}</Tooltip>
}
