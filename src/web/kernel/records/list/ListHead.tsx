import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDots, IconFileTypeCsv, IconFileTypeXls, IconPlus, IconPrinter } from '@tabler/icons-react'
import type { ObjectView } from '../../../../contract/records.ts'
import { may, useSession } from '../../api/session.ts'
import { withQuery } from '../../api/request.ts'
import { createNew } from '../../shell/create.ts'
import { useRooms } from '../../shell/rooms.ts'
import { useGo } from '../../ui/go.ts'
import { ObjectIcon } from '../../ui/icons.tsx'
import { useLanguage, useText } from '../../ui/language.ts'
import { countText } from '../../ui/number.ts'
import { exportRequest } from './export.ts'
import { printRows } from './print.ts'
import { texts } from './texts.ts'
import type { ListOf } from './useList.ts'
import { windowOf } from './useRowWindow.ts'
import style from './list.module.css'

/** Name, how many, and what one may do with the whole list. */
export function ListHead({ list, phone }: { list: ListOf; phone: boolean }) {
  const t = useText()
  const { object } = list
  const instead = useListLinks(object).some((link) => link.instead)
  return (
    <header className={style.head}>
      <h1 className={style.title}>{t(object.plural)}</h1>
      <Count list={list} />
      <div className={style.headRight}>
        {!phone && <Links list={list} />}
        {phone ? <PhoneMenu list={list} /> : object.can.export && <ExportMenu list={list} />}
        <Links list={list} instead />
        {object.can.create && !instead && (
          <Button variant="filled" leftSection={<IconPlus size={15} stroke={2.2} />} onClick={() => void createNew(object.name)} aria-label={t(texts.newOf, { what: t(object.label) })}>
            {t(object.label)}
          </Button>
        )}
      </div>
    </header>
  )
}

function Count({ list }: { list: ListOf }) {
  const t = useText()
  const language = useLanguage()
  if (list.count === null) return null
  const number = countText(list.count.value, language)
  return <span className={style.count}>{list.count.exact ? number : t(texts.over, { count: number })}</span>
}

/** What rooms put here: import above companies. */
function useListLinks(object: ObjectView) {
  const session = useSession()
  return useRooms()
    .flatMap((room) => room.listLinks ?? [])
    .filter((link) => (link.needs === undefined || may(session, link.needs)) && (link.objects?.includes(object.name) ?? object.can.create))
}

function Links({ list: { object }, instead = false }: { list: ListOf; instead?: boolean }) {
  const t = useText()
  const go = useGo()
  const links = useListLinks(object).filter((link) => (link.instead ?? false) === instead)
  return links.map((link) => (
    <Button key={link.href(object.name)} variant={link.instead ? 'filled' : 'default'} leftSection={<ObjectIcon name={link.icon} size={16} />} onClick={() => go(link.href(object.name))}>
      {t(link.label)}
    </Button>
  ))
}

function ExportMenu({ list }: { list: ListOf }) {
  const t = useText()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={14} stroke={1.8} />}>{t(texts.export)}</Button>
      </Menu.Target>
      <Menu.Dropdown><Exports list={list} /></Menu.Dropdown>
    </Menu>
  )
}

/** On a telephone what rooms put here and the exports share one menu. */
function PhoneMenu({ list }: { list: ListOf }) {
  const t = useText()
  const go = useGo()
  const { object } = list
  const links = useListLinks(object).filter((link) => link.instead !== true)
  if (links.length === 0 && !object.can.export) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="lg" aria-label={t(texts.listMenu)}>
          <IconDots size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {links.map((link) => <Menu.Item key={link.href(object.name)} leftSection={<ObjectIcon name={link.icon} size={17} />} onClick={() => go(link.href(object.name))}>{t(link.label)}</Menu.Item>)}
        {links.length > 0 && object.can.export && <Menu.Divider />}
        {object.can.export && <Exports list={list} />}
      </Menu.Dropdown>
    </Menu>
  )
}

function Exports({ list }: { list: ListOf }) {
  const t = useText()
  const address = (format: string) => withQuery(`/api/records/${list.object.name}/export`, exportRequest(list, format))
  return (
    <>
      <Menu.Item component="a" href={address('xlsx')} download leftSection={<IconFileTypeXls size={17} stroke={1.6} />}>
        {t(texts.exportXlsx)}
      </Menu.Item>
      <Menu.Item component="a" href={address('csv')} download leftSection={<IconFileTypeCsv size={17} stroke={1.6} />}>
        {t(texts.exportCsv)}
      </Menu.Item>
      <Menu.Item leftSection={<IconPrinter size={17} stroke={1.6} />} onClick={() => void printRows(windowOf(list.object.name, list.request))}>
        {t(texts.print)}
      </Menu.Item>
    </>
  )
}
