import type { Text } from '../../../contract/text.ts'

/** As it is sent: both languages, or nothing. */
export function whole(value: Partial<Text> | undefined): Text | undefined {
  const [pl, en] = [value?.pl?.trim() ?? '', value?.en?.trim() ?? '']
  return pl === '' && en === '' ? undefined : { pl: pl || en, en: en || pl }
}
