/** Names given by the administrator: one that something else has, or had, is refused when it is given. */
import type { OwnField, OwnObject } from '../../../contract/configuration.ts'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import { faultTexts } from '../metadata/texts.ts'
import type { Registry } from '../metadata/registry.ts'
import { snakeCase } from '../metadata/naming.ts'
import type { ItemWrite } from './items.ts'
import { texts } from './texts.ts'

/** Each write with its place in what was sent. */
export function takenNames(registry: Registry, writes: ReadonlyMap<ItemWrite, number>): Refusal[] {
  const taken = (n: number, name: string) => refusal('metadata.doubled_name', faultTexts.doubledName, { field: `changes.${n}.name`, values: { name } })
  return [...writes].flatMap(([{ kind, id, body, before }, n]): Refusal[] => {
    if (body === null) return []
    if (kind === 'object') {
      const { name } = body as OwnObject
      // History, views and links between records speak of an object by it; what people read is the label.
      if (before !== null && (before.body as OwnObject).name !== name) return [refusal('configuration.fixed_option', texts.fixedOption, { field: `changes.${n}.name` })]
      const other = [...registry.objects.values()].find((object) => snakeCase(object.name) === snakeCase(name) && object.id !== id)
      return other === undefined ? [] : [taken(n, name)]
    }
    if (kind !== 'field') return []
    const { name, object } = body as OwnField
    if (before !== null && (before.body as OwnField).name === name) return []
    const owner = [...registry.objects.values()].find((each) => each.id === object)
    const other = owner === undefined ? null : registry.field(owner.name, name)
    return other === null || other.id === id ? [] : [taken(n, name)]
  })
}
