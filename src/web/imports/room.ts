import type { WebRoom } from '../kernel/shell/rooms.ts'
import { toNewImport } from './links.ts'
import { titles } from './titles.ts'

export const imports: WebRoom = {
  name: 'imports',
  screens: [
    { path: '/imports', title: titles.imports, needs: 'import', navigation: { group: 'knowledge', order: 900, icon: 'upload' }, load: async () => (await import('./ImportsScreen.tsx')).ImportsScreen },
    { path: '/imports/new', title: titles.newImport, needs: 'import', load: async () => (await import('./NewImportScreen.tsx')).NewImportScreen },
    { path: '/imports/$id', title: titles.import, needs: 'import', load: async () => (await import('./ImportScreen.tsx')).ImportScreen },
  ],
  listLinks: [{ label: titles.importHere, icon: 'upload', needs: 'import', href: (object) => toNewImport(object) }],
}
