import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '../../../contract/route.ts'
import type { listDeliveries } from '../../../server/notices/contract.ts'
import type { Devices } from '../../../server/notices/push/contract.ts'
import type { Choices, OwnSettings, readDefaults, readOwn, ShownKind } from '../../../server/notices/settings/contract.ts'
import type { ReminderSettings } from '../../../server/reminders/contract.ts'
import { keys, queries } from '../../kernel/api/client.ts'
import { request } from '../../kernel/api/request.ts'

export type { Choices, Devices, OwnSettings, ReminderSettings, ShownKind }
export type Own = Answer<typeof readOwn>
export type Defaults = Answer<typeof readDefaults>

export const ownQuery = queryOptions({ queryKey: ['noticeSettings'], queryFn: ({ signal }) => request<Own>('GET', '/api/notices/settings', { signal }) })
export const defaultsQuery = queryOptions({ queryKey: ['noticeDefaults'], queryFn: ({ signal }) => request<Defaults>('GET', '/api/notices/defaults', { signal }) })
export const usualQuery = queryOptions({ queryKey: ['reminderSettings'], queryFn: ({ signal }) => request<ReminderSettings>('GET', '/api/reminders/settings', { signal }) })
export const devicesQuery = queryOptions({ queryKey: ['devices'], queryFn: ({ signal }) => request<Devices>('GET', '/api/notices/devices', { signal }) })
export const deliveriesQuery = queryOptions({ queryKey: [...keys.notices, 'deliveries'], queryFn: ({ signal }) => request<Answer<typeof listDeliveries>>('GET', '/api/notices/deliveries', { signal }), staleTime: 0 })

export async function saveOwn(own: Own, change: Partial<OwnSettings>): Promise<void> {
  const settings = await request<OwnSettings>('PUT', '/api/notices/settings', { body: { ...own.settings, ...change } })
  queries.setQueryData(ownQuery.queryKey, { ...own, settings })
}

export async function saveDefaults(choices: Choices): Promise<void> {
  queries.setQueryData(defaultsQuery.queryKey, await request<Defaults>('PUT', '/api/notices/defaults', { body: { choices } }))
}

export async function saveUsual(settings: ReminderSettings): Promise<void> {
  queries.setQueryData(usualQuery.queryKey, await request<ReminderSettings>('PUT', '/api/reminders/settings', { body: settings }))
}

const devicesAre = (devices: Devices): void => {
  queries.setQueryData(devicesQuery.queryKey, devices)
  void queries.invalidateQueries({ queryKey: ownQuery.queryKey })
}

export const addDevice = async (body: { endpoint: string; p256dh: string; auth: string; device: string }): Promise<void> => devicesAre(await request<Devices>('POST', '/api/notices/devices', { body }))
export const removeDevice = async (id: string): Promise<void> => devicesAre(await request<Devices>('DELETE', `/api/notices/devices/${id}`))
export const testDevices = (): Promise<{ devices: number }> => request('POST', '/api/notices/devices/test')
