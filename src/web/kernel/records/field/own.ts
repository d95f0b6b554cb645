import type { FieldDefinition } from '../../../../contract/definition.ts'
import { useRooms } from '../../shell/rooms.ts'
import type { OwnField } from '../page/parts.ts'

/** What a room does for this one field in the place of its type. */
export function useOwnField({ id }: FieldDefinition): OwnField | undefined {
  return useRooms().find(({ record }) => record?.fields?.[id] !== undefined)?.record?.fields?.[id]
}
