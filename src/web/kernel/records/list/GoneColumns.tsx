import { Button } from '@mantine/core'
import { useText } from '../../ui/language.ts'
import { refused, told } from '../../ui/notify.tsx'
import { texts } from './texts.ts'
import { updateView, type SavedView } from './views.ts'
import style from './list.module.css'

/** The view names fields that are no more: it goes on without them, and says so until somebody keeps it so. */
export function GoneColumns({ view }: { view: SavedView }) {
  const t = useText()
  const { columns, order, groupBy, name, gone = [] } = view
  if (gone.length === 0) return null
  const keep = () => void updateView(view, { columns, order, groupBy }).then(() => told(t(texts.viewSaved, { name })), refused)
  return (
    <div className={style.gone} role="status">
      {t(texts.goneColumns, { count: gone.length, names: gone.join(', ') })}
      {view.mayChange && <Button size="compact-sm" onClick={keep}>{t(texts.keepWithout)}</Button>}
    </div>
  )
}
