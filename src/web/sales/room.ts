import type { WebRoom } from '../kernel/shell/rooms.ts'
import { texts } from './texts.ts'

export const sales: WebRoom = {
  name: 'sales',
  screens: [
    { path: '/sales/forecast', title: texts.forecast, under: '/records/opportunity', load: async () => (await import('./forecast/ForecastScreen.tsx')).ForecastScreen },
    { path: '/sales/process', title: texts.process, under: '/records/opportunity', load: async () => (await import('./process/ProcessScreen.tsx')).ProcessScreen },
  ],
  listLinks: [
    { label: texts.process, icon: 'filter', href: () => '/sales/process', objects: ['opportunity'] },
    { label: texts.forecast, icon: 'chart-bar', href: () => '/sales/forecast', objects: ['opportunity'] },
  ],
}
