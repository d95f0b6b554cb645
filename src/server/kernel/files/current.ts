/** The one store of this process: set at start, used by jobs, which have no request to be handed it with. */
import type { FileStore } from './store.ts'

let store: FileStore | null = null

export function useFiles(given: FileStore): void {
  store = given
}

export function currentFiles(): FileStore {
  if (store === null) throw new Error('the file store is used before it was opened')
  return store
}
