import { shownFor, type LayoutBodies } from '../../../../contract/layout.ts'
import type { MetadataAnswer, ObjectView, RecordRow } from '../../../../contract/records.ts'
import type { Text } from '../../../../contract/text.ts'
import { useMetadata } from '../../api/metadata.ts'
import { useText } from '../../ui/language.ts'
import { rulesOf, useAbout } from '../form/rules.ts'
import { pageSections, typeOfRecord, type Section } from '../form/sections.ts'
import { useBlocks } from './Blocks.tsx'
import { useOwnTabs } from './OwnTab.tsx'
import { relatedOf, type Related } from './useRelated.ts'

/** What stands on one tab of a record's page. Without tabs there is one part, with no name. */
export interface PagePart {
  key: string
  label: Text | null
  sections: Section[]
  related: Related[]
}

const empty: LayoutBodies['record'] = { sections: [], headline: [], related: [] }

export const recordLayout = (object: ObjectView, record: RecordRow): LayoutBodies['record'] => shownFor(object.shown.record, typeOfRecord(object, record)) ?? empty

/** What names no tab, or one that is gone, stands on the first. */
export function partsOfPage(metadata: MetadataAnswer, object: ObjectView, record: RecordRow, options: { phone?: boolean } = {}): [PagePart, ...PagePart[]] {
  const { tabs = [] } = recordLayout(object, record)
  const sections = pageSections(object, record, options)
  const related = relatedOf(metadata, object, record)
  const [first, ...rest] = tabs
  const later = rest.map(({ key, label }): PagePart => ({ key, label, sections: sections.filter(({ tab }) => tab === key), related: related.filter(({ tab }) => tab === key) }))
  const placed = new Set(later.flatMap((part) => [...part.sections, ...part.related]))
  const begin: PagePart = { key: first?.key ?? '', label: first?.label ?? null, sections: sections.filter((one) => !placed.has(one)), related: related.filter((one) => !placed.has(one)) }
  return [begin, ...later.filter((part) => part.sections.length + part.related.length > 0)]
}

/** A tab with nothing to show of this record, because of the conditions of its sections, is not there; nor is a list that a tab or block of a room's own stands in for. */
export function usePartsOfPage(object: ObjectView, record: RecordRow, options: { phone?: boolean } = {}): [PagePart, ...PagePart[]] {
  const { isSectionShown } = rulesOf(useAbout(object.name), record, useText())
  const own = new Set([...useOwnTabs(object, record), ...useBlocks(object, record)].map(({ insteadOf }) => insteadOf))
  const [first, ...later] = partsOfPage(useMetadata(), object, record, options).map((part) => ({ ...part, related: part.related.filter(({ key }) => !own.has(key)) })) as [PagePart, ...PagePart[]]
  return [first, ...later.filter(({ sections, related }) => related.length > 0 || sections.some(isSectionShown))]
}
