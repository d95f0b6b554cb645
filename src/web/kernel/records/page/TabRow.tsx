import type { KeyboardEvent } from 'react'
import { useText } from '../../ui/language.ts'
import { texts } from './texts.ts'
import style from './page.module.css'

/** Tabs as the keyboard knows them: arrows move, Home and End jump. */
export function TabRow({ tabs, current, onChoose }: { tabs: readonly { key: string; label: string }[]; current: string; onChoose(key: string): void }) {
  const t = useText()
  function move(event: KeyboardEvent) {
    const at = tabs.findIndex((tab) => tab.key === current)
    const to = event.key === 'ArrowRight' ? (at + 1) % tabs.length : event.key === 'ArrowLeft' ? (at - 1 + tabs.length) % tabs.length : event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : null
    if (to === null) return
    event.preventDefault()
    onChoose(tabs[to]!.key)
    document.getElementById(`tab-${tabs[to]!.key}`)?.focus()
  }
  return (
    <div className={style.tabs} role="tablist" aria-label={t(texts.tabs)} onKeyDown={move}>
      {tabs.map((tab) => (
        <button key={tab.key} id={`tab-${tab.key}`} type="button" role="tab" className={style.tab} aria-selected={tab.key === current} aria-controls={`part-${tab.key}`} tabIndex={tab.key === current ? 0 : -1} onClick={() => onChoose(tab.key)}>
          {tab.label}
        </button>
      ))}
    </div>
  )
}
