/** Addresses of this room's screens. */
export const toInvite = '/settings/invite'
export const toRole = (id: string): string => `/settings/roles/${id}`
export const toCompare = (one: string, other = ''): string => `/settings/compare?${new URLSearchParams({ one, other })}`
