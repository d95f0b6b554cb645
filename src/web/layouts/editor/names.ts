import type { ObjectView } from '../../../contract/records.ts'
import { columnLabel } from '../../kernel/records/list/columnLabel.ts'
import { askedOf } from '../../kernel/records/filter/field.ts'
import { useMetadata } from '../../kernel/api/metadata.ts'
import { useText, type Teller } from '../../kernel/ui/language.ts'
import type { MetadataAnswer } from '../../../contract/records.ts'
import { keyOfSection, sectionsOf, tabsOf, type Body, type ListName } from '../sheet/sheet.ts'
import { texts } from './texts.ts'

/** 'Opiekun: zespół'; the path itself when there is no such field for this reader. */
export const pathWords = (metadata: MetadataAnswer, object: string, path: string, t: Teller): string => {
  const asked = askedOf(metadata, object, path)
  return asked === null ? path : columnLabel(asked, t)
}

export function usePathWords(object: ObjectView): (path: string) => string {
  const t = useText()
  const metadata = useMetadata()
  return (path) => pathWords(metadata, object.name, path, t)
}

const lists = { fields: texts.listFields, columns: texts.listColumns, headline: texts.headline, tiles: texts.tiles, sections: texts.sections, related: texts.related } as const

/** A list of the sheet as the screen calls it: a section by its name, with its tab where there are tabs. */
export function listWords(body: Body, list: ListName, t: Teller): string {
  const key = keyOfSection(list)
  if (key === null) return t(lists[list as keyof typeof lists])
  const section = sectionsOf(body).find((one) => one.key === key)
  if (section === undefined) return key
  const tab = tabsOf(body).find((one) => one.key === section.tab)
  return tab === undefined ? t(section.label) : `${t(tab.label)}: ${t(section.label)}`
}
