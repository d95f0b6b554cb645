import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { languages, say, type Language, type Text, type TextValues } from '../../../contract/text.ts'
import type { Manner } from '../../../fields/field.ts'
import { speak } from '../api/request.ts'
import { useMetadataIfKnown } from '../api/metadata.ts'
import { useSessionQuery } from '../api/session.ts'

// The language is the person's (session); before anyone signs in, the one last used here, else the browser's.
const stored = 'sedno.language'
const listeners = new Set<() => void>()
let current: Language = firstLanguage()
announce(current)

function firstLanguage(): Language {
  const wished = [localStorage.getItem(stored), ...navigator.languages.map((one) => one.slice(0, 2))]
  return wished.find((one): one is Language => languages.includes(one as Language)) ?? 'en'
}

function announce(language: Language): void {
  speak(language)
  document.documentElement.lang = language
}

export function setLanguage(language: Language): void {
  if (language === current) return
  current = language
  localStorage.setItem(stored, language)
  announce(language)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const languageNow = (): Language => current
export const useLanguage = (): Language => useSyncExternalStore(subscribe, languageNow)

/** `const t = useText(); t(texts.selected, { count })` */
export type Teller = (text: Text, values?: TextValues) => string
export function useText(): Teller {
  const language = useLanguage()
  return useCallback((text, values) => say(text, language, values), [language])
}

/** How this person writes and reads dates, numbers and money. */
export function useManner(): Manner {
  const language = useLanguage()
  const session = useSessionQuery().data
  const timeZone = session?.user.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const currency = session?.currency ?? 'PLN'
  const today = dayIn(timeZone)
  const holidays = useMetadataIfKnown()?.holidays
  return useMemo(() => ({ language, timeZone, currency, today, holidays }), [language, timeZone, currency, today, holidays])
}

const days = new Map<string, Intl.DateTimeFormat>()
export function dayIn(timeZone: string, time: Date = new Date()): string {
  let format = days.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
    days.set(timeZone, format)
  }
  return format.format(time)
}
