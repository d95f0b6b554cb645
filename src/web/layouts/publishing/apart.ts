import type { FieldCommon } from '../../../contract/definition.ts'
import type { RelatedList } from '../../../contract/layout.ts'
import type { Text } from '../../../contract/text.ts'
import type { Configuration } from '../../kernel/shaping/configuration.ts'
import type { Teller } from '../../kernel/ui/language.ts'
import { linkWords } from '../editor/links.ts'
import { listWords } from '../editor/names.ts'
import { texts as drawer } from '../drawer/texts.ts'
import { isSame, settingNames } from '../model.ts'
import { entriesOf, keyOfSection, listsOf, pathOf, sectionsOf, tabsOf, type Body, type ListName } from '../sheet/sheet.ts'
import type { LayoutKind } from '../../../contract/layout.ts'
import { texts } from './texts.ts'

/** One line of a comparison: what, as it is on the one side and on the other. */
export interface Apart {
  key: string
  label: string
  one: string
  other: string
}
interface Telling {
  configuration: Configuration
  words(path: string): string
  t: Teller
}

const nothing = '—'

/** In what two bodies of a layout differ, list by list; null: there is none. */
export function layoutsApart(kind: LayoutKind, one: Body | null, other: Body | null, telling: Telling): Apart[] {
  const lists = new Set<ListName>([one, other].flatMap((body) => (body === null ? [] : listsOf(kind, body))))
  const rows = [...lists].map((list): Apart => ({ key: list, label: labelOf(one, other, list, telling.t), one: listed(one, list, telling), other: listed(other, list, telling) }))
  const order = (body: Body | null) => (body !== null && 'order' in body ? body.order : '')
  return [
    ...rows,
    { key: 'tabs', label: telling.t(texts.tabs), one: labels(one === null ? [] : tabsOf(one), telling.t), other: labels(other === null ? [] : tabsOf(other), telling.t) },
    { key: 'order', label: telling.t(texts.order), one: order(one), other: order(other) },
  ].filter((row) => row.one !== row.other)
}

const labelOf = (one: Body | null, other: Body | null, list: ListName, t: Teller): string => listWords((other !== null && hasList(other, list) ? other : one)!, list, t)
const hasList = (body: Body, list: ListName): boolean => keyOfSection(list) === null || sectionsOf(body).some(({ key }) => key === keyOfSection(list))
const labels = (parts: readonly { label: Text }[], t: Teller): string => parts.map(({ label }) => t(label)).join(', ') || nothing

function listed(body: Body | null, list: ListName, { configuration, words, t }: Telling): string {
  if (body === null || !hasList(body, list)) return nothing
  if (list === 'sections') return sectionsOf(body).map((section) => [t(section.label), section.columns === 2 ? t(texts.twoColumns) : '', section.shownWhen ?? ''].filter((word) => word !== '').join(' · ')).join(', ') || nothing
  if (list === 'related') return (entriesOf(body, list) as readonly RelatedList[]).map((one) => (one.label === undefined ? linkWords(configuration, one, t) : t(one.label)) + (one.where === undefined ? '' : ` (${one.where})`)).join(', ') || nothing
  return entriesOf(body, list).map((entry) => words(pathOf(entry))).join(', ') || nothing
}

const settingTexts = { shownWhen: drawer.fieldShown, required: drawer.required, requiredWhen: drawer.requiredWhen, readOnlyWhen: drawer.readOnlyWhen, default: drawer.default, help: drawer.help }

/** The same of the settings of a field. */
export function settingsApart(one: Partial<FieldCommon>, other: Partial<FieldCommon>, t: Teller): Apart[] {
  const said = (value: unknown): string => (value === undefined || value === false ? nothing : value === true ? '✓' : typeof value === 'string' ? value : 'expression' in (value as object) ? (value as { expression: string }).expression : t(value as Text))
  return settingNames.filter((name) => !isSame(one[name], other[name])).map((name) => ({ key: name, label: t(settingTexts[name]), one: said(one[name]), other: said(other[name]) }))
}
