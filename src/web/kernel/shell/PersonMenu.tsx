import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconKeyboard, IconLogout } from '@tabler/icons-react'
import type { Text } from '../../../contract/text.ts'
import { Face } from '../../../fields/face.tsx'
import { prefer, signOut, useSession } from '../api/session.ts'
import { languageNames, useChooseLanguage } from '../ui/chooseLanguage.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { refused } from '../ui/notify.tsx'
import { ObjectIcon } from '../ui/icons.tsx'
import { useGo } from '../ui/go.ts'
import { showKeys } from './keysStore.ts'
import { useRooms } from './rooms.ts'
import { texts } from './texts.ts'
import style from './shell.module.css'

export function PersonMenu() {
  const t = useText()
  const session = useSession()
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <UnstyledButton className={style.person}>
          <span className="sd-unseen">{t(texts.person, { name: session.user.name })}</span>
          <Face name={session.user.name} size="medium" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <PersonMenuItems />
      </Menu.Dropdown>
    </Menu>
  )
}

export function PersonMenuItems() {
  const t = useText()
  const session = useSession()
  const go = useGo()
  const own = useRooms().flatMap((room) => room.personLinks ?? [])
  return (
    <>
      <Menu.Label>
        <span className={style.personName}>{session.user.name}</span>
        {session.user.mail}
      </Menu.Label>
      {own.map((link) => (
        <Menu.Item key={link.href} leftSection={<ObjectIcon name={link.icon} />} onClick={() => go(link.href)}>
          {t(link.label)}
        </Menu.Item>
      ))}
      <LanguageItems />
      <SchemeItems />
      <Menu.Divider />
      <Menu.Item leftSection={<IconKeyboard size={17} stroke={1.6} />} rightSection={<span className={style.letter}>?</span>} onClick={showKeys}>
        {t(texts.keys)}
      </Menu.Item>
      <Menu.Item leftSection={<IconLogout size={17} stroke={1.6} />} onClick={() => void signOut().catch(refused)}>
        {t(texts.signOut)}
      </Menu.Item>
    </>
  )
}

function LanguageItems() {
  const t = useText()
  const language = useLanguage()
  const choose = useChooseLanguage()
  return (
    <>
      <Menu.Label>{t(texts.language)}</Menu.Label>
      {Object.entries(languageNames).map(([code, label]) => (
        <Chosen key={code} label={label} chosen={code === language} onChoose={() => void choose(code as keyof typeof languageNames).catch(refused)} />
      ))}
    </>
  )
}

const schemes: { value: 'auto' | 'light' | 'dark'; label: Text }[] = [
  { value: 'auto', label: texts.schemeAuto },
  { value: 'light', label: texts.schemeLight },
  { value: 'dark', label: texts.schemeDark },
]

function SchemeItems() {
  const t = useText()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const choose = (value: 'auto' | 'light' | 'dark') => {
    setColorScheme(value)
    void prefer({ theme: value === 'auto' ? 'system' : value }).catch(refused)
  }
  return (
    <>
      <Menu.Label>{t(texts.scheme)}</Menu.Label>
      {schemes.map(({ value, label }) => (
        <Chosen key={value} label={t(label)} chosen={value === colorScheme} onChoose={() => choose(value)} />
      ))}
    </>
  )
}

function Chosen({ label, chosen, onChoose }: { label: string; chosen: boolean; onChoose(): void }) {
  return (
    <Menu.Item role="menuitemradio" aria-checked={chosen} closeMenuOnClick={false} leftSection={chosen ? <IconCheck size={17} stroke={2} aria-hidden /> : <span className={style.noCheck} />} onClick={onChoose}>
      {label}
    </Menu.Item>
  )
}
