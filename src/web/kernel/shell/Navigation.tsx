import { ActionIcon, Tooltip } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconSettings } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { useState, type DragEvent, type KeyboardEvent } from 'react'
import { prefer } from '../api/session.ts'
import { ObjectIcon } from '../ui/icons.tsx'
import { useText } from '../ui/language.ts'
import { Go } from '../ui/Go.tsx'
import { refused } from '../ui/notify.tsx'
import { isAt, usePlaces, type Place } from './places.ts'
import { settingsHref, useInSettings } from './settings.ts'
import { texts } from './texts.ts'
import style from './shell.module.css'

export function Navigation({ folded, onFold }: { folded: boolean; onFold(): void }) {
  const t = useText()
  const order = useOwnOrder()
  const daily = order.places.filter((place) => place.group !== 'settings')
  const here = useLocation({ select: (location) => location.pathname })
  const inSettings = useInSettings()
  return (
    <nav className={style.nav} aria-label={t(texts.navigation)}>
      <div className={style.brandRow}>
        <Go href="/" className={style.brand} aria-label={t(texts.home)}>
          <span className={style.dot} aria-hidden />
          <span className={style.navLabel}>Sedno</span>
        </Go>
      </div>
      <ul className={style.places}>
        {daily.map((place) => (
          <PlaceLink key={place.key} place={place} here={here} folded={folded} order={order} />
        ))}
      </ul>
      <div className={style.navFoot}>
        <Go href={settingsHref} className={style.place} data-at={inSettings || undefined} title={folded ? t(texts.settings) : undefined}>
          <IconSettings size={17} stroke={1.6} aria-hidden />
          <span className={style.navLabel}>{t(texts.settings)}</span>
        </Go>
        <Tooltip label={t(folded ? texts.unfold : texts.fold)} position="right">
          <ActionIcon className={style.fold} aria-label={t(folded ? texts.unfold : texts.fold)} onClick={onFold}>
            {folded ? <IconLayoutSidebarLeftExpand size={17} stroke={1.6} /> : <IconLayoutSidebarLeftCollapse size={17} stroke={1.6} />}
          </ActionIcon>
        </Tooltip>
      </div>
      <span role="status" className="sd-unseen">
        {order.spoken}
      </span>
    </nav>
  )
}

type Order = ReturnType<typeof useOwnOrder>

/** Places move by dragging or by Alt and an arrow; the order is the person's own. */
function useOwnOrder() {
  const t = useText()
  const [spoken, setSpoken] = useState('')
  const [dragged, setDragged] = useState<string | null>(null)
  const places = usePlaces()
  function move(key: string, before: number) {
    const order = places.map((place) => place.key)
    const from = order.indexOf(key)
    if (from === -1 || before < 0 || before >= order.length) return
    order.splice(before, 0, ...order.splice(from, 1))
    void prefer({ navigation: order }).catch(refused)
    setSpoken(t(texts.moved, { name: t(places[from]!.label), position: before + 1 }))
  }
  return { places, move, dragged, setDragged, spoken, indexOf: (key: string) => places.findIndex((place) => place.key === key) }
}

function PlaceLink({ place, here, folded, order }: { place: Place; here: string; folded: boolean; order: Order }) {
  const t = useText()
  const at = isAt(here, place)
  const [over, setOver] = useState(false)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    order.move(place.key, order.indexOf(place.key) + (event.key === 'ArrowUp' ? -1 : 1))
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (order.dragged !== null) order.move(order.dragged, order.indexOf(place.key))
  }
  return (
    <li
      draggable
      onDragStart={() => order.setDragged(place.key)}
      onDragEnd={() => order.setDragged(null)}
      onDragOver={(event) => {
        if (order.dragged === null) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      data-over={(over && order.dragged !== place.key) || undefined}
    >
      <Go href={place.href} className={style.place} data-at={at || undefined} aria-current={at ? 'page' : undefined} onKeyDown={onKeyDown} title={folded ? t(place.label) : undefined} draggable={false}>
        <ObjectIcon name={place.icon} />
        <span className={style.navLabel}>{t(place.label)}</span>
      </Go>
    </li>
  )
}
