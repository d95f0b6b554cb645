import { Tag } from '../../../fields/tag.tsx'
import { lineKinds } from '../../../server/quotes/texts.ts'
import { useText } from '../../kernel/ui/language.ts'
import type { LineRow } from './rows.ts'

/** That a line is left to the customer: an option, or one of a group. */
export function KindTag({ row }: { row: LineRow }) {
  const t = useText()
  const kind = lineKinds.find(({ value }) => value === row.kind)
  if (kind === undefined || (row.kind !== 'optional' && row.kind !== 'alternative')) return null
  return <Tag color={kind.color ?? 'grey'}>{`${t(kind.label)}${row.kind === 'alternative' && row.choiceGroup ? ` · ${row.choiceGroup}` : ''}`}</Tag>
}
