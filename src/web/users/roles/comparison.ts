import type { MetadataAnswer } from '../../../contract/records.ts'
import { fieldOf, objectOf } from '../../kernel/api/metadata.ts'
import type { Teller } from '../../kernel/ui/language.ts'
import { verbOrder } from './draft.ts'
import { scopeTexts, texts, verbTexts } from './texts.ts'
import type { Matrix } from './useRole.ts'
import { groupsOf, narrowable } from './words.ts'

type Role = Matrix['roles'][number]

export interface ComparedGroup {
  key: string
  label: string
  lines: { key: string; label: string; one: string; other: string; differs: boolean }[]
}

/** Everything two roles say, side by side: functions, then each object's verbs and its fields that one of them narrows. */
export function comparisonOf(metadata: MetadataAnswer, one: Role, other: Role, t: Teller): ComparedGroup[] {
  const role = objectOf(metadata, 'role')
  const field = role === null ? null : fieldOf(role, 'functions')
  const choices = field !== null && field.type === 'choices' ? field.choices : []
  const both = (key: string, label: string, say: (role: Role) => string) => {
    const [a, b] = [say(one), say(other)]
    return { key, label, one: a, other: b, differs: a !== b }
  }
  const functions = choices.map(({ value, label }) => both(value, t(label), (given) => t(given.administrator || given.functions.includes(value) ? texts.yes : texts.no)))
  const objects = groupsOf(metadata.objects).flatMap((group) => group.objects).map((object) => {
    const narrowed = narrowable(object).filter(({ name }) => [one, other].some((given) => given.fields[object.name]?.[name] !== undefined))
    return {
      key: object.name, label: t(object.plural),
      lines: [
        ...verbOrder.map((verb) => both(verb, t(verbTexts[verb]), (given) => cellText(given.administrator ? [{ scope: 'all', rule: null }] : (given.grants[object.name]?.[verb] ?? []), t))),
        ...narrowed.map(({ name, label }) => both(`field ${name}`, `${t(texts.fields)} › ${t(label)}`, (given) => t({ none: texts.fieldNone, read: texts.fieldRead, write: texts.fieldWrite }[given.fields[object.name]?.[name] ?? 'write']))),
      ],
    }
  })
  return [{ key: 'functions', label: t(texts.functions), lines: functions }, ...objects]
}

type Cells = NonNullable<NonNullable<Role['grants'][string]>['read']>

/** 'własne; zespołu, gdy region = …' */
export function cellText(cells: Cells, t: Teller): string {
  if (cells.length === 0) return t(scopeTexts.none)
  return cells.map(({ scope, rule }) => (rule === null ? t(scopeTexts[scope]) : `${t(scopeTexts[scope])} (${rule})`)).toSorted().join('; ')
}
