import { useState } from 'react'
import type { Item, ItemChange } from '../../../contract/configuration.ts'
import { isProblem } from '../../kernel/api/problem.ts'
import { changeItems, readDraftsAnew, undoOperation, type ChangeAnswer } from '../../kernel/shaping/configuration.ts'
import { useText } from '../../kernel/ui/language.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { useAct, type Act } from '../../kernel/ui/useAct.ts'
import type { Editing } from '../editor/useEditing.ts'
import { changesOf } from '../model.ts'
import type { Shaped } from '../WithObject.tsx'
import { texts } from './texts.ts'
import type { Keeping } from './useKept.ts'

export interface Publishing {
  publish: Act<[]>
  /** Back to the next closest layout. */
  remove: Act<[]>
  /** What somebody else published, when it stands in the way; and ours. */
  theirs: { item: Item | null; mine: ItemChange } | null
  takeTheirs(): void
  saveOver(): void
  later(): void
  discard(): void
}

/** What is on the sheet becomes what holds, for everyone at once. */
export function usePublishing(shaped: Shaped, editing: Editing, keeping: Keeping): Publishing {
  const t = useText()
  const { configuration, object } = shaped
  const { place, sheet, basedOn, standing } = editing
  const [theirs, setTheirs] = useState<Publishing['theirs']>(null)
  async function sendOff(over: Item | null = null) {
    const changes = changesOf(configuration, object, { place, sheet, version: basedOn, standing }).map((change) => (over?.kind === change.kind && over.id === change.id ? { ...change, version: over.version } : change))
    try {
      await keeping.keep()
      const answer = await changeItems(changes)
      await settle(answer)
      told(t(texts.published), answer.operation === null ? {} : { undo: () => undoOperation(answer.operation!) })
    } catch (error) {
      const current = isProblem(error, 409) ? (error.problem as { current?: Item | null }).current : undefined
      if (current === undefined) throw error
      setTheirs({ item: current, mine: changes.find(({ kind, id }) => kind === current?.kind && id === current.id) ?? changes[0]! })
    }
  }
  async function settle({ items }: ChangeAnswer) {
    await keeping.forget()
    await readDraftsAnew()
    editing.restart({ sheet: { body: sheet.body, fields: {} }, basedOn: items.find(({ id }) => id === standing.id)?.version ?? basedOn })
    setTheirs(null)
  }
  const publish = useAct(() => sendOff())
  const over = useAct(() => sendOff(theirs?.item))
  const remove = useAct(async () => {
    const { operation } = await changeItems([{ kind: 'layout', id: standing.id, version: standing.item!.version, body: null }])
    await keeping.forget()
    await readDraftsAnew()
    told(t(texts.removed), { undo: () => undoOperation(operation!) })
  })
  function discard() {
    setTheirs(null)
    publish.clear()
    editing.restart()
    void keeping.forget().then(readDraftsAnew)
  }
  return { publish: { ...publish, busy: publish.busy || over.busy, error: publish.error ?? over.error }, remove, theirs, takeTheirs: discard, saveOver: () => void over.run(), later: () => setTheirs(null), discard }
}
