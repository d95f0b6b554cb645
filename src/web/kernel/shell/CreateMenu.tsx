import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { ObjectIcon } from '../ui/icons.tsx'
import { useText } from '../ui/language.ts'
import { useShortcuts } from '../ui/shortcuts.ts'
import { createNew, useCreatable } from './create.ts'
import { texts } from './texts.ts'
import style from './shell.module.css'

/** '+ New': a menu of what may be added; C opens it and a letter or arrow chooses. */
export function CreateMenu() {
  const t = useText()
  const creatable = useCreatable()
  const [opened, setOpened] = useState(false)
  useShortcuts([{ keys: 'c', label: texts.createWhat, group: texts.onward, run: () => setOpened(true) }], creatable.length > 0)
  if (creatable.length === 0) return null
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={220}>
      <Menu.Target>
        <Button leftSection={<IconPlus size={15} stroke={2} />} aria-keyshortcuts="C" rightSection={<span className={style.letter} aria-hidden>C</span>}>
          {t(texts.create)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t(texts.createWhat)}</Menu.Label>
        {creatable.map((object) => (
          <Menu.Item key={object.name} leftSection={<ObjectIcon name={object.icon} />} onClick={() => void createNew(object.name)}>
            {t(object.label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
