import { Kbd, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Text } from '../../../contract/text.ts'
import { useText } from '../ui/language.ts'
import { activeShortcuts, isApple, useShortcuts, type Shortcut } from '../ui/shortcuts.ts'
import { onShowKeys, showKeys } from './keysStore.ts'
import { texts } from './texts.ts'
import style from './shell.module.css'

/** The keys that work on the present screen, grouped as the screens named them. */
export function Keys() {
  const t = useText()
  const [shown, setShown] = useState<readonly Shortcut[] | null>(null)
  const show = () => setShown([...activeShortcuts()])
  useEffect(() => onShowKeys(show), [])
  useShortcuts([{ keys: '?', label: texts.showKeys, group: texts.onward, run: showKeys }])
  return (
    <Modal opened={shown !== null} onClose={() => setShown(null)} title={t(texts.keys)} size="lg" closeButtonProps={{ 'aria-label': 'Esc' }}>
      <div className={style.keyGroups}>
        {groupsOf(shown ?? [], t).map(([group, shortcuts]) => (
          <section key={group}>
            <h3 className={style.keyGroup}>{group}</h3>
            <dl className={style.keyList}>
              {shortcuts.map((one) => (
                <div key={one.keys}>
                  <dt>{t(one.label)}</dt>
                  <dd>
                    {one.keys.split('+').map((key) => (
                      <Kbd key={key}>{keyName(key)}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}

function groupsOf(shortcuts: readonly Shortcut[], t: (text: Text) => string): [string, Shortcut[]][] {
  const groups = new Map<string, Shortcut[]>()
  for (const one of shortcuts) {
    const group = groups.get(t(one.group)) ?? []
    if (!group.some((other) => other.keys === one.keys)) groups.set(t(one.group), [...group, one])
  }
  return [...groups]
}

const names: Record<string, string> = { mod: isApple ? '⌘' : 'Ctrl', shift: 'Shift', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Enter: '↵', Escape: 'Esc' }
const keyName = (key: string) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key)
