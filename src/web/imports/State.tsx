import type { Color } from '../../contract/definition.ts'
import { Tag } from '../../fields/tag.tsx'
import { useText } from '../kernel/ui/language.ts'
import type { Import } from './api.ts'
import { texts } from './texts.ts'

const colors: Record<Import['state'], Color> = { uploaded: 'grey', previewing: 'blue', previewed: 'grey', running: 'blue', done: 'green', cancelled: 'amber', failed: 'red', undoing: 'blue', undone: 'violet' }

export function State({ state }: Pick<Import, 'state'>) {
  const t = useText()
  return <Tag color={colors[state]}>{t(texts[state])}</Tag>
}
