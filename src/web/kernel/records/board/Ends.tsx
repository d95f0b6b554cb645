import type { Move } from '../../../../contract/states.ts'
import { useText } from '../../ui/language.ts'
import { texts } from './texts.ts'
import style from './board.module.css'

/** While a card is lifted: where what it stands for ends. */
export function Ends({ ends, over }: { ends: readonly { key: string; move: Move }[]; over: string | null }) {
  const t = useText()
  if (ends.length === 0) return null
  return (
    <div className={style.ends} role="group" aria-label={t(texts.ends)}>
      {ends.map(({ key, move }) => <div key={key} className={style.end} data-drop={key} data-over={over === key || undefined}>{t(move.label)}</div>)}
    </div>
  )
}
