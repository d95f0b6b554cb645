import { IconBan, IconPencil, IconPlayerSkipForward, IconPlus, IconQuestionMark } from '@tabler/icons-react'
import type { Color } from '../../../contract/definition.ts'
import { Tag } from '../../../fields/tag.tsx'
import { useText } from '../../kernel/ui/language.ts'
import type { Preview } from '../api.ts'
import { texts } from './texts.ts'
import style from './preview.module.css'

const looks: Record<Preview['rows'][number]['plan'], { color: Color; Icon: typeof IconPlus }> = {
  create: { color: 'green', Icon: IconPlus }, update: { color: 'blue', Icon: IconPencil }, skip: { color: 'grey', Icon: IconPlayerSkipForward },
  refuse: { color: 'red', Icon: IconBan }, ask: { color: 'amber', Icon: IconQuestionMark },
}

/** What becomes of a row: a word and a sign, the colour only helps. */
export function PlanTag({ plan }: { plan: Preview['rows'][number]['plan'] }) {
  const t = useText()
  const { color, Icon } = looks[plan]
  return <Tag color={color} title={t(texts[plan])}><span className={style.plan}><Icon className={style.planIcon} stroke={2} aria-hidden />{t(texts[plan])}</span></Tag>
}
