import { useState } from 'react'
import type { ObjectView } from '../../../contract/records.ts'
import { useText } from '../../kernel/ui/language.ts'
import { useLifting, type Lifted, type Lifting, type Target } from '../lifting/useLifting.ts'
import { texts as spoken } from '../lifting/texts.ts'
import { gripKey } from '../lifting/PieceOf.tsx'
import type { LayoutPlace } from '../../kernel/shaping/whose.ts'
import type { Sheet } from '../model.ts'
import { entriesOf, lastPlace, placesFor, put, take, takes, type Body, type ListName, type Piece, type Place } from '../sheet/sheet.ts'
import { onTab } from '../sheet/parts.ts'
import type { Shaped } from '../WithObject.tsx'
import { listWords, usePathWords } from './names.ts'
import type { Editing } from './useEditing.ts'

/** What of the layout is open in the drawer. */
export type Opened = { sort: 'field'; path: string; from: Place } | { sort: 'section'; key: string } | { sort: 'tab'; key: string } | { sort: 'related'; at: number }

export interface Canvas extends Shaped {
  place: LayoutPlace
  sheet: Sheet
  body: Body
  view: ObjectView
  editing: Editing
  tab: string | null
  setTab(tab: string | null): void
  opened: Opened | null
  open(what: Opened | null): void
  words(path: string): string
  add(path: string): void
  addPath(path: string): void
  step(piece: Piece & { from: Place }, by: -1 | 1): void
  takeOff(place: Place): void
  lifting: Lifting
  /** The last thing said aloud. */
  said: string
}

/** The sheet as it is laid out: what is lifted, open, and said. */
export function useCanvas(shaped: Shaped, editing: Editing): Canvas {
  const t = useText()
  const words = usePathWords(shaped.view)
  const [tab, setTab] = useState<string | null>(null)
  const [opened, open] = useState<Opened | null>(null)
  const [said, say] = useState('')
  const { sheet, place, lay } = editing
  const { body } = sheet
  const { kind } = place
  const where = (to: Target | null) => (to === null || to === 'out' ? t(spoken.out) : t(spoken.at, { list: listWords(body, to.list, t), n: to.at + 1 }))
  function set(piece: Piece, to: Target) {
    if (to === 'out') {
      if (piece.from !== null) lay(take(body, piece.from))
      return
    }
    const laid = put(body, piece, to)
    const at = piece.from !== null && piece.from.list === to.list && piece.from.at < to.at ? to.at - 1 : to.at
    const next = piece.sort === 'field' ? laid : onTab(laid, { list: to.list, at }, to.tab ?? tab)
    lay(next)
    if (to.tab !== undefined) setTab(to.tab)
    focusAfter(piece, to.list, { before: body, after: next })
  }
  const onSay = (lifted: Lifted | null, what: 'lifted' | 'moved' | 'put' | 'cancelled') => lifted && say(what === 'moved' ? where(lifted.to) : t(spoken[what], { name: lifted.name, where: where(lifted.to) }))
  const lifting = useLifting({ places: (piece) => placesFor(kind, body, piece), takes: (list, piece) => takes(kind, list, piece), onPut: set, onTab: setTab, onSay })
  function add(path: string) {
    const to = lastPlace(kind, body, tab)
    const piece: Piece = { sort: 'field', path, from: null }
    if (to !== null && takes(kind, to.list, piece)) set(piece, to)
  }
  function addPath(path: string) {
    const list: ListName = kind === 'record' ? 'headline' : kind === 'card' ? 'fields' : 'columns'
    set({ sort: 'field', path, from: null }, { list, at: entriesOf(body, list).length })
  }
  function step(piece: Piece & { from: Place }, by: -1 | 1) {
    const places = placesFor(kind, body, piece)
    const at = places.findIndex((one) => one.list === piece.from.list && one.at === piece.from.at)
    const to = places[at + by]
    if (to !== undefined) set(piece, to)
  }
  return { ...shaped, place, sheet, body, editing, tab, setTab, opened, open, words, add, addPath, step, takeOff: (from) => lay(take(body, from)), lifting, said }
}

/** The keyboard stays with what it has moved. */
function focusAfter(piece: Piece, list: ListName, { before, after }: { before: Body; after: Body }): void {
  if (!document.activeElement?.matches('[data-grip]')) return
  const moved = piece.from === null ? null : entriesOf(before, piece.from.list)[piece.from.at]
  const now: Piece = piece.sort === 'field' ? piece : { sort: piece.sort, from: { list, at: entriesOf(after, list).indexOf(moved!) } }
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-grip="${CSS.escape(gripKey(now, list))}"]`)?.focus())
}
