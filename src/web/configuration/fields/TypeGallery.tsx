import { UnstyledButton } from '@mantine/core'
import type { FieldTypeName } from '../../../contract/definition.ts'
import { fieldGroups, type FieldGroup } from '../../../fields/options.ts'
import { types } from '../../../fields/types.ts'
import { ObjectIcon } from '../../kernel/ui/icons.tsx'
import { useText } from '../../kernel/ui/language.ts'
import style from '../configuration.module.css'

/** Every type of field, by group, with when one takes it. */
export function TypeGallery({ onPick }: { onPick(type: FieldTypeName): void }) {
  const t = useText()
  const all = Object.values(types)
  return (Object.keys(fieldGroups) as FieldGroup[]).map((group) => (
    <section key={group} aria-labelledby={`group-${group}`}>
      <h2 className={style.groupName} id={`group-${group}`}>{t(fieldGroups[group])}</h2>
      <ul className={style.gallery}>
        {all.filter((type) => type.about.group === group).map((type) => (
          <li key={type.name}>
            <UnstyledButton className={style.type} onClick={() => onPick(type.name)}>
              <span className={style.typeIcon}><ObjectIcon name={type.about.icon} size={20} /></span>
              <span><span className={style.typeName}>{t(type.about.label)}</span><span className={style.typeHelp}>{t(type.about.help)}</span></span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  ))
}
