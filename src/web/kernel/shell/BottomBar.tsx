import { Drawer, Menu, UnstyledButton } from '@mantine/core'
import { IconMenu2, IconPlus, IconSearch, IconSettings } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../api/session.ts'
import { Go } from '../ui/Go.tsx'
import { ObjectIcon } from '../ui/icons.tsx'
import { useText } from '../ui/language.ts'
import { common } from '../ui/texts.ts'
import { BarParts } from './BarParts.tsx'
import { createNew, useCreatable } from './create.ts'
import { openPalette } from './paletteStore.ts'
import { PersonMenu } from './PersonMenu.tsx'
import { usePlaces, type Place } from './places.ts'
import { settingsHref } from './settings.ts'
import { TaskTray } from './TaskTray.tsx'
import { texts } from './texts.ts'
import style from './bottom.module.css'

/** Navigation at phone width, within a thumb's reach. */
export function BottomBar() {
  const t = useText()
  const here = useLocation({ select: (location) => location.pathname })
  const places = usePlaces()
  const [menu, setMenu] = useState(false)
  const everyday = places.filter((place) => place.group !== 'settings')
  const first = everyday.slice(0, 2)
  return (
    <nav className={style.bar} aria-label={t(texts.navigation)}>
      {first.map((place) => (
        <Go key={place.key} href={place.href} className={style.item} data-at={here.startsWith(place.href) || undefined} aria-current={here.startsWith(place.href) ? 'page' : undefined}>
          <ObjectIcon name={place.icon} size={21} />
          {t(place.label)}
        </Go>
      ))}
      <CreateItem />
      <UnstyledButton className={style.item} onClick={openPalette}>
        <IconSearch size={21} stroke={1.6} aria-hidden />
        {t(common.search)}
      </UnstyledButton>
      <BarParts phone />
      <UnstyledButton className={style.item} onClick={() => setMenu(true)} aria-expanded={menu}>
        <IconMenu2 size={21} stroke={1.6} aria-hidden />
        {t(texts.menu)}
      </UnstyledButton>
      <MoreDrawer places={everyday} opened={menu} onClose={() => setMenu(false)} />
    </nav>
  )
}

function MoreDrawer({ places, opened, onClose }: { places: readonly Place[]; opened: boolean; onClose(): void }) {
  const t = useText()
  const session = useSession()
  return (
    <Drawer opened={opened} onClose={onClose} position="bottom" size="78%" title="Sedno" closeButtonProps={{ 'aria-label': t(common.close) }}>
      <div className={style.person}>
        <PersonMenu />
        <span className={style.personName}>{session.user.name}</span>
        <TaskTray />
      </div>
      <ul className={style.places}>
        {places.map((place) => (
          <li key={place.key}>
            <Go href={place.href} className={style.place} onClick={onClose}>
              <ObjectIcon name={place.icon} size={20} />
              {t(place.label)}
            </Go>
          </li>
        ))}
        <li>
          <Go href={settingsHref} className={style.place} onClick={onClose}>
            <IconSettings size={20} stroke={1.6} aria-hidden />
            {t(texts.settings)}
          </Go>
        </li>
      </ul>
    </Drawer>
  )
}

function CreateItem() {
  const t = useText()
  const creatable = useCreatable()
  if (creatable.length === 0) return null
  return (
    <Menu position="top" width={230}>
      <Menu.Target>
        <UnstyledButton className={style.item}>
          <span className={style.plus}>
            <IconPlus size={20} stroke={2} aria-hidden />
          </span>
          {t(texts.create)}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {creatable.map((object) => (
          <Menu.Item key={object.name} leftSection={<ObjectIcon name={object.icon} />} onClick={() => void createNew(object.name)}>
            {t(object.label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
