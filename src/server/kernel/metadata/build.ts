import { createHash } from 'node:crypto'
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import type { Refusal } from '../../../contract/refusal.ts'
import { say } from '../../../contract/text.ts'
import { faultsOf } from './check.ts'
import { formulaFaults, keptFaults } from '../formulas/faults.ts'
import { formulasOf } from '../formulas/plan.ts'
import { expressionFaults } from './expressions.ts'
import type { Registry } from './registry.ts'
import { systemFieldsOf } from './system-fields.ts'

/** Checks the declarations and makes them findable by name. Throws with every fault named, not only the first. */
export function buildRegistry(declared: readonly ObjectDefinition[]): Registry {
  const { registry, faults } = assemble(declared)
  throwFaults(faults)
  return registry!
}

/** The same, with the faults as refusals a person can read. Without a registry they lie in the names, and expressions were not looked at. */
export function assemble(declared: readonly ObjectDefinition[]): { registry: Registry | null; faults: readonly Refusal[] } {
  const faults = faultsOf(declared)
  if (faults.length > 0) return { registry: null, faults }
  const registry = indexed(declared)
  const broken = [...expressionFaults(registry), ...formulaFaults(registry)]
  const hasFormulas = broken.length === 0 && declared.some(({ fields }) => fields.some(({ formula }) => formula !== undefined))
  if (!hasFormulas) return { registry, faults: broken }
  const worked = indexed(workedOut(declared, registry), registry.version)
  return { registry: worked, faults: keptFaults(worked) }
}

/** What is known of a calculated field only once all of them are understood: nobody writes it, and whether it has a column. */
function workedOut(declared: readonly ObjectDefinition[], registry: Registry): ObjectDefinition[] {
  const plan = formulasOf(registry)
  return declared.map((object) => ({
    ...object,
    fields: object.fields.map((field) => (field.formula === undefined ? field : { ...field, readOnly: true, computed: plan.of(object.name, field.name)?.kind === 'live' ? ('live' as const) : ('stored' as const) })),
  }))
}

function throwFaults(faults: readonly Refusal[]): void {
  if (faults.length === 0) return
  const lines = faults.map((fault) => `  ${fault.field ?? ''}: ${say(fault.text, 'en', fault.values)}`)
  throw new Error(`the declarations have ${faults.length} fault(s):\n${lines.join('\n')}`)
}

function indexed(declared: readonly ObjectDefinition[], version = versionOf(declared)): Registry {
  const objects = new Map(declared.map((object) => [object.name, object]))
  const fields = new Map(declared.map((object) => [object.name, fieldsByName(object)]))
  const reverse = reverseLinks(declared)
  return {
    version,
    objects,
    object(name) {
      const object = objects.get(name)
      if (object === undefined) throw new Error(`no such object: ${name}`)
      return object
    },
    field: (object, field) => fields.get(object)?.get(field) ?? null,
    reverse: (object) => reverse.get(object) ?? [],
  }
}

/** A field is also found by the names it had, so that what was written before a rename goes on to hold. */
function fieldsByName(object: ObjectDefinition): ReadonlyMap<string, FieldDefinition> {
  const former = object.fields.flatMap((field) => (field.formerNames ?? []).map((name): [string, FieldDefinition] => [name, field]))
  return new Map([...former, ...[...systemFieldsOf(object), ...object.fields].map((field): [string, FieldDefinition] => [field.name, field])])
}

type ReverseLinks = Map<string, { object: ObjectDefinition; field: FieldDefinition<'link' | 'links'> }[]>

function reverseLinks(declared: readonly ObjectDefinition[]): ReverseLinks {
  const reverse: ReverseLinks = new Map()
  for (const object of declared) {
    for (const field of object.fields) {
      if (field.type !== 'link' && field.type !== 'links') continue
      const all = reverse.get(field.target) ?? []
      all.push({ object, field })
      reverse.set(field.target, all)
    }
  }
  return reverse
}

/** The same declarations give the same version in every process; rules are code and count by their text. */
function versionOf(declared: readonly ObjectDefinition[]): string {
  const text = JSON.stringify(declared, (_key, value: unknown) => (typeof value === 'function' ? value.toString() : value))
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
