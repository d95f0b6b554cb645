const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** 1,2 MB */
export function fileSize(bytes: number, language: string): string {
  const at = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  return new Intl.NumberFormat(language, { style: 'unit', unit: units[at], unitDisplay: 'short', maximumFractionDigits: at === 0 ? 0 : 1 }).format(bytes / 1024 ** at)
}
