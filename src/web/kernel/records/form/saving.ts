import type { FieldDefinition, Values } from '../../../../contract/definition.ts'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { sameValue } from '../../../../fields/as-text.ts'
import { keys, queries } from '../../api/client.ts'
import { isProblem } from '../../api/problem.ts'
import { changeRecord, readRecord } from '../../api/records.ts'
import { sentValue } from '../field/conditions.ts'
import { openDialog } from './dialogs.ts'

// One write of a record after another, so that a person quick with the keyboard never collides with himself.
const lastWrite = new Map<string, Promise<unknown>>()
// Records as last written here, and what of them is this person's own: the screen may still show an older one.
const written = new Map<string, { row: RecordRow; mine: Values }>()

const tries = 4

/**
 * Writes some fields of a record; `seen` is the record as it was when the person began to change it. When somebody else wrote meanwhile, and to other fields, both stay;
 * when to the same ones, the person is asked. Null: he left all as it was.
 */
export function saveFields(object: ObjectView, seen: RecordRow, values: Values): Promise<RecordRow | null> {
  const key = `${object.name} ${seen.id}`
  const before = lastWrite.get(key) ?? Promise.resolve()
  const work = before.catch(() => undefined).then(() => write(object, seen, values, key))
  lastWrite.set(key, work)
  return work
}

async function write(object: ObjectView, seen: RecordRow, values: Values, key: string): Promise<RecordRow | null> {
  const last = written.get(key)
  const own = last !== undefined && last.row.version > seen.version ? last : undefined
  const mine = own?.mine ?? {}
  let base = seen
  let wanted = values
  if (own !== undefined) {
    const settled = await settle(object, { ...seen, ...mine }, own.row, values)
    if (settled === null) return null
    base = own.row
    wanted = settled
  }
  for (let attempt = 0; attempt < tries; attempt++) {
    try {
      const row = await changeRecord(object.name, seen.id, base.version, sent(object, wanted))
      const whole = { ...base, ...wanted, ...row }
      written.set(key, { row: whole, mine: { ...mine, ...wanted } })
      queries.setQueryData(keys.record(object.name, seen.id), whole)
      return whole
    } catch (error) {
      if (!isProblem(error, 409) || error.problem.code !== 'stale' || attempt === tries - 1) throw error
      const now = (error.problem.theirs as RecordRow | undefined) ?? (await readRecord(object.name, seen.id))
      const settled = await settle(object, base, now, wanted)
      if (settled === null) {
        queries.setQueryData(keys.record(object.name, seen.id), now)
        return null
      }
      base = now
      wanted = settled
    }
  }
  return null
}

/** Fields that both changed, and differently, are put before the person; the rest needs no question. */
function settle(object: ObjectView, before: RecordRow, now: RecordRow, mine: Values): Promise<Values | null> {
  const disputed = object.fields.filter((field) => field.name in mine && !sameValue(before[field.name], now[field.name], field) && !sameValue(mine[field.name], now[field.name], field)).map((field) => field.name)
  if (disputed.length === 0) return Promise.resolve(mine)
  return new Promise((onSettled) => openDialog({ kind: 'conflict', conflict: { object: object.name, id: now.id, before, now, mine, fields: disputed, onSettled } }))
}

/** Values as they go to the server. */
export function sent(object: { fields: readonly FieldDefinition[] }, values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => {
    const field = object.fields.find((one) => one.name === name)
    return [name, field === undefined ? value : sentValue(field, value)]
  }))
}
