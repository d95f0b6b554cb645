import { Checkbox } from '@mantine/core'
import type { FieldDefinition } from '../../../contract/definition.ts'
import { calculable } from '../../../fields/calculable.ts'
import { types } from '../../../fields/types.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { Section } from '../../kernel/ui/Page.tsx'
import type { FieldDraft } from '../model.ts'
import { ExpressionBox } from '../../kernel/shaping/ExpressionBox.tsx'
import { readExpression, type Surroundings } from '../../kernel/shaping/scope.ts'
import { Examples } from './Examples.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

interface FormulaProps {
  field: FieldDefinition | null
  draft: FieldDraft
  change(part: Record<string, unknown>): void
  around: Surroundings
  asField: FieldDefinition
}

/** A value that is computed: the formula as it is typed, and what comes of it on real records. */
export function Formula({ field, draft, change, around, asField }: FormulaProps) {
  const t = useText()
  const language = useLanguage()
  const isCalculated = draft.formula !== undefined
  const expected = types[draft.type].exprType(asField as never)
  const isRight = isCalculated && String(draft.formula).trim() !== '' && readExpression(String(draft.formula), expected, { around, t, language }).faults === undefined
  if (field === null ? !calculable.has(draft.type) : !isCalculated) return null
  return (
    <Section title={t(texts.formula)} about={t(texts.formulaAbout)}>
      {field === null && <Checkbox label={t(texts.calculated)} description={t(texts.calculatedHelp)} checked={isCalculated} onChange={(event) => change({ formula: event.currentTarget.checked ? '' : undefined, required: undefined, default: undefined })} />}
      {isCalculated && (
        <>
          <ExpressionBox label={t(texts.formula)} rows={3} around={around} expected={expected} text={String(draft.formula)} onChange={(formula) => change({ formula })} />
          <Examples object={around.object} formula={String(draft.formula)} isRight={isRight} field={asField} known={field?.name} />
          <Checkbox label={t(texts.released)} checked={draft.released === true} onChange={(event) => change({ released: event.currentTarget.checked })} />
        </>
      )}
    </Section>
  )
}
