import type { ObjectView } from '../../../contract/records.ts'
import { systemFields } from '../../../contract/definition.ts'
import type { MetadataAnswer } from '../../../contract/records.ts'
import { isLink, objectOf } from '../../kernel/api/metadata.ts'
import type { Teller } from '../../kernel/ui/language.ts'
import type { Scope } from './draft.ts'

/** Which scopes make sense for an object: what nobody owns is reached whole or not at all. */
export function scopesFor(object: ObjectView, present: Scope | undefined): readonly Scope[] {
  const all: readonly Scope[] = object.access.kind === 'owned' ? ['own', 'team', 'subordinates', 'all'] : object.access.kind === 'follows' ? ['own', 'all'] : ['all']
  return present === undefined || all.includes(present) ? all : [present, ...all]
}

/** Of records that are seen with others: 'Firma, Osoba'. */
export function followedBy(metadata: MetadataAnswer, object: ObjectView, t: Teller): string {
  if (object.access.kind !== 'follows') return ''
  const targets = object.access.links.flatMap((link) => {
    const field = object.fields.find((one) => one.name === link)
    const target = field !== undefined && isLink(field) ? objectOf(metadata, field.target) : null
    return target === null ? [] : [t(target.label)]
  })
  return [...new Set(targets)].join(', ')
}

/** Fields a role may narrow: the declared ones and the owner. */
export const narrowable = (object: ObjectView) => object.fields.filter((field) => field.name === 'owner' || !(systemFields as readonly string[]).includes(field.name))

/** Objects as the matrix groups them: the everyday ones, what hangs on them, lists and settings. */
export function groupsOf(objects: readonly ObjectView[]): { key: 'main' | 'attached' | 'lists'; objects: ObjectView[] }[] {
  const of = (...groups: (string | undefined)[]) => objects.filter((object) => groups.includes(object.navigation?.group)).sort((a, b) => groups.indexOf(a.navigation?.group) - groups.indexOf(b.navigation?.group) || (a.navigation?.order ?? 0) - (b.navigation?.order ?? 0))
  return [{ key: 'main' as const, objects: of('knowledge', 'sales') }, { key: 'attached' as const, objects: of(undefined) }, { key: 'lists' as const, objects: of('settings') }].filter((group) => group.objects.length > 0)
}
