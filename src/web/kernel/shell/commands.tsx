import { useMantineColorScheme } from '@mantine/core'
import { IconKeyboard, IconLanguage, IconLogout, IconMoon, IconPlus, IconSun } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { signOut } from '../api/session.ts'
import { languageNames, useChooseLanguage } from '../ui/chooseLanguage.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { refused } from '../ui/notify.tsx'
import { createNew, useCreatable } from './create.ts'
import { showKeys } from './keysStore.ts'
import { texts } from './texts.ts'

export interface Command {
  words: string
  icon: ReactNode
  run(): void
}

/** What the palette can do from any screen. */
export function useCommands(): Command[] {
  const t = useText()
  const creatable = useCreatable()
  const language = useLanguage()
  const chooseLanguage = useChooseLanguage()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = (value: 'light' | 'dark' | 'auto') => () => setColorScheme(value)
  const other = language === 'pl' ? 'en' : 'pl'
  return [
    ...creatable.map((object) => ({ words: t(texts.createOne, { what: t(object.label).toLocaleLowerCase() }), icon: <IconPlus size={17} stroke={1.6} aria-hidden />, run: () => void createNew(object.name) })),
    { words: `${t(texts.scheme)}: ${t(texts.schemeLight)}`, icon: <IconSun size={17} stroke={1.6} aria-hidden />, run: scheme('light') },
    { words: `${t(texts.scheme)}: ${t(texts.schemeDark)}`, icon: <IconMoon size={17} stroke={1.6} aria-hidden />, run: scheme('dark') },
    { words: `${t(texts.scheme)}: ${t(texts.schemeAuto)}`, icon: <IconSun size={17} stroke={1.6} aria-hidden />, run: scheme('auto') },
    { words: `${t(texts.language)}: ${languageNames[other]}`, icon: <IconLanguage size={17} stroke={1.6} aria-hidden />, run: () => void chooseLanguage(other).catch(refused) },
    { words: t(texts.keys), icon: <IconKeyboard size={17} stroke={1.6} aria-hidden />, run: showKeys },
    { words: t(texts.signOut), icon: <IconLogout size={17} stroke={1.6} aria-hidden />, run: () => void signOut().catch(refused) },
  ]
}
