import { createHash } from 'node:crypto'
import { compile, type Sql } from '../../../../expression/sql.ts'
import type { Db } from '../../db/database.ts'

const names = new Map<string, string>()
const mostNames = 2_000

/** Statements of the write path are long and few: each connection plans one once. */
export function prepare<R = Record<string, unknown>>(db: Db, statement: Sql): Promise<R[]> {
  const { text, values } = compile(statement)
  return db.prepared<R>(nameOf(text), text, values)
}

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= mostNames) names.clear()
  const name = `w_${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`
  names.set(text, name)
  return name
}
