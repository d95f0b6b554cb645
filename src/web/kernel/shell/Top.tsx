import { Kbd, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useText } from '../ui/language.ts'
import { isApple } from '../ui/shortcuts.ts'
import { BarParts } from './BarParts.tsx'
import { CreateMenu } from './CreateMenu.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { openPalette } from './paletteStore.ts'
import { TaskTray } from './TaskTray.tsx'
import { texts } from './texts.ts'
import style from './shell.module.css'

export function Top() {
  const t = useText()
  return (
    <header className={style.top}>
      <UnstyledButton className={style.search} onClick={() => openPalette()} aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'}>
        <IconSearch size={15} stroke={1.7} aria-hidden />
        <span className={style.searchWords}>{t(texts.searchAll)}</span>
        <Kbd>{isApple ? '⌘ K' : 'Ctrl K'}</Kbd>
      </UnstyledButton>
      <div className={style.topRight}>
        <CreateMenu />
        <TaskTray />
        <BarParts />
        <PersonMenu />
      </div>
    </header>
  )
}
