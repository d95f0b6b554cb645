import type { Text } from '../../contract/text.ts'

/** The one word of this room that is there from the beginning; the rest comes with its screens. */
export const layouts: Text = { pl: 'Układy ekranów', en: 'Screen layouts' }
