import type { WebRoom } from '../../shell/rooms.ts'
import { texts } from './texts.ts'

/** The trash of all kinds of records, among the settings. */
export const trash: WebRoom = {
  name: 'trash',
  screens: [{ path: '/trash', title: texts.trash, navigation: { group: 'settings', order: 900, icon: 'trash' }, load: async () => (await import('./TrashScreen.tsx')).TrashScreen }],
}
