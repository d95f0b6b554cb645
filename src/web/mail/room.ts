import type { WebRoom } from '../kernel/shell/rooms.ts'
import { titles } from './titles.ts'

export const mail: WebRoom = {
  name: 'mail',
  screens: [{ path: '/settings/mail', title: titles.mail, needs: 'settings', navigation: { group: 'settings', section: 'system', order: 810, icon: 'mail' }, load: async () => (await import('./MailScreen.tsx')).MailScreen }],
}
