import { useState, type ReactNode } from 'react'
import type { Values } from '../../../../contract/definition.ts'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import type { FieldView } from '../../api/metadata.ts'
import { isProblem, sentenceAt, type ProblemError } from '../../api/problem.ts'
import { useLanguage } from '../../ui/language.ts'
import { MoveNeeds } from './MoveNeeds.tsx'
import { neededFields } from './needed.ts'
import { saveFields } from './saving.ts'

interface Asking {
  title: string
  /** What was wanted, and what the person gave besides when asked. */
  wanted: Values
  given: Values
  needs: readonly FieldView[]
  free: readonly string[]
  problem: ProblemError | null
}

export interface AskingSave {
  busy: boolean
  /** Why the last one was refused, to be said where it was asked for. */
  refused: string | null
  save(wanted: Values, options: { title: string; needs?: readonly FieldView[]; free?: readonly string[] }): void
  /** The little form that asks, while it does. */
  form: ReactNode
}

/** Writes some fields of a record. What lacks something asks for just that, what the server then still asks for is asked for too; any other refusal is given back. */
export function useAskingSave(object: ObjectView, record: RecordRow): AskingSave {
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  async function send(what: Asking): Promise<void> {
    setBusy(true)
    try {
      await saveFields(object, record, { ...what.wanted, ...what.given })
      setAsking(null)
    } catch (error) {
      const needs = neededFields(object, error, what.wanted)
      setAsking(needs.length > 0 && isProblem(error, 422) ? { ...what, needs, free: [], problem: error } : null)
      if (needs.length === 0) setRefused(sentenceAt(error, Object.keys(what.wanted)[0] ?? '', language))
    } finally {
      setBusy(false)
    }
  }
  const save: AskingSave['save'] = (wanted, { title, needs = [], free = [] }) => {
    setRefused(null)
    const what = { title, wanted, given: {}, needs, free, problem: null }
    if (needs.length > 0) setAsking(what)
    else void send(what)
  }
  const finish = (values: Values | null) => (values === null || asking === null ? setAsking(null) : void send({ ...asking, given: { ...asking.given, ...values } }))
  const form = asking && (
    <MoveNeeds key={asking.problem?.problem.trace} title={asking.title} record={{ ...record, ...asking.given }} needs={asking.needs} free={asking.free} problem={asking.problem} onDone={finish} />
  )
  return { busy, refused, save, form }
}
