import { Switch } from '@mantine/core'
import { usePlaces } from '../../kernel/shell/places.ts'
import { useText } from '../../kernel/ui/language.ts'
import { isWithheld, withWithheld, type Rights } from './draft.ts'
import { texts } from './texts.ts'
import style from './roles.module.css'

/** Screens of the navigation and the settings that the role shows. A screen hidden here is hidden from those whose other roles hide it too. */
export function Screens({ rights, onChange, readOnly }: { rights: Rights; onChange(rights: Rights): void; readOnly: boolean }) {
  const t = useText()
  const places = usePlaces()
  const groups = [{ key: 'main', places: places.filter((place) => place.group !== 'settings') }, { key: 'lists', places: places.filter((place) => place.group === 'settings') }] as const
  return groups.map((group) => (
    <div key={group.key}>
      <h3 className={style.verbName}>{t(texts[group.key])}</h3>
      <div className={style.screens}>
        {group.places.map((place) => (
          <Switch
            key={place.href} size="sm" label={t(place.label)} disabled={readOnly}
            checked={!isWithheld(rights, 'screen', '', place.href)} onChange={(event) => onChange(withWithheld(rights, { kind: 'screen', object: '', name: place.href }, !event.currentTarget.checked))}
          />
        ))}
      </div>
    </div>
  ))
}
