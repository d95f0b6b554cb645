import type { WebRoom } from '../kernel/shell/rooms.ts'
import { toPlans } from './links.ts'
import { texts } from './texts.ts'

export const targets: WebRoom = {
  name: 'targets',
  screens: [
    { path: '/sales/targets', title: texts.title, navigation: { group: 'sales', order: 15, icon: 'target' }, load: async () => (await import('./overview/OverviewScreen.tsx')).OverviewScreen },
    { path: '/sales/targets/$id', title: texts.grid, under: '/sales/targets', load: async () => (await import('./grid/GridScreen.tsx')).GridScreen },
  ],
  listLinks: [{ label: texts.title, icon: 'target', href: toPlans, objects: ['targetPlan', 'target'] }],
}
