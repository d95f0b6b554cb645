import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { ObjectDefinition } from '../../../contract/definition.ts'
import type { FieldEditProps } from '../../../fields/web.ts'
import { useMetadata } from '../../kernel/api/metadata.ts'
import { ConditionInput } from '../../kernel/shaping/ConditionInput.tsx'
import { surroundingsOf } from '../../kernel/shaping/scope.ts'
import { useText } from '../../kernel/ui/language.ts'
import { common } from '../../kernel/ui/texts.ts'
import style from './pipelines.module.css'

/** When an opportunity may enter the stage: a condition over the opportunity, as sentences or as text. */
export function EnterWhenEdit({ value, field, onChange, onCommit, onCancel }: FieldEditProps<'longText'>) {
  const t = useText()
  const metadata = useMetadata()
  const around = useMemo(() => surroundingsOf(metadata.objects as readonly unknown[] as readonly ObjectDefinition[], metadata, { object: 'opportunity' }), [metadata])
  return (
    <div>
      <ConditionInput label={t(field.label)} help={field.help && t(field.help)} around={around} text={value ?? ''} onChange={(text) => onChange(text.trim() === '' ? null : text)} />
      {onCommit && (
        <div className={style.inPlace}>
          <Button size="compact-sm" variant="filled" onClick={onCommit}>{t(common.save)}</Button>
          <Button size="compact-sm" onClick={onCancel}>{t(common.cancel)}</Button>
        </div>
      )}
    </div>
  )
}
