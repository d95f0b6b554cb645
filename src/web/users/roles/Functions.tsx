import { Switch } from '@mantine/core'
import { fieldOf, useObject } from '../../kernel/api/metadata.ts'
import { useText } from '../../kernel/ui/language.ts'
import { withFunction, type Rights } from './draft.ts'
import { functionHelp } from './texts.ts'
import style from './roles.module.css'

/** Which functions there are is the role's own field; here each has an explanation. */
export function Functions({ rights, onChange, readOnly }: { rights: Rights; onChange(rights: Rights): void; readOnly: boolean }) {
  const t = useText()
  const role = useObject('role')
  const field = role === null ? null : fieldOf(role, 'functions')
  const choices = field !== null && field.type === 'choices' ? field.choices : []
  return (
    <div className={style.functions}>
      {choices.map(({ value, label }) => (
        <Switch
          key={value} className={style.function} label={t(label)} description={functionHelp[value] && t(functionHelp[value])} disabled={readOnly}
          checked={rights.functions?.includes(value) ?? false} onChange={(event) => onChange(withFunction(rights, value, event.currentTarget.checked))}
        />
      ))}
    </div>
  )
}
