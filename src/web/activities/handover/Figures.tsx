import { useText } from '../../kernel/ui/language.ts'
import style from './handover.module.css'
import { texts } from './texts.ts'

interface FiguresProps {
  counts: Record<'tasks' | 'overdue' | 'meetings' | 'recurring', number>
  delegated?: number
}

const kinds = ['tasks', 'overdue', 'meetings', 'recurring'] as const

/** How much of what; what there is none of is not said. */
export function Figures({ counts, delegated = 0 }: FiguresProps) {
  const t = useText()
  const told = [...kinds.map((kind) => ({ kind, count: counts[kind] })), { kind: 'delegated' as const, count: delegated }].filter(({ count }) => count > 0)
  if (told.length === 0) return null
  return (
    <dl className={style.figures}>
      {told.map(({ kind, count }) => <div key={kind} className={style.figure} data-late={kind === 'overdue' || undefined}><dt>{t(texts[kind])}</dt><dd>{count}</dd></div>)}
    </dl>
  )
}
