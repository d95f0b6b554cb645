import type { WebRoom } from '../shell/rooms.ts'
import { texts } from './texts.ts'

/** What went wrong after a change, where no person was waiting: among the settings, for administrators. */
export const failures: WebRoom = {
  name: 'failures',
  screens: [{ path: '/settings/failures', title: texts.failures, needs: 'all', navigation: { group: 'settings', section: 'system', order: 890, icon: 'alert-triangle' }, load: async () => (await import('./FailuresScreen.tsx')).FailuresScreen }],
}
