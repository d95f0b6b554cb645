import type { WebRoom } from '../kernel/shell/rooms.ts'
import { texts } from './texts.ts'
import { toLists, toObjects } from './links.ts'

export const configuration: WebRoom = {
  name: 'configuration',
  screens: [
    { path: '/settings/objects', title: texts.objects, needs: 'settings', navigation: { group: 'settings', section: 'shape', order: 40, icon: 'category' }, load: async () => (await import('./objects/ObjectsScreen.tsx')).ObjectsScreen },
    { path: '/settings/objects/new', title: texts.newObject, needs: 'settings', under: toObjects, load: async () => (await import('./objects/NewObjectScreen.tsx')).NewObjectScreen },
    { path: '/settings/objects/$object', title: texts.objects, needs: 'settings', under: toObjects, load: async () => (await import('./objects/ObjectScreen.tsx')).ObjectScreen },
    { path: '/settings/objects/$object/fields/$field', title: texts.objects, needs: 'settings', under: toObjects, load: async () => (await import('./fields/FieldScreen.tsx')).FieldScreen },
    { path: '/settings/lists', title: texts.lists, needs: 'settings', navigation: { group: 'settings', section: 'shape', order: 42, icon: 'list' }, load: async () => (await import('./lists/ListsScreen.tsx')).ListsScreen },
    { path: '/settings/lists/$list', title: texts.lists, needs: 'settings', under: toLists, load: async () => (await import('./lists/ListScreen.tsx')).ListScreen },
  ],
}
