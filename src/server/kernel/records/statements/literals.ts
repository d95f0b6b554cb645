/** Items of an array as PostgreSQL writes them. */

/** Types whose text holds nothing that an array could misread. */
export const unquoted: ReadonlySet<string> = new Set(['uuid', 'integer', 'numeric', 'date', 'timestamptz', 'boolean'])

export const ofText = (value: unknown): string => quoted(String(value))

/** An array within an array's item: its own quotes are written as the item's. */
export function ofArray(value: unknown): string {
  const items = (value as unknown[]).map((item) => {
    const text = String(item)
    return isPlain(text) ? `\\"${text}\\"` : quoted(quoted(text)).slice(1, -1)
  })
  return `"{${items.join(',')}}"`
}

const isPlain = (text: string): boolean => !text.includes('"') && !text.includes('\\')

function quoted(text: string): string {
  if (isPlain(text)) return `"${text}"`
  const escaped = text.includes('\\') ? text.replaceAll('\\', '\\\\') : text
  return `"${escaped.replaceAll('"', '\\"')}"`
}
