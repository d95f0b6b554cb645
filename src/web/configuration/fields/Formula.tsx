import { Checkbox } from '@mantine/core'
import type { FieldDefinition } from '../../../contract/definition.ts'
import { types } from '../../../fields/types.ts'
import { useText } from '../../kernel/ui/language.ts'
import { Section } from '../../kernel/ui/Page.tsx'
import type { FieldDraft } from '../model.ts'
import { ExpressionBox } from '../parts/ExpressionBox.tsx'
import type { Surroundings } from '../parts/scope.ts'
import { Examples } from './Examples.tsx'
import type { OptionPlace } from './OptionInputs.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

interface FormulaProps {
  field: FieldDefinition | null
  draft: FieldDraft
  change(part: Record<string, unknown>): void
  around: Surroundings
  asField: FieldDefinition
  place: OptionPlace
}

/** Types a person enters or the program numbers; a formula gives everything else. */
const uncountable: readonly string[] = ['autoNumber', 'file', 'files', 'picture', 'phones', 'mails', 'addresses', 'address', 'links', 'choices', 'richText']

/** A value that is computed: the formula as it is typed, and what comes of it on real records. */
export function Formula({ field, draft, change, around, asField }: FormulaProps) {
  const t = useText()
  const isCalculated = draft.formula !== undefined
  if (field === null ? uncountable.includes(draft.type) : !isCalculated) return null
  return (
    <Section title={t(texts.formula)} about={t(texts.formulaAbout)}>
      {field === null && <Checkbox label={t(texts.calculated)} description={t(texts.calculatedHelp)} checked={isCalculated} onChange={(event) => change({ formula: event.currentTarget.checked ? '' : undefined, required: undefined, default: undefined })} />}
      {isCalculated && (
        <>
          <ExpressionBox label={t(texts.formula)} rows={3} around={around} expected={types[draft.type].exprType(asField as never)} text={String(draft.formula)} onChange={(formula) => change({ formula })} />
          <Examples object={around.object} formula={String(draft.formula)} field={asField} />
          {field?.computed !== undefined && <p className={style.fact}>{t(texts[field.computed])}</p>}
          <Checkbox label={t(texts.released)} checked={draft.released === true} onChange={(event) => change({ released: event.currentTarget.checked })} />
        </>
      )}
    </Section>
  )
}
