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
  const keep = async () => {
    await updateView(view, bodyOf(list))
    list.move({ columns: undefined, where: undefined, search: undefined, order: undefined, by: undefined, show: undefined, archived: undefined }, { replace: true })
  }
  const remove = async () => {
    await forgetView(view)
    list.move({ view: undefined }, { replace: true })
  }
  const back = () => saveView({ ...withoutIds(view) })
  const rename = async () => {
    const name = await askName(view.name)
    if (name !== null) await updateView(view, { name, scope: view.scope })
  }
  return (
    <>
      {list.shown.changed && (
        <Menu.Item leftSection={<IconDeviceFloppy {...icon} />} onClick={() => done(keep(), t(texts.viewSaved, { name: view.name }))}>
          {t(texts.saveChanges)}
        </Menu.Item>
      )}
      {!onlyChanges && (
        <>
          <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => void rename().catch(refused)}>
            {t(texts.renameView)}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowLeft {...icon} />} onClick={() => void moved(view, list, -1).catch(refused)}>
            {t(texts.moveLeft)}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowRight {...icon} />} onClick={() => void moved(view, list, 1).catch(refused)}>
            {t(texts.moveRight)}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => done(remove(), t(texts.viewRemoved, { name: view.name }), back)}>
            {t(texts.removeView)}
          </Menu.Item>
        </>
      )}
    </>
  )
}

const withoutIds = ({ id: _, version: __, mine: ___, mayChange: ____, ...body }: SavedView) => body

/** Positions are numbered anew, so that views saved without one get a place too. */
async function moved(view: SavedView, list: ListOf, by: -1 | 1): Promise<void> {
  const saved = list.views.flatMap((one) => one.saved ?? [])
  const from = saved.findIndex((one) => one.id === view.id)
  const to = from + by
  if (to < 0 || to >= saved.length) return
  const next = saved.with(from, saved[to]!).with(to, view)
  for (const [position, one] of next.entries()) if (one.mayChange && one.position !== position) await updateView(one, { position })
}
