import type { WebRoom } from '../kernel/shell/rooms.ts'
import { titles } from './titles.ts'

export const hours: WebRoom = {
  name: 'hours',
  screens: [{ path: '/settings/hours', title: titles.firm, needs: 'settings', navigation: { group: 'settings', section: 'system', order: 805, icon: 'clock' }, load: async () => (await import('./HoursScreen.tsx')).HoursScreen }],
}
