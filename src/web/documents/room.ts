import { madeFrom } from '../../server/documents/contract.ts'
import type { RecordAct } from '../kernel/records/page/parts.ts'
import type { WebRoom } from '../kernel/shell/rooms.ts'
import { openMake } from './open.tsx'
import { titles } from './titles.ts'

const make: RecordAct = {
  key: 'document', label: titles.make, icon: 'file-text',
  on: ({ object, record }) => madeFrom.includes(object.name) && !record['deletedAt'],
  run: ({ object, record }) => openMake({ object: object.name, id: record.id }),
}

export const documents: WebRoom = {
  name: 'documents',
  record: { menu: [make] },
  screens: [
    { path: '/settings/documents', title: titles.templates, needs: 'settings', navigation: { group: 'settings', section: 'shape', order: 640, icon: 'template' }, load: async () => (await import('./TemplatesScreen.tsx')).TemplatesScreen },
  ],
}
