import type { RecordRow } from '../../../../contract/records.ts'
import type { Manner } from '../../../../fields/field.ts'
import { asText } from '../../../../fields/as-text.ts'
import type { LookupOffer } from '../../../../fields/web.ts'
import { fieldOf, metadataQuery, objectOf, resolvePath } from '../../api/metadata.ts'
import { queries } from '../../api/client.ts'
import { listRecords } from '../../api/records.ts'
import { partField } from './part.ts'

const offered = 12

/** Records whose search text has these words; with nothing typed, the first by name. What distinguishes namesakes comes along. */
export async function lookUp(objectName: string, text: string, manner: Manner, signal: AbortSignal): Promise<LookupOffer[]> {
  const metadata = await queries.fetchQuery(metadataQuery)
  const object = objectOf(metadata, objectName)
  if (object === null) return []
  const hints = (object.distinguishedBy ?? []).filter((path) => resolvePath(metadata, objectName, path) !== null)
  const answer = await listRecords(objectName, { columns: [object.nameField, ...hints], search: text || undefined, order: fieldOf(object, object.nameField) ? object.nameField : undefined, limit: offered }, signal)
  const hintText = (row: RecordRow, path: string): string => {
    const { last, part } = resolvePath(metadata, objectName, path)!
    const field = part ? partField(last, part) : last
    return field === null ? '' : asText(row[path], field, manner)
  }
  return answer.rows.map((row) => ({ id: row.id, name: String(row[object.nameField] ?? ''), hints: hints.map((path) => hintText(row, path)).filter((hint) => hint !== '') }))
}
