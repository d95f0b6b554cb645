/** Addresses of this room's screens. */
export const toNotices = '/notices'
export const toOwnSettings = '/settings/notices'
export const toDefaults = '/settings/notice-defaults'
export const toSending = '/settings/sending'
