import type { WebRoom } from '../kernel/shell/rooms.ts'

export const calendar: WebRoom = {
  name: 'calendar',
  screens: [
    { path: '/calendar', title: { pl: 'Kalendarz', en: 'Calendar' }, navigation: { group: 'knowledge', order: 6, icon: 'calendar' }, load: async () => (await import('./CalendarScreen.tsx')).CalendarScreen },
  ],
}
