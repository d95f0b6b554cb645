export const checkWidth = 44
export const headHeight = 33
export const cellId = (record: string, path: string): string => `cell-${record}-${path.replaceAll('.', '_')}`
