import { massVerbs } from '../../../contract/definition.ts'
import type { MetadataAnswer, ObjectView } from '../../../contract/records.ts'
import { fieldOf, objectOf } from '../../kernel/api/metadata.ts'
import type { Text } from '../../../contract/text.ts'
import type { Teller } from '../../kernel/ui/language.ts'
import { isWithheld, verbOrder } from './draft.ts'
import { massTexts, scopeTexts, texts, verbTexts } from './texts.ts'
import type { Matrix } from './useRole.ts'
import { groupsOf, narrowable } from './words.ts'

type Role = Matrix['roles'][number]

export interface ComparedGroup {
  key: string
  label: string
  lines: { key: string; label: string; one: string; other: string; differs: boolean }[]
}

interface Surroundings {
  metadata: MetadataAnswer
  /** Of the navigation and the settings. */
  screens: readonly { href: string; label: Text }[]
  t: Teller
}

/** Everything two roles say, side by side: functions, screens that one of them hides, then each object's verbs and its fields that one of them narrows, what one of them withholds. */
export function comparisonOf({ metadata, screens, t }: Surroundings, one: Role, other: Role): ComparedGroup[] {
  const role = objectOf(metadata, 'role')
  const field = role === null ? null : fieldOf(role, 'functions')
  const choices = field !== null && field.type === 'choices' ? field.choices : []
  const both = (key: string, label: string, say: (role: Role) => string) => {
    const [a, b] = [say(one), say(other)]
    return { key, label, one: a, other: b, differs: a !== b }
  }
  const functions = choices.map(({ value, label }) => both(value, t(label), (given) => t(given.administrator || given.functions.includes(value) ? texts.yes : texts.no)))
  const hidden = screens.filter(({ href }) => [one, other].some((given) => isWithheld(given, 'screen', '', href))).map(({ href, label }) => both(`screen ${href}`, t(label), (given) => t(isWithheld(given, 'screen', '', href) ? texts.no : texts.yes)))
  const objects = groupsOf(metadata.objects).flatMap((group) => group.objects).map((object) => {
    const works = worksOf(object, [one, other])
    const narrowed = narrowable(object).filter(({ name }) => [one, other].some((given) => given.fields[object.name]?.[name] !== undefined))
    return {
      key: object.name, label: t(object.plural),
      lines: [
        ...verbOrder.map((verb) => both(verb, t(verbTexts[verb]), (given) => cellText(given.administrator ? [{ scope: 'all', rule: null }] : (given.grants[object.name]?.[verb] ?? []), t))),
        ...works.map(({ kind, name, label }) => both(`${kind} ${name}`, `${t(texts.works)} › ${t(label)}`, (given) => t(isWithheld(given, kind, object.name, name) ? texts.no : texts.yes))),
        ...narrowed.map(({ name, label }) => both(`field ${name}`, `${t(texts.fields)} › ${t(label)}`, (given) => t({ none: texts.fieldNone, read: texts.fieldRead, write: texts.fieldWrite }[given.fields[object.name]?.[name] ?? 'write']))),
      ],
    }
  })
  return [{ key: 'functions', label: t(texts.functions), lines: functions }, { key: 'screens', label: t(texts.screens), lines: hidden }, ...objects]
}

/** Actions and works on many records that one of them withholds. */
function worksOf(object: ObjectView, roles: readonly Role[]) {
  const works = [...massVerbs.map((name) => ({ kind: 'mass' as const, name, label: massTexts[name] })), ...(object.actions ?? []).map(({ name, label }) => ({ kind: 'action' as const, name, label }))]
  return works.filter(({ kind, name }) => roles.some((role) => isWithheld(role, kind, object.name, name)))
}

type Cells = NonNullable<NonNullable<Role['grants'][string]>['read']>

/** 'własne; zespołu, gdy region = …' */
export function cellText(cells: Cells, t: Teller): string {
  if (cells.length === 0) return t(scopeTexts.none)
  return cells.map(({ scope, rule }) => (rule === null ? t(scopeTexts[scope]) : `${t(scopeTexts[scope])} (${rule})`)).toSorted().join('; ')
}
