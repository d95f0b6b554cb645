import { lazy } from 'react'
import type { MetadataAnswer, ObjectView } from '../../contract/records.ts'
import { objectOf } from '../kernel/api/metadata.ts'
import type { WebRoom } from '../kernel/shell/rooms.ts'
import { texts } from './texts.ts'
import { titles } from './titles.ts'

/** Whoever has telephone numbers and whose time line shows what was sent. */
const mayBeWrittenTo = ({ name, fields }: ObjectView, metadata: MetadataAnswer): boolean =>
  (name === 'person' || name === 'company') && fields.some((field) => field.name === 'phones') && objectOf(metadata, 'smsMessage')?.can.create === true

export const sms: WebRoom = {
  name: 'sms',
  screens: [{ path: '/settings/sms', title: titles.gateways, needs: 'settings', navigation: { group: 'settings', section: 'system', order: 820, icon: 'device-mobile' }, load: async () => (await import('./GatewaysScreen.tsx')).GatewaysScreen }],
  record: { composers: [{ key: 'sms', label: texts.sms, on: mayBeWrittenTo, Compose: lazy(async () => ({ default: (await import('./SmsComposer.tsx')).SmsComposer })) }] },
}
