import { useCallback } from 'react'
import type { Language } from '../../../contract/text.ts'
import { keys, queries } from '../api/client.ts'
import { request } from '../api/request.ts'
import { useSessionQuery } from '../api/session.ts'
import { setLanguage } from './language.ts'

/** Each language in its own words. */
export const languageNames: Record<Language, string> = { pl: 'Polski', en: 'English' }

/** Changes the words at once; somebody signed in keeps the choice on the server too. */
export function useChooseLanguage(): (language: Language) => Promise<void> {
  const signedIn = useSessionQuery().data != null
  return useCallback(
    async (language) => {
      setLanguage(language)
      if (!signedIn) return
      await request('PATCH', '/api/account', { body: { language } })
      await queries.invalidateQueries({ queryKey: keys.session })
    },
    [signedIn],
  )
}
