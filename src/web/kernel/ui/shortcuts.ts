import { useEffect, useEffectEvent } from 'react'
import type { Text } from '../../../contract/text.ts'

/**
 * Every key the application knows is registered here while the screen that knows it is shown; `?` lists them.
 * Keys: 'c', 'mod+k', 'shift+?', 'Enter', 'Space', 'g c' is not supported on purpose: one key, one act.
 */
export interface Shortcut {
  keys: string
  label: Text
  group: Text
  run: (event: KeyboardEvent) => void
  /** Works also while typing in a field: only for combinations with Ctrl or ⌘, and Escape. */
  whileTyping?: boolean
}

const active: Shortcut[] = []

/** The last registered wins, so a panel over a list takes its keys while it is open. */
export function useShortcuts(shortcuts: readonly Shortcut[], enabled = true): void {
  const run = useEffectEvent((index: number, event: KeyboardEvent) => shortcuts[index]?.run(event))
  const shape = shortcuts.map((one) => `${one.keys}${one.whileTyping ? '!' : ''}`).join('|')
  const registered = useEffectEvent(() => shortcuts.map((one, index) => ({ ...one, run: (event: KeyboardEvent) => run(index, event) })))
  useEffect(() => {
    if (!enabled) return
    const mine = registered()
    active.push(...mine)
    return () => {
      for (const one of mine) active.splice(active.indexOf(one), 1)
    }
  }, [shape, enabled])
}

export const activeShortcuts = (): readonly Shortcut[] => active

export const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

export function startShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    const typing = isTyping(event.target)
    for (let index = active.length - 1; index >= 0; index--) {
      const one = active[index]!
      if (!matches(one.keys, event) || (typing && !one.whileTyping)) continue
      if (!typing && takesKey(event)) return
      event.preventDefault()
      one.run(event)
      return
    }
  })
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [role=combobox], [role=listbox], [role=menu]') !== null
}

/** Enter and Space belong to a focused button, link or checkbox; letters belong to an open dialogue. */
function takesKey(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('[role=dialog][aria-modal=true]') !== null && event.key !== 'Escape') return true
  return (event.key === 'Enter' || event.key === ' ') && target.closest('button, a, input, [role=button], [role=tab], [role=menuitem]') !== null
}

function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) === 'Space' ? ' ' : parts.at(-1)!
  const mod = parts.includes('mod')
  if (mod !== (event.ctrlKey || event.metaKey) || parts.includes('alt') !== event.altKey) return false
  if (key === '?') return event.key === '?'
  if (parts.includes('shift') !== event.shiftKey && key.length === 1) return false
  return event.key.toLowerCase() === key.toLowerCase()
}
