import type { WebRoom } from '../kernel/shell/rooms.ts'
import { toLayouts } from './links.ts'
import { layouts as title } from './roomTexts.ts'

export const layouts: WebRoom = {
  name: 'layouts',
  screens: [
    { path: '/settings/layouts', title, needs: 'settings', navigation: { group: 'settings', section: 'shape', order: 41, icon: 'columns' }, load: async () => (await import('./overview/ObjectsScreen.tsx')).ObjectsScreen },
    { path: '/settings/layouts/$object', title, needs: 'settings', under: toLayouts, load: async () => (await import('./overview/LayoutsScreen.tsx')).LayoutsScreen },
    { path: '/settings/layouts/$object/$kind', title, needs: 'settings', under: toLayouts, load: async () => (await import('./editor/EditorScreen.tsx')).EditorScreen },
  ],
}
