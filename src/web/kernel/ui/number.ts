const formats = new Map<string, Intl.NumberFormat>()

/** A count with its thousands always apart: 2 041 (Polish leaves four digits together unless told). */
export function countText(count: number, language: string): string {
  let format = formats.get(language)
  if (format === undefined) {
    format = new Intl.NumberFormat(language, { useGrouping: 'always' })
    formats.set(language, format)
  }
  return format.format(count)
}
