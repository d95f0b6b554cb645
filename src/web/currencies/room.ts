import type { WebRoom } from '../kernel/shell/rooms.ts'
import { texts } from './texts.ts'

export const currencies: WebRoom = {
  name: 'currencies',
  screens: [{ path: '/settings/rates', title: texts.title, needs: 'settings', navigation: { group: 'settings', section: 'system', order: 830, icon: 'coin' }, load: async () => (await import('./RatesScreen.tsx')).RatesScreen }],
  listLinks: [{ label: texts.title, icon: 'coin', href: () => '/settings/rates', objects: ['currencyRate'], needs: 'settings' }],
}
