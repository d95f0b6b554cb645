import type { Values } from '../../../../contract/definition.ts'
import type { LinkValue, ObjectView } from '../../../../contract/records.ts'
import { openDialog } from './dialogs.ts'

/** Opens the form of a new record over the screen; the record opens once it is there. */
export function openCreate(object: string, values: Values = {}): void {
  openDialog({ kind: 'create', object, values, stay: false, onDone: () => undefined })
}

/** The same, but one stays where one is and gets what was made; null when given up. */
export function createRecordByForm(object: string, values: Values = {}): Promise<LinkValue | null> {
  return new Promise((resolve) => openDialog({ kind: 'create', object, values, stay: true, onDone: resolve }))
}

/** Words typed into a picker, put where the form of the object has a name: 'Jan Kowalski' is a first and a last name. */
export function typedName(object: ObjectView, typed: string): Values {
  const text = typed.trim()
  if (text === '') return {}
  const writable = (name: string) => object.fields.some((field) => field.name === name && field.access === 'write')
  if (writable(object.nameField)) return { [object.nameField]: text }
  const [first, ...rest] = text.split(/\s+/)
  return writable('firstName') && writable('lastName') ? (rest.length > 0 ? { firstName: first, lastName: rest.join(' ') } : { lastName: first }) : {}
}

export const openEdit = (object: string, id: string, section?: string): void => openDialog({ kind: 'edit', object, id, section })
export const openEditOf = (object: string, id: string, only: string): void => openDialog({ kind: 'edit', object, id, only })
export const openAction = (object: string, id: string, action: string): void => openDialog({ kind: 'action', object, id, action })
export const openHistory = (object: string, id: string, field?: string): void => openDialog({ kind: 'history', object, id, field })
