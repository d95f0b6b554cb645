import { putRecord, removeRecord } from '../../api/records.ts'
import { refused, told } from '../../ui/notify.tsx'

/** Does it, says so with Undo, and says whether it was done. */
async function withUndo(act: () => Promise<unknown>, message: string, undo: () => Promise<unknown>): Promise<boolean> {
  try {
    await act()
    told(message, { undo })
    return true
  } catch (error) {
    refused(error)
    return false
  }
}

export const removeWithUndo = (object: string, id: string, message: string) => withUndo(() => removeRecord(object, id), message, () => putRecord(object, id, 'restore'))
export const archiveWithUndo = (object: string, id: string, message: string) => withUndo(() => putRecord(object, id, 'archive'), message, () => putRecord(object, id, 'unarchive'))
export const unarchiveWithUndo = (object: string, id: string, message: string) => withUndo(() => putRecord(object, id, 'unarchive'), message, () => putRecord(object, id, 'archive'))
