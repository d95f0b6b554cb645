import { useState, type ReactNode } from 'react'
import type { ItemChange } from '../../../contract/configuration.ts'
import { isProblem } from '../../kernel/api/problem.ts'
import { useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { changeItems, undoOperation, type Configuration } from '../../kernel/shaping/configuration.ts'
import { placeWords } from '../parts/places.ts'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

/** A change that is done at once and can be undone in its notice; what stands in its way is listed. */
export function useAtOnce(configuration: Configuration) {
  const t = useText()
  const [uses, setUses] = useState<readonly string[] | null>(null)
  const act = useAct(async (changes: readonly ItemChange[], done: string, then?: () => void) => {
    const { operation } = await changeItems(changes)
    told(done, operation === null ? {} : { undo: () => undoOperation(operation) })
    then?.()
  }, (error) => {
    const places = isProblem(error, 422) ? (error.problem as { uses?: string[] }).uses : undefined
    if (places === undefined) refused(error)
    else setUses(places)
  })
  const why: ReactNode = uses === null ? null : (
    <Window title={t(texts.inUse)} onClose={() => setUses(null)}>
      <p>{t(texts.inUseAbout)}</p>
      <ul className={style.uses}>{uses.map((place) => <li key={place}>{placeWords(configuration, place, t)}</li>)}</ul>
    </Window>
  )
  return { act, why }
}
