/** Published layouts. Fields that are gone are no fault, they are left out when the layout is shown; what could not be shown at all is. */
import type { ObjectDefinition } from '../../../contract/definition.ts'
import { layoutKinds, type LayoutDefinition } from '../../../contract/layout.ts'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import type { Text } from '../../../contract/text.ts'
import { faultTexts as texts } from './texts.ts'

export function layoutFaults(object: ObjectDefinition): Refusal[] {
  const places = (object.layouts ?? []).map(placeOf)
  return (object.layouts ?? []).flatMap((layout, index) => {
    const at = `${object.name}.${places[index]}`
    const fault = (text: Text, value: string) => refusal('metadata.bad_layout', text, { field: at, values: { value } })
    if (!layoutKinds.includes(layout.kind)) return [fault(texts.badLayoutKind, String(layout.kind))]
    const twice = places.indexOf(places[index]!) < index ? [fault(texts.layoutTwice, layout.kind)] : []
    const type = layout.type !== null && !typesOf(object).includes(layout.type) ? [fault(texts.unknownType, layout.type)] : []
    const keys = sectionsOf(layout).map(({ key }) => key)
    const sections = [...new Set(keys.filter((key, place) => keys.indexOf(key) !== place))].map((key) => fault(texts.sectionTwice, key))
    return [...twice, ...type, ...sections]
  })
}

/** `layouts.record`, `layouts.record.ROLE.TYPE`: where a layout's faults are told. */
export const placeOf = ({ kind, role, type }: LayoutDefinition): string => ['layouts', kind, ...(role === null ? [] : [role]), ...(type === null ? [] : [type])].join('.')

export const sectionsOf = ({ body }: LayoutDefinition) => ('sections' in body ? (body.sections ?? []) : [])

function typesOf({ fields, typeField }: ObjectDefinition): string[] {
  const field = fields.find(({ name }) => name === typeField)
  return field?.type === 'choice' ? field.choices.map(({ value }) => value) : []
}
