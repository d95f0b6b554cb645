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
              {shortcuts.map(([label, keys]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {keys.map((one) => (
                      <Kbd key={one}>{one.split('+').map((key) => keyName(key, t)).join(' ')}</Kbd>
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

type Told = [label: string, keys: string[]]

/** Group → what each does → the keys for it. */
function groupsOf(shortcuts: readonly Shortcut[], t: (text: Text) => string): [string, Told[]][] {
  const groups = new Map<string, Map<string, Set<string>>>()
  for (const { group, label, keys } of shortcuts) {
    const acts = groups.get(t(group)) ?? new Map<string, Set<string>>()
    groups.set(t(group), acts.set(t(label), (acts.get(t(label)) ?? new Set()).add(keys)))
  }
  return [...groups].map(([group, acts]) => [group, [...acts].map(([label, keys]): Told => [label, [...keys]])])
}

const names: Record<string, string> = { mod: isApple ? '⌘' : 'Ctrl', shift: 'Shift', alt: isApple ? '⌥' : 'Alt', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Enter: '↵', Escape: 'Esc', PageDown: 'PgDn', PageUp: 'PgUp' }
const keyName = (key: string, t: (text: Text) => string) => (key === 'Space' ? t(texts.space) : (names[key] ?? (key.length === 1 ? key.toUpperCase() : key)))
