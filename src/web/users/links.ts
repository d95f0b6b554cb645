/** Addresses of this room's screens. */
export const toInvite = '/settings/invite'
export const toRole = (id: string): string => `/settings/roles/${id}`
export const toRightsOf = (person: string): string => `/settings/access/${person}`
export const toCompare = (one: string, other = ''): string => `/settings/compare?${new URLSearchParams({ one, other })}`
/** Where the moves between states are set, for every role. */
export const toStatesOf = (object: string): string => `/settings/objects/${encodeURIComponent(object)}?tab=states`
