import type { ChoiceValue } from '../../../contract/definition.ts'
import type { ObjectView } from '../../../contract/records.ts'
import { may, useSession } from '../../kernel/api/session.ts'
import { Go } from '../../kernel/ui/Go.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { toStatesOf } from '../links.ts'
import { texts } from './texts.ts'
import style from './roles.module.css'

/** Which moves between states this role may make. They are set with the states of the object; here they are only shown. */
export function Moves({ role, object }: { role: string; object: ObjectView }) {
  const t = useText()
  const session = useSession()
  const machines = object.states ?? []
  if (machines.length === 0) return null
  return machines.map((machine) => {
    const field = object.fields.find((one) => one.name === machine.field)
    const choices = field !== undefined && 'choices' in field ? (field.choices as readonly ChoiceValue[]) : []
    const nameOf = (state: string) => t(choices.find((one) => one.value === state)?.label ?? { pl: state, en: state })
    return (
      <section key={machine.field} aria-label={`${t(texts.moves)}: ${field === undefined ? machine.field : t(field.label)}`}>
        <h3 className={style.verbName}>{t(texts.moves)}: {field === undefined ? machine.field : t(field.label)}</h3>
        <p className={style.hint}>{t(texts.movesAbout)} {may(session, 'settings') && <Go className="sd-link" href={toStatesOf(object.id)}>{t(texts.setMoves)}</Go>}</p>
        <ul className={style.fieldRows}>
          {machine.moves.map((move) => (
            <li key={move.key}>
              <span className={style.fieldName}>{t(move.label)} <span className={style.hint}>{move.from.length === 0 ? t(texts.fromAny) : move.from.map(nameOf).join(', ')} → {nameOf(move.to)}</span></span>
              <span className={style.hint}>{t(move.roles === undefined ? texts.moveEverybody : move.roles.includes(role) ? texts.moveAllowed : texts.moveOthers)}</span>
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
