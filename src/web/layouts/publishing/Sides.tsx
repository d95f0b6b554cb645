import { Button } from '@mantine/core'
import type { LayoutItem } from '../../../contract/configuration.ts'
import type { FieldCommon } from '../../../contract/definition.ts'
import { useText } from '../../kernel/ui/language.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { usePathWords } from '../editor/names.ts'
import type { LayoutPlace } from '../../kernel/shaping/whose.ts'
import type { Shaped } from '../WithObject.tsx'
import { layoutsApart, settingsApart, type Apart } from './apart.ts'
import { texts } from './texts.ts'
import type { Publishing } from './usePublishing.ts'
import style from './publishing.module.css'

/** Two administrators changed the same: both sides, and a choice. */
export function Sides({ shaped, place, publishing }: { shaped: Shaped; place: LayoutPlace; publishing: Publishing }) {
  const t = useText()
  const words = usePathWords(shaped.view)
  const { item, mine } = publishing.theirs!
  const isGone = item === null || (item.removedAt ?? null) !== null
  const isLayout = mine.kind === 'layout'
  const rows = isGone ? [] : isLayout
    ? layoutsApart(place.kind, (item.body as LayoutItem).body, (mine.body as LayoutItem).body, { configuration: shaped.configuration, words, t })
    : settingsApart(item.body as Partial<FieldCommon>, mine.body as Partial<FieldCommon>, t)
  return (
    <Window title={t(texts.staleTitle)} onClose={publishing.later}>
      <p>{t(isGone ? texts.goneNow : texts.staleAbout)}</p>
      {!isGone && <Compared rows={rows} one={t(texts.theirs)} other={t(texts.mine)} />}
      <div className={style.acts}>
        <Button onClick={publishing.takeTheirs}>{t(texts.takeTheirs)}</Button>
        <Button variant="filled" loading={publishing.publish.busy} onClick={publishing.saveOver}>{t(texts.saveMine)}</Button>
      </div>
    </Window>
  )
}

export function Compared({ rows, one, other }: { rows: readonly Apart[]; one: string; other: string }) {
  const t = useText()
  return (
    <table className={style.sides}>
      <thead><tr><th>{t(texts.part)}</th><th>{one}</th><th>{other}</th></tr></thead>
      <tbody>{rows.map((row) => <tr key={row.key}><th scope="row">{row.label}</th><td>{row.one}</td><td>{row.other}</td></tr>)}</tbody>
    </table>
  )
}
