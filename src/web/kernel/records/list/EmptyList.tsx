import { Button } from '@mantine/core'
import { IconFilterOff, IconPlus, IconTrash } from '@tabler/icons-react'
import { may, useSession } from '../../api/session.ts'
import { createNew } from '../../shell/create.ts'
import { useRooms } from '../../shell/rooms.ts'
import { EmptyFace } from '../../ui/faces.tsx'
import { Go } from '../../ui/Go.tsx'
import { ObjectIcon } from '../../ui/icons.tsx'
import { useText } from '../../ui/language.ts'
import { texts } from './texts.ts'
import type { ListOf } from './useList.ts'

/** Nothing to show: because of the conditions, because the trash is empty, or because nobody has begun. */
export function EmptyList({ list }: { list: ListOf }) {
  const t = useText()
  const { object, shown, move } = list
  if (shown.trash) return <EmptyFace icon={<IconTrash size={28} stroke={1.5} aria-hidden />} title={t(texts.trashEmpty)}>{t(texts.trashEmptyText)}</EmptyFace>
  if (shown.where !== '' || shown.search !== '' || shown.archived === 'only') {
    return (
      <EmptyFace icon={<IconFilterOff size={28} stroke={1.5} aria-hidden />} title={t(texts.noneMatch)} action={<Button onClick={() => move({ where: '', search: '', archived: undefined })}>{t(texts.clearConditions)}</Button>}>
        {t(texts.noneMatchText)}
      </EmptyFace>
    )
  }
  return <Beginning list={list} key={object.name} />
}

function Beginning({ list: { object } }: { list: ListOf }) {
  const t = useText()
  const session = useSession()
  const links = useRooms()
    .flatMap((room) => room.listLinks ?? [])
    .filter((link) => (link.needs === undefined || may(session, link.needs)) && (link.objects?.includes(object.name) ?? true))
  const create = (
    <Button variant="filled" leftSection={<IconPlus size={15} stroke={2.2} />} onClick={() => void createNew(object.name)}>
      {t(object.label)}
    </Button>
  )
  const words = !object.can.create ? texts.emptyNoCreate : links.length > 0 ? texts.emptyText : texts.emptyTextPlain
  return (
    <EmptyFace icon={<ObjectIcon name={object.icon} size={30} />} title={t(texts.emptyTitle)} action={object.can.create && <>{create}{links.map((link) => <Button key={link.href(object.name)} component={Go} href={link.href(object.name)}>{t(link.label)}</Button>)}</>}>
      {t(words)}
    </EmptyFace>
  )
}
