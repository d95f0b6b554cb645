import { Tooltip } from '@mantine/core'
import type { FieldDefinition } from '../../../../contract/definition.ts'
import { useText } from '../../ui/language.ts'
import style from './field.module.css'

/** The name of a field; one that is calculated carries the sign of a function, with what it says of itself. */
export function FieldLabel({ field }: { field: FieldDefinition }) {
  const t = useText()
  if (field.computed === undefined) return <>{t(field.label)}</>
  const said = field.help === undefined ? t(calculated) : t(field.help)
  return (
    <>
      {t(field.label)} <Tooltip label={said} multiline maw={280}><span className={style.formula} aria-label={said} role="img">ƒ</span></Tooltip>
    </>
  )
}

const calculated = { pl: 'Obliczane ze wzoru', en: 'Calculated by a formula' }
