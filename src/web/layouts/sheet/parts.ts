/** Sections and tabs of a layout: added, changed, removed. */
import type { SectionDefinition } from '../../../contract/definition.ts'
import type { LayoutTab, RelatedList } from '../../../contract/layout.ts'
import type { Language, Text } from '../../../contract/text.ts'
import { entriesOf, replaced, sectionsOf, tabsOf, type Body, type Place } from './sheet.ts'

const freeKey = (stem: string, taken: readonly string[]): string => {
  let n = taken.length + 1
  while (taken.includes(`${stem}${n}`)) n++
  return `${stem}${n}`
}

export function withSection<B extends Body>(body: B, section: { label: Text; tab?: string }): B {
  const sections = sectionsOf(body)
  return { ...body, sections: [...sections, { key: freeKey('section', sections.map(({ key }) => key)), fields: [], ...section }] }
}

/** What is undefined is no longer said. */
export function changedSection<B extends Body>(body: B, key: string, change: Partial<SectionDefinition>): B {
  return { ...body, sections: sectionsOf(body).map((section) => (section.key === key ? tidy({ ...section, ...change }) : section)) }
}

/** Its fields go back among those without a place. */
export const withoutSection = <B extends Body>(body: B, key: string): B => ({ ...body, sections: sectionsOf(body).filter((section) => section.key !== key) })

/** The first tab made takes all that is there; what is made then is a second one. */
export function withTab<B extends Body>(body: B, label: Text, first: Text): B {
  const tabs = tabsOf(body)
  const begun: readonly LayoutTab[] = tabs.length === 0 ? [{ key: 'tab1', label: first }] : tabs
  return { ...body, tabs: [...begun, { key: freeKey('tab', begun.map(({ key }) => key)), label }] }
}

export const renamedTab = <B extends Body>(body: B, key: string, label: Text): B => ({ ...body, tabs: tabsOf(body).map((tab) => (tab.key === key ? { ...tab, label } : tab)) })

export function movedTab<B extends Body>(body: B, key: string, by: -1 | 1): B {
  const tabs = [...tabsOf(body)]
  const at = tabs.findIndex((tab) => tab.key === key)
  const [tab] = tabs.splice(at, 1)
  tabs.splice(Math.max(0, at + by), 0, tab!)
  return { ...body, tabs }
}

/** What stood on it goes to the first that is left; a single tab is none. */
export function withoutTab<B extends Body>(body: B, key: string): B {
  const tabs = tabsOf(body).filter((tab) => tab.key !== key)
  const left = tabs.length > 1 ? tabs : []
  const home = <P extends { tab?: string }>(part: P): P => (left.some((tab) => tab.key === part.tab) ? part : tidy({ ...part, tab: undefined }))
  const { tabs: _, ...rest } = body as B & { tabs?: unknown; related?: readonly RelatedList[] }
  return { ...rest, ...(left.length === 0 ? {} : { tabs: left }), sections: sectionsOf(body).map(home), ...(rest.related === undefined ? {} : { related: rest.related.map(home) }) } as unknown as B
}

/** A name in the language of whoever gives it; the other one is taken from it until it has its own. */
export const namedIn = (language: Language, words: Text): Text => ({ pl: '', en: '', [language]: words[language] })

export const tidy = <P extends object>(part: P): P => Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined && value !== '')) as P

/** On which tab a part stands: one that names none, or one that is gone, on the first. */
export function tabOf(body: Body, { tab }: { tab?: string }): string | null {
  const tabs = tabsOf(body)
  return tabs.some(({ key }) => key === tab) ? tab! : (tabs[0]?.key ?? null)
}

/** A section or a related list put on a tab; on the first one by naming none. */
export function onTab<B extends Body>(body: B, { list, at }: Place, tab: string | null): B {
  const tabs = tabsOf(body)
  if (tabs.length === 0 || (list !== 'sections' && list !== 'related')) return body
  const part = entriesOf(body, list)[at] as SectionDefinition | RelatedList
  return replaced(body, { list, at }, tidy({ ...part, tab: tab === null || tab === tabs[0]!.key ? undefined : tab }))
}
