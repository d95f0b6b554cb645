import type { KeyboardEvent } from 'react'

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>
const hasMod = ({ ctrlKey, metaKey, altKey }: Key): boolean => (ctrlKey || metaKey) && !altKey

const far = 1_000_000
const page = 15

/** How far a key goes; null: it is no key of direction. With Ctrl to the edge. */
export function stepOfKey(event: Key, size: { rows: number; columns: number }): { rows?: number; columns?: number } | null {
  if (event.altKey) return null
  const by = hasMod(event) ? far : 1
  const steps: Record<string, { rows?: number; columns?: number }> = {
    ArrowDown: { rows: by }, ArrowUp: { rows: -by }, ArrowRight: { columns: by }, ArrowLeft: { columns: -by },
    PageDown: { rows: page }, PageUp: { rows: -page },
    Home: { columns: -size.columns, ...(by === far ? { rows: -far } : {}) }, End: { columns: size.columns, ...(by === far ? { rows: far } : {}) },
  }
  return steps[event.key] ?? null
}

export type KeyAct = 'enter' | 'edit' | 'clear' | 'fill' | 'insert' | 'remove' | 'up' | 'down' | 'undo' | 'redo' | 'all'

/** The keys of a spreadsheet; where browsers keep one for themselves (Ctrl + plus and minus), the nearest that is free. */
export function actOfKey(event: Key): KeyAct | null {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (event.altKey && !event.ctrlKey) return key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : null
  if (hasMod(event)) {
    const withMod: Record<string, KeyAct> = { z: event.shiftKey ? 'redo' : 'undo', y: 'redo', d: 'fill', a: 'all', Enter: 'insert', Delete: 'remove', Backspace: 'remove' }
    return withMod[key] ?? null
  }
  const plain: Record<string, KeyAct> = { Enter: 'enter', F2: 'edit', Delete: 'clear', Backspace: 'clear', Insert: 'insert' }
  return plain[key] ?? null
}
