import { lazy } from 'react'
import { isLink, objectOf } from '../kernel/api/metadata.ts'
import type { Composer } from '../kernel/records/page/parts.ts'
import type { WebRoom } from '../kernel/shell/rooms.ts'
import { texts } from './texts.ts'

const note: Composer = {
  key: 'note',
  label: texts.note,
  on(object, metadata) {
    const notes = objectOf(metadata, 'note')
    return notes?.can.create === true && notes.fields.some((field) => isLink(field) && field.type === 'link' && field.target === object.name)
  },
  Compose: lazy(async () => ({ default: (await import('./NoteComposer.tsx')).NoteComposer })),
}

export const parties: WebRoom = { name: 'parties', record: { composers: [note] } }
