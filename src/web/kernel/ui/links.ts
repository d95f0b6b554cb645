/** Addresses of the generic screens; nobody else writes them by hand. */
export const toList = (object: string): string => `/records/${object}`
export const toRecord = (object: string, id: string): string => `/records/${object}/${id}`
export const toFile = (file: { hash: string; name: string }): string => `/api/files/${file.hash}/${encodeURIComponent(file.name)}`
