import { useRef, useState } from 'react'
import type { Item, ItemChange } from '../../../contract/configuration.ts'
import { isProblem } from '../../kernel/api/problem.ts'
import { useAct, type Act } from '../../kernel/ui/useAct.ts'
import { changeItems, rehearse, type ChangeAnswer, type Configuration, type Note } from '../../kernel/shaping/configuration.ts'

export interface Draft<D> {
  value: D
  /** The configuration as it was when editing began: what somebody else changes meanwhile must not be overwritten unseen. */
  base: Configuration
  isDirty: boolean
  /** Also when asked just after `forget`, before the screen is drawn again. */
  isDirtyNow(): boolean
  change(next: D): void
  forget(): void
}

export function useDraft<D>(configuration: Configuration, from: (configuration: Configuration) => D): Draft<D> {
  const [kept, setKept] = useState<{ base: Configuration; value: D } | null>(null)
  const forgotten = useRef(false)
  const base = kept?.base ?? configuration
  const value = kept?.value ?? from(configuration)
  const isDirty = kept !== null && JSON.stringify(kept.value) !== JSON.stringify(from(kept.base))
  return {
    value, base, isDirty,
    isDirtyNow: () => isDirty && !forgotten.current,
    change(next) {
      forgotten.current = false
      setKept({ base, value: next })
    },
    forget() {
      forgotten.current = true
      setKept(null)
    },
  }
}

export interface Saving {
  act: Act<[]>
  notes: readonly Note[] | null
  confirm(): void
  theirs: Theirs | null
  saveOver(): void
  later(): void
}
export interface Theirs {
  item: Item | null
  mine: ItemChange
}

/** Rehearsed first: what the administrator should know is said before anything is kept. */
export function useSaving(changes: () => readonly ItemChange[], onSaved: (answer: ChangeAnswer) => void): Saving {
  const [notes, setNotes] = useState<readonly Note[] | null>(null)
  const [theirs, setTheirs] = useState<Theirs | null>(null)
  const over = useRef<Item | null>(null)
  const told = useRef(false)
  const act = useAct(async () => {
    const sent = changes().map((change) => (over.current?.kind === change.kind && over.current.id === change.id ? { ...change, version: over.current.version } : change))
    try {
      const { notes: found } = told.current ? { notes: [] } : await rehearse(sent)
      if (found.length > 0) return setNotes(found)
      onSaved(await changeItems(sent))
      later()
    } catch (error) {
      const current = isProblem(error, 409) ? (error.problem as { current?: Item | null }).current : undefined
      if (current === undefined) throw error
      setTheirs({ item: current, mine: sent.find(({ kind, id }) => current?.kind === kind && current.id === id) ?? sent[0]! })
    }
  })
  function later() {
    over.current = null
    told.current = false
    setNotes(null)
    setTheirs(null)
  }
  function confirm() {
    told.current = true
    setNotes(null)
    void act.run()
  }
  function saveOver() {
    over.current = theirs?.item ?? null
    setTheirs(null)
    void act.run()
  }
  return { act, notes, confirm, theirs, saveOver, later }
}
