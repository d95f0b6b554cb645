import { Fragment } from 'react'
import type { ObjectView } from '../../../../contract/records.ts'
import { useText } from '../../ui/language.ts'
import { alternativesOf, fromAlternatives } from './alternatives.ts'
import { Chips } from './Chips.tsx'
import { join } from './conditions.ts'
import { texts } from './texts.ts'
import style from './filter.module.css'

/** A condition as sentences: each line is an alternative, all sentences of a line must hold. */
export function Alternatives({ object, label, text, onChange }: { object: ObjectView; label: string; text: string; onChange(text: string): void }) {
  const t = useText()
  const alternatives = alternativesOf(text) ?? []
  const shown = alternatives.length === 0 ? [[]] : alternatives
  return (
    <div className={style.alternatives} role="group" aria-label={label}>
      {shown.map((parts, place) => (
        <Fragment key={place}>
          {place > 0 && <span className={style.otherwise}>{t(texts.otherwise)}</span>}
          <div className={style.alternative}><Chips object={object} parts={parts} onParts={(next) => onChange(fromAlternatives(shown.with(place, [...next])))} /></div>
        </Fragment>
      ))}
      {alternatives.length > 0 && <Another object={object} onAdd={(added) => onChange(`${fromAlternatives(alternatives)} or ${added}`)} />}
    </div>
  )
}

/** Begins with its first sentence: an alternative without any would always hold. */
function Another({ object, onAdd }: { object: ObjectView; onAdd(text: string): void }) {
  const t = useText()
  return (
    <div className={style.alternative}>
      <span className={style.otherwise}>{t(texts.otherwise)}…</span>
      <Chips object={object} parts={[]} onParts={(parts) => parts.length > 0 && onAdd(join(parts))} />
    </div>
  )
}
