import { openDialog } from '../form/dialogs.ts'

/** Opens the screen that makes one record of several; with one, it first asks for the other. */
export const openMerge = (object: string, ids: readonly string[]): void => openDialog({ kind: 'merge', object, ids })
