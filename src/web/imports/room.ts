import type { WebRoom } from '../kernel/shell/rooms.ts'
import { toNewImport } from './links.ts'
import { texts } from './texts.ts'

export const imports: WebRoom = {
  name: 'imports',
  screens: [
    { path: '/imports', title: texts.imports, needs: 'import', navigation: { group: 'knowledge', order: 900, icon: 'upload' }, load: async () => (await import('./ImportsScreen.tsx')).ImportsScreen },
    { path: '/imports/new', title: texts.newImport, needs: 'import', load: async () => (await import('./NewImportScreen.tsx')).NewImportScreen },
    { path: '/imports/$id', title: texts.import, needs: 'import', load: async () => (await import('./ImportScreen.tsx')).ImportScreen },
  ],
  listLinks: [{ label: texts.importHere, icon: 'upload', needs: 'import', href: (object) => toNewImport(object) }],
}
