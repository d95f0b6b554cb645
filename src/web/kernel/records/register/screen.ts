import type { WebRoom } from '../../shell/rooms.ts'
import { texts } from './texts.ts'

export const toRegister = (object: string, id: string): string => `/records/${object}/${id}/register`

/** The change register of a record that has parts. */
export const register: WebRoom = {
  name: 'register',
  screens: [{ path: '/records/$object/$id/register', title: texts.register, load: async () => (await import('./RegisterScreen.tsx')).RegisterScreen }],
}
