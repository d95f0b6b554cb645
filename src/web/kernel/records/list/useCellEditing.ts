import { useState } from 'react'
import type { RecordRow } from '../../../../contract/records.ts'
import { webOf } from '../../../../fields/webs.ts'
import { sameValue } from '../../../../fields/as-text.ts'
import { changeRecord } from '../../api/records.ts'
import { isProblem, sentenceAt } from '../../api/problem.ts'
import { useLanguage, useText } from '../../ui/language.ts'
import { columnLabel } from './columnLabel.ts'
import type { Column } from './columns.ts'
import type { Lines } from './lines.ts'
import { texts } from './texts.ts'
import type { ListOf } from './useList.ts'

export interface CellRefusal {
  id: string
  path: string
  why: string
  /** What the person wanted, to begin from when he tries again. */
  wanted: unknown
}
export interface CellEditing {
  at: { id: string; path: string; line: number } | null
  refusal: CellRefusal | null
  /** Said to screen readers. */
  spoken: string
  begin(line: number, column: Column): void
  leave(): void
  save(row: RecordRow, column: Column, value: unknown): void
}

/** One cell at a time is edited. The new value shows at once; a refusal puts the old one back and says why at the cell. */
export function useCellEditing(list: ListOf, lines: Lines): CellEditing {
  const t = useText()
  const language = useLanguage()
  const [at, setAt] = useState<CellEditing['at']>(null)
  const [refusal, setRefusal] = useState<CellRefusal | null>(null)
  const [spoken, setSpoken] = useState('')
  const patch = (id: string, change: Partial<RecordRow>) => lines.windows.forEach((rows) => rows.patch(id, change))

  async function save(row: RecordRow, column: Column, value: unknown): Promise<void> {
    setAt(null)
    const { path, field } = column
    const before = row[path] ?? null
    if (sameValue(before, value, field)) return
    setRefusal(null)
    patch(row.id, { [path]: value })
    try {
      const fresh = await send(list.object.name, row, column, value)
      patch(row.id, { [path]: path in fresh ? fresh[path] : value, version: fresh.version })
      setSpoken(t(texts.saved, { name: columnLabel(column, t) }))
    } catch (error) {
      const theirs = staleFacts(error)?.theirs
      patch(row.id, theirs === undefined ? { [path]: before } : { [path]: theirs[path] ?? null, version: theirs.version })
      const why = sentenceAt(error, path, language)
      setRefusal({ id: row.id, path, why, wanted: value })
      setSpoken(t(texts.refusedHere, { why }))
    }
  }

  function begin(line: number, column: Column): void {
    const found = lines.at(line)
    if (found.kind !== 'row' || found.row === undefined || !column.editable || found.row.can?.change === false) return
    setAt({ id: found.row.id, path: column.path, line })
  }

  return { at, refusal, spoken, begin, leave: () => setAt(null), save: (row, column, value) => void save(row, column, value) }
}

/** Where somebody changed only other fields meanwhile nothing meets, so it is written over the newer version. */
async function send(object: string, row: RecordRow, { path, field }: Column, value: unknown): Promise<RecordRow> {
  const sent = value === null ? null : (webOf(field).sent?.(value as never) ?? value)
  try {
    return await changeRecord(object, row.id, row.version, { [path]: sent })
  } catch (error) {
    const newer = staleFacts(error)
    if (newer === null || newer.conflicts.length > 0) throw error
    return changeRecord(object, row.id, newer.theirs.version, { [path]: sent })
  }
}

/** Both sides of a stale write, as the 409 carries them. */
function staleFacts(error: unknown): { theirs: RecordRow; conflicts: readonly string[] } | null {
  if (!isProblem(error, 409)) return null
  const { theirs, conflicts } = error.problem as { theirs?: RecordRow; conflicts?: readonly string[] }
  return theirs === undefined ? null : { theirs, conflicts: conflicts ?? [] }
}
