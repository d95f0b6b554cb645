import { keys } from '../api/client.ts'

/** Of the tree a record stands in; asked again when any record of the kind changes. */
export const treeKey = (object: string, id: string) => [...keys.lists(object), 'tree', id]
