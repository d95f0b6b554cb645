import type { Scope, Verb } from '../../../contract/definition.ts'
import type { Registry } from '../../kernel/metadata/registry.ts'
import type { FieldGrantInput, GrantInput } from '../roles/contract.ts'
import type { functionNames } from '../texts.ts'
import type { standardRoleTexts } from './texts.ts'

export type StandardRole = keyof typeof standardRoleTexts

interface RolePlan {
  functions: readonly (keyof typeof functionNames)[]
  /** Object → verb → scope. */
  grants: Readonly<Record<string, Partial<Record<Verb, Exclude<Scope, 'none'>>>>>
  fields?: readonly FieldGrantInput[]
}

const everyCustomer = (verbs: Partial<Record<Verb, Exclude<Scope, 'none'>>>) => ({ company: verbs, person: verbs })
/** Who may read a customer may write notes of him, and correct his own; notes are read with the customer. */
const ownNotes = { note: { create: 'own', change: 'own', delete: 'own' } } as const
/** Everyone has his own work; these reach that of others too. What is private stays out of their reach. */
const workOf = (scope: 'team' | 'subordinates') => ({ activity: { create: scope, read: scope, change: scope, export: scope } }) as const
/** What is sold, offered, ordered and agreed; lines and agreements go with them. */
const everySale = (verbs: Partial<Record<Verb, Exclude<Scope, 'none'>>>) => ({ opportunity: verbs, quote: verbs, salesOrder: verbs, contract: verbs })
const catalogue = ['productGroup', 'product', 'priceList', 'textBlock', 'checklistTemplate'] as const
/** Lists that all share: who may add to them may also correct them. */
const sharedLists = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, { create: 'all', change: 'all' }] as const))

const marginFields = [
  ['product', 'cost'], ['product', 'margin'], ['opportunity', 'margin'], ['opportunityLine', 'margin'], ['quote', 'cost'], ['quote', 'margin'],
  ['quoteLine', 'unitCost'], ['quoteLine', 'margin'], ['salesOrder', 'margin'], ['orderLine', 'unitCost'], ['orderLine', 'margin'],
] as const
/** What a thing costs the firm, and what it earns by it, are for those who answer for margins. */
const noMargins: readonly FieldGrantInput[] = marginFields.map(([object, field]) => ({ object, field, access: 'none' }))

/** What the roles of a new installation allow; the administrator bends them afterwards. */
export const rolePlans: Record<StandardRole, RolePlan> = {
  administrator: { functions: [], grants: {} },
  manager: {
    functions: ['import', 'shareViews'],
    grants: {
      ...everyCustomer({ create: 'all', read: 'all', change: 'subordinates', delete: 'subordinates', export: 'all' }),
      ...ownNotes,
      ...workOf('subordinates'),
      ...everySale({ create: 'all', read: 'all', change: 'subordinates', delete: 'subordinates', export: 'all' }),
      target: { create: 'subordinates', read: 'subordinates', change: 'subordinates', delete: 'subordinates', export: 'subordinates' },
      ...sharedLists(['tag', 'customerGroup', 'relationKind', ...catalogue]),
    },
  },
  salesperson: {
    functions: [],
    grants: { ...everyCustomer({ create: 'own', read: 'team', change: 'own', export: 'own' }), activity: { read: 'team' }, ...everySale({ create: 'own', read: 'team', change: 'own', export: 'own' }), ...ownNotes, ...sharedLists(['tag']) },
    fields: noMargins,
  },
  assistant: {
    functions: [],
    grants: { ...everyCustomer({ create: 'team', read: 'team', change: 'team' }), ...workOf('team'), ...everySale({ create: 'team', read: 'team', change: 'team' }), ...ownNotes, ...sharedLists(['tag']) },
    fields: [{ object: 'company', field: 'turnover', access: 'read' }, ...noMargins],
  },
  viewer: { functions: [], grants: { ...everyCustomer({ read: 'all' }), ...everySale({ read: 'all' }) }, fields: noMargins },
}

/** All objects that some plan speaks of. */
export const plannedObjects: readonly string[] = [...new Set(Object.values(rolePlans).flatMap(({ grants, fields = [] }) => [...Object.keys(grants), ...fields.map(({ object }) => object)]))]

/** The plan as far as this installation knows its objects and fields; of these objects alone, where they are named. */
export function grantsOfPlan(registry: Registry, plan: RolePlan, only?: ReadonlySet<string>): { grants: GrantInput[]; fields: FieldGrantInput[] } {
  const isOf = (object: string) => registry.objects.has(object) && (only === undefined || only.has(object))
  const grants = Object.entries(plan.grants).flatMap(([object, byVerb]) => (isOf(object) ? Object.entries(byVerb).map(([verb, scope]) => ({ object, verb: verb as Verb, scope, rule: null })) : []))
  return { grants, fields: (plan.fields ?? []).filter(({ object, field }) => isOf(object) && registry.field(object, field) !== null) }
}

const currencies = new Set(Intl.supportedValuesOf('currency'))
export const isCurrency = (code: string): boolean => currencies.has(code)

/** 'jan.kowalski@firma.pl' → 'Jan Kowalski': a beginning, until the person writes his own. */
export function nameFromMail(mail: string): string {
  const words = mail.split('@')[0]!.split(/[._+-]+/).filter((word) => word !== '')
  return words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(' ') || mail
}
