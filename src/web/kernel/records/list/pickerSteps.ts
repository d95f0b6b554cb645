import { useState } from 'react'
import type { ObjectView } from '../../../../contract/records.ts'
import { fold } from '../../../../expression/fold.ts'
import { typeOf } from '../../../../fields/types.ts'
import { isLink, objectOf, useMetadata, type FieldView } from '../../api/metadata.ts'
import { useText, type Teller } from '../../ui/language.ts'
import type { PickerProps } from './FieldPicker.tsx'

type Step = { path: string; label: string } & ({ object: ObjectView } | { parts: Record<string, string> })

export interface Option {
  name: string
  label: string
  /** null: a part of the field one has gone into. */
  field: FieldView | null
  deeper: boolean
}

const deepest = 3

/** Where in the fields one is: at the record's own, or some links away. */
export function usePickerSteps({ object, offers = () => true, deep }: Pick<PickerProps, 'object' | 'offers' | 'deep'>) {
  const t = useText()
  const metadata = useMetadata()
  const [steps, setSteps] = useState<Step[]>([])
  const [text, setText] = useState('')
  const here = steps.at(-1)
  const prefix = here === undefined ? '' : `${here.path}.`
  const mayEnter = deep === true && steps.length < deepest
  const options = optionsAt(here, object, t)
    .filter((option) => (option.field === null || offers(option.field) || option.deeper) && fold(option.label).includes(fold(text)))
    .map((option) => ({ ...option, deeper: option.deeper && mayEnter }))
  return {
    options,
    prefix,
    text,
    /** 'Opiekun › Zespół'; '' at the record itself. */
    way: steps.map((step) => step.label).join(' › '),
    find: setText,
    back: () => setSteps(steps.slice(0, -1)),
    enter({ field, name, label }: Option) {
      const target = field !== null && isLink(field) ? objectOf(metadata, field.target) : null
      const parts = field === null ? null : partsOf(field, t)
      const place = { path: prefix + name, label }
      if (target !== null) setSteps([...steps, { ...place, object: target }])
      else if (parts !== null) setSteps([...steps, { ...place, parts }])
      setText('')
    },
  }
}

function optionsAt(here: Step | undefined, object: ObjectView, t: Teller): Option[] {
  if (here !== undefined && 'parts' in here) return Object.entries(here.parts).map(([name, label]) => ({ name, label, field: null, deeper: false }))
  const of = here === undefined ? object : here.object
  return of.fields
    .filter((field) => !field.hidden && !['id', 'version'].includes(field.name))
    .map((field) => ({ name: field.name, label: t(field.label), field, deeper: isLink(field) || partsOf(field, t) !== null }))
}

function partsOf(field: FieldView, t: Teller): Record<string, string> | null {
  const parts = Object.entries(typeOf(field).parts?.(field) ?? {})
  return parts.length === 0 ? null : Object.fromEntries(parts.map(([name, part]) => [name, t(part.label)]))
}
