import type { Language } from '../contract/text.ts'

/** How numbers, days and amounts are written. English in the European manner: the day before the month, 24 hours. */
export const localeOf: Readonly<Record<Language, string>> = { pl: 'pl-PL', en: 'en-GB' }
