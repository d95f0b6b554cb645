import type { WebRoom } from '../kernel/shell/rooms.ts'

/** Rooms with screens of their own, in the order of their links. */
export const rooms: readonly WebRoom[] = []
