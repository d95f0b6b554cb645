import { z } from 'zod'
import { route } from '../../../contract/route.ts'

const device = z.object({ id: z.uuid(), device: z.string(), endpoint: z.string(), createdAt: z.string(), usedAt: z.string().nullable() })
const devices = z.object({ publicKey: z.string(), devices: z.array(device) })
export type Devices = z.infer<typeof devices>

export const readDevices = route({ method: 'GET', path: '/api/notices/devices', summary: 'One’s own devices that take push notices, and the key to subscribe with', scope: 'account', answer: devices })
export const addDevice = route({
  method: 'POST', path: '/api/notices/devices', summary: 'Let this device take push notices', scope: 'account',
  body: z.strictObject({ endpoint: z.string().max(2_000), p256dh: z.string().max(200), auth: z.string().max(100), device: z.string().trim().min(1).max(120) }), answer: devices,
})
export const removeDevice = route({ method: 'DELETE', path: '/api/notices/devices/:id', summary: 'This device takes push notices no more', scope: 'account', params: z.object({ id: z.uuid() }), answer: devices })
export const testDevices = route({ method: 'POST', path: '/api/notices/devices/test', summary: 'Send a test to one’s own devices', scope: 'account', answer: z.object({ devices: z.int() }) })
