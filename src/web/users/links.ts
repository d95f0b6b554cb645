/** Addresses of this room's screens. */
export const toInvite = '/settings/invite'
export const toRole = (id: string): string => `/settings/roles/${id}`
export const toRightsOf = (person: string): string => `/settings/access/${person}`
export const toCompare = (one: string, other = ''): string => `/settings/compare?${new URLSearchParams({ one, other })}`
