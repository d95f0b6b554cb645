import { useState } from 'react'
import { useShortcuts } from '../../kernel/ui/shortcuts.ts'
import { begin, differs, standingOf, type Sheet, type Standing } from '../model.ts'
import type { LayoutPlace } from '../../kernel/shaping/whose.ts'
import { back, begun, forth, stepped, type Steps } from '../sheet/steps.ts'
import type { Body } from '../sheet/sheet.ts'
import type { Shaped } from '../WithObject.tsx'
import { texts } from './texts.ts'

export interface Editing {
  place: LayoutPlace
  standing: Standing
  sheet: Sheet
  /** The published version that the sheet began with. */
  basedOn: number | null
  isDirty: boolean
  /** Somebody published another version while this one was being made. */
  isOvertaken: boolean
  change(next: Sheet, series?: string): void
  /** Changes of the layout alone. */
  lay(body: Body, series?: string): void
  undo(): void
  redo(): void
  mayUndo: boolean
  mayRedo: boolean
  /** Begins anew from what is published, or from a version that is given. */
  restart(from?: { sheet: Sheet; basedOn: number | null }): void
}

interface Begun {
  steps: Steps
  basedOn: number | null
}

/** The sheet being edited, with every step of it. Untouched, it follows what is published. */
export function useEditing({ configuration, object }: Shaped, place: LayoutPlace): Editing {
  const standing = standingOf(configuration, object, place)
  const [kept, setKept] = useState<Begun>(() => beginning(standing))
  const latest = { sheet: { body: standing.basis, fields: {} }, basedOn: standing.item?.version ?? null }
  const isUntouched = kept.steps.past.length === 0 && kept.steps.future.length === 0 && standing.draft === null
  const now = isUntouched && kept.basedOn !== latest.basedOn ? { steps: begun(latest.sheet), basedOn: latest.basedOn } : kept
  const { now: sheet } = now.steps
  const step = (steps: Steps) => setKept({ ...now, steps })
  const change = (next: Sheet, series?: string) => step(stepped(now.steps, next, series ?? null))
  const undo = () => step(back(now.steps))
  const redo = () => step(forth(now.steps))
  useShortcuts([
    { keys: 'mod+z', label: texts.undo, group: texts.keys, run: undo }, { keys: 'mod+shift+z', label: texts.redo, group: texts.keys, run: redo },
    { keys: 'mod+y', label: texts.redo, group: texts.keys, run: redo },
  ])
  return {
    place, standing, sheet, basedOn: now.basedOn, isDirty: differs(sheet, standing), isOvertaken: (standing.item?.version ?? null) !== now.basedOn && !isUntouched,
    change, lay: (body, series) => change({ ...sheet, body }, series), undo, redo, mayUndo: now.steps.past.length > 0, mayRedo: now.steps.future.length > 0,
    restart: (from = latest) => setKept({ steps: begun(from.sheet), basedOn: from.basedOn }),
  }
}

function beginning(standing: Standing): Begun {
  const { sheet, basedOn } = begin(standing)
  return { steps: begun(sheet), basedOn }
}

