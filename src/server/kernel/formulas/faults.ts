/** What is wrong with the formulas of a declaration; each fault with the place of its field and, in `values`, the place in its text. */
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import { refusal, RefusalError, type Refusal } from '../../../contract/refusal.ts'
import { calculable } from '../../../fields/calculable.ts'
import type { Registry } from '../metadata/registry.ts'
import { understoodFormula } from './check.ts'
import { formulasOf, mentionedFormulas, readFormulas } from './plan.ts'
import { sqlOf } from './sql.ts'
import { texts } from './texts.ts'

export function formulaFaults(registry: Registry): Refusal[] {
  const fields = [...registry.objects.values()].flatMap((object) => object.fields.filter(({ formula }) => formula !== undefined).map((field) => ({ object, field })))
  if (fields.length === 0) return []
  const faults = fields.flatMap(({ object, field }) => [...optionFaults(object, field), ...meaningFaults(registry, object, field)])
  return [...faults, ...circleFaults(registry)]
}

const placeOf = (object: Pick<ObjectDefinition, 'name'>, field: Pick<FieldDefinition, 'name'>): string => `${object.name}.${field.name}`

/** A value that nobody writes cannot be asked for, nor begin with another. */
function optionFaults(object: ObjectDefinition, field: FieldDefinition): Refusal[] {
  const at = placeOf(object, field)
  if (!calculable.has(field.type)) return [refusal('formula.type', texts.notCalculable, { field: at })]
  const forbidden = ['required', 'requiredWhen', 'default', 'unique', 'searchable'] as const
  const options = field as Partial<Record<(typeof forbidden)[number], unknown>>
  const set = forbidden.filter((option) => options[option] !== undefined && options[option] !== false)
  return set.map((option) => refusal('formula.option', texts.notWithFormula, { field: at, values: { option: option === 'requiredWhen' ? 'required' : option } }))
}

function meaningFaults(registry: Registry, object: ObjectDefinition, field: FieldDefinition): Refusal[] {
  if (!calculable.has(field.type)) return []
  const { problems = [] } = understoodFormula(registry, object.name, field)
  return problems.map(({ code, text, values, at, length }) => refusal(code, text, { field: placeOf(object, field), values: { ...values, at, length } }))
}

/** Each circle once, told from the first of its fields. */
function circleFaults(registry: Registry): Refusal[] {
  const formulas = readFormulas(registry)
  const over = new Set<string>()
  const faults: Refusal[] = []
  const visit = (key: string, way: readonly string[]): void => {
    const met = way.indexOf(key)
    if (met >= 0) {
      const circle = way.slice(met)
      faults.push(refusal('formula.circle', texts.circle, { field: circle[0]!, values: { circle: [...circle, key].join(' → ') } }))
    } else if (!over.has(key)) {
      for (const next of mentionedFormulas(formulas.get(key)!, formulas)) visit(next, [...way, key])
      over.add(key)
    }
  }
  for (const key of formulas.keys()) visit(key, [])
  return faults
}

/** Only once all formulas hold: which of them have a column, and whether the database can take them. */
export function keptFaults(registry: Registry): Refusal[] {
  const plan = formulasOf(registry)
  const isLive = (object: ObjectDefinition, path: string) => plan.of(object.name, path.split('.')[0]!)?.kind === 'live'
  const named = [...registry.objects.values()].flatMap((object) => [
    ...(isLive(object, object.nameField) ? [{ object, path: object.nameField, use: 'name', where: 'nameField' }] : []),
    ...(object.duplicateKeys ?? []).flat().filter((path) => isLive(object, path)).map((path) => ({ object, path, use: 'key', where: 'duplicateKeys' })),
    ...(object.indexes ?? []).flatMap(({ fields }) => fields).filter((path) => isLive(object, path)).map((path) => ({ object, path, use: 'index', where: 'indexes' })),
  ])
  const unkept = named.map(({ object, path, use, where }) => refusal('formula.live', texts.liveCannot, { field: `${object.name}.${where}`, values: { name: path, use } }))
  const tooLong = plan.all.flatMap((formula): Refusal[] => {
    try {
      sqlOf(registry, formula)
      return []
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error
      return error.refusals.map((one) => ({ ...one, field: placeOf({ name: formula.object }, formula.field) }))
    }
  })
  return [...unkept, ...tooLong]
}
