import { Menu } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconDeviceFloppy, IconPencil, IconTrash } from '@tabler/icons-react'
import { useText } from '../../ui/language.ts'
import { refused, told } from '../../ui/notify.tsx'
import { texts } from './texts.ts'
import type { ListOf } from './useList.ts'
import { forgetView, saveView, updateView, type SavedView } from './views.ts'
import { askName, bodyOf } from './viewBody.ts'

const icon = { size: 17, stroke: 1.6 }

/** What may be done with a saved view: keep the changes in it, rename, move, remove. */
export function ViewMenuItems({ view, list, onlyChanges = false }: { view: SavedView | null; list: ListOf; onlyChanges?: boolean }) {
  const t = useText()
  if (view === null) return null
  const done = (work: Promise<unknown>, message: string, undo?: () => Promise<unknown>) => void work.then(() => told(message, { undo }), refused)
  const keep = () => done(kept(view, list), t(texts.viewSaved, { name: view.name }))
  const remove = () => done(removed(view, list), t(texts.viewRemoved, { name: view.name }), () => saveView(withoutIds(view)))
  const items = [
    { label: texts.renameView, Icon: IconPencil, act: () => void renamed(view).catch(refused) },
    { label: texts.moveLeft, Icon: IconArrowLeft, act: () => void moved(view, list, -1).catch(refused) },
    { label: texts.moveRight, Icon: IconArrowRight, act: () => void moved(view, list, 1).catch(refused) },
    { label: texts.removeView, Icon: IconTrash, act: remove },
  ]
  return (
    <>
      {list.shown.changed && (
        <Menu.Item leftSection={<IconDeviceFloppy {...icon} />} onClick={keep}>
          {t(texts.saveChanges)}
        </Menu.Item>
      )}
      {!onlyChanges &&
        items.map(({ label, Icon, act }) => (
          <Menu.Item key={label.en} leftSection={<Icon {...icon} />} onClick={act}>
            {t(label)}
          </Menu.Item>
        ))}
    </>
  )
}

async function kept(view: SavedView, list: ListOf): Promise<void> {
  await updateView(view, bodyOf(list))
  list.move({ columns: undefined, where: undefined, search: undefined, order: undefined, by: undefined, show: undefined, archived: undefined }, { replace: true })
}

async function removed(view: SavedView, list: ListOf): Promise<void> {
  await forgetView(view)
  list.move({ view: undefined }, { replace: true })
}

async function renamed(view: SavedView): Promise<void> {
  const name = await askName(view.name)
  if (name !== null) await updateView(view, { name, scope: view.scope })
}

const withoutIds = ({ id: _, version: __, mine: ___, mayChange: ____, gone: _____, ...body }: SavedView) => body

/** Positions are numbered anew, so that views saved without one get a place too. */
async function moved(view: SavedView, list: ListOf, by: -1 | 1): Promise<void> {
  const saved = list.views.flatMap((one) => one.saved ?? [])
  const from = saved.findIndex((one) => one.id === view.id)
  const to = from + by
  if (to < 0 || to >= saved.length) return
  const next = saved.with(from, saved[to]!).with(to, view)
  for (const [position, one] of next.entries()) if (one.mayChange && one.position !== position) await updateView(one, { position })
}
