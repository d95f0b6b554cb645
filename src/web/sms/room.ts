import type { WebRoom } from '../kernel/shell/rooms.ts'
import { titles } from './titles.ts'

export const sms: WebRoom = {
  name: 'sms',
  screens: [{ path: '/settings/sms', title: titles.gateways, needs: 'settings', navigation: { group: 'settings', section: 'system', order: 820, icon: 'device-mobile' }, load: async () => (await import('./GatewaysScreen.tsx')).GatewaysScreen }],
}
