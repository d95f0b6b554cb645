import { Switch } from '@mantine/core'
import { massVerbs } from '../../../contract/definition.ts'
import type { ObjectView } from '../../../contract/records.ts'
import { useText } from '../../kernel/ui/language.ts'
import { isWithheld, withWithheld, type Rights } from './draft.ts'
import { Moves } from './Moves.tsx'
import { massHelp, massTexts, texts } from './texts.ts'
import style from './roles.module.css'

/** What may be done besides single changes: the object's own actions, and works on many records. On means: as far as the records may be changed. */
export function WorkRights({ role, object, rights, onChange }: { role: string; object: ObjectView; rights: Rights; onChange(rights: Rights): void }) {
  const t = useText()
  const toggle = (kind: 'action' | 'mass', name: string, on: boolean) => onChange(withWithheld(rights, { kind, object: object.name, name }, !on))
  const actions = object.actions ?? []
  return (
    <div className={style.works}>
      <p className={style.hint}>{t(texts.worksAbout)}</p>
      <section aria-label={t(texts.mass)}>
        <h3 className={style.verbName}>{t(texts.mass)}</h3>
        {massVerbs.map((verb) => <Switch key={verb} label={t(massTexts[verb])} description={t(massHelp[verb])} checked={!isWithheld(rights, 'mass', object.name, verb)} onChange={(event) => toggle('mass', verb, event.currentTarget.checked)} />)}
      </section>
      {actions.length > 0 && (
        <section aria-label={t(texts.actions)}>
          <h3 className={style.verbName}>{t(texts.actions)}</h3>
          {actions.map(({ name, label }) => <Switch key={name} label={t(label)} checked={!isWithheld(rights, 'action', object.name, name)} onChange={(event) => toggle('action', name, event.currentTarget.checked)} />)}
        </section>
      )}
      <Moves role={role} object={object} />
    </div>
  )
}
