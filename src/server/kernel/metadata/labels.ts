/** Every text of a declaration, in every language. */
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import type { LayoutDefinition } from '../../../contract/layout.ts'
import { languages, type Language, type Text } from '../../../contract/text.ts'
import { placeOf, sectionsOf } from './check-layouts.ts'

export function missingTexts(object: ObjectDefinition): { where: string; language: Language }[] {
  return textsOf(object).flatMap(([where, text]) => languages.filter((language) => !text?.[language]?.trim()).map((language) => ({ where, language })))
}

type Placed = [where: string, text: Text | undefined]

function textsOf(object: ObjectDefinition): Placed[] {
  const at = object.name
  return [
    [`${at}.label`, object.label],
    [`${at}.plural`, object.plural],
    ...object.fields.flatMap((field) => fieldTexts(`${at}.${field.name}`, field)),
    ...object.form.map((section): Placed => [`${at}.form.${section.key}`, section.label]),
    ...(object.list.views ?? []).map((view): Placed => [`${at}.list.views.${view.key}`, view.label]),
    ...(object.states ?? []).flatMap(({ field, moves }) => moves.flatMap(({ key, label, whenNot }): Placed[] => [[`${at}.states.${field}.moves.${key}`, label], ...(whenNot === undefined ? [] : [[`${at}.states.${field}.moves.${key}`, whenNot] as Placed])])),
    ...(object.refusedWhen ?? []).map(({ key, say }): Placed => [`${at}.refusedWhen.${key}`, say]),
    ...(object.layouts ?? []).flatMap((layout) => layoutTexts(`${at}.${placeOf(layout)}`, layout)),
    ...(object.actions ?? []).flatMap((action) => [
      [`${at}.actions.${action.name}`, action.label] as Placed,
      ...(action.confirm ? [[`${at}.actions.${action.name}.confirm`, action.confirm] as Placed] : []),
      ...(action.input ?? []).flatMap((field) => fieldTexts(`${at}.actions.${action.name}.${field.name}`, field)),
    ]),
  ]
}

function fieldTexts(at: string, field: FieldDefinition): Placed[] {
  const listed = 'choices' in field ? field.choices : 'kinds' in field ? field.kinds : []
  const reverse = 'reverse' in field && field.reverse ? [[`${at}.reverse`, field.reverse] as Placed] : []
  return [[at, field.label], ...(field.help ? [[`${at}.help`, field.help] as Placed] : []), ...reverse, ...listed.map((choice): Placed => [`${at}.${choice.value}`, choice.label])]
}

function layoutTexts(at: string, layout: LayoutDefinition): Placed[] {
  const { tabs = [], tiles = [], related = [] } = layout.kind === 'record' ? layout.body : {}
  return [
    ...sectionsOf(layout).map((section): Placed => [`${at}.${section.key}`, section.label]),
    ...tabs.map((tab): Placed => [`${at}.tabs.${tab.key}`, tab.label]),
    ...related.flatMap(({ object, label }): Placed[] => (label === undefined ? [] : [[`${at}.${object}`, label]])),
    ...tiles.flatMap(({ field, label }): Placed[] => (label === undefined ? [] : [[`${at}.tiles.${field}`, label]])),
  ]
}
