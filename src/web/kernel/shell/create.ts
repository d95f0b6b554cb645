import type { Values } from '../../../contract/definition.ts'
import type { ObjectView } from '../../../contract/records.ts'
import { useMetadata } from '../api/metadata.ts'

/** Opens the form of a new record. The form is a chunk of its own, fetched when first needed. */
export async function createNew(object: string, values?: Values): Promise<void> {
  const { openCreate } = await import('../records/form/open.ts')
  openCreate(object, values)
}

/** What this person may add from anywhere: everyday objects first. */
export function useCreatable(): ObjectView[] {
  const objects = useMetadata().objects.filter((object) => object.can.create && (object.navigation !== undefined || object.quickCreate !== undefined))
  const rank = (object: ObjectView) => (object.navigation === undefined ? 500 : object.navigation.group === 'settings' ? 1000 + object.navigation.order : object.navigation.order)
  return objects.sort((a, b) => rank(a) - rank(b))
}
