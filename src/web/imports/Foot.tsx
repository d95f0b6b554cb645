import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Go } from '../kernel/ui/Go.tsx'
import { useGo } from '../kernel/ui/go.ts'
import { useText } from '../kernel/ui/language.ts'
import type { Import } from './api.ts'
import { steps, toImport, type Step } from './links.ts'
import { texts } from './texts.ts'
import style from './imports.module.css'

/** On and back. What holds one up is said beside the button and not only by its colour. */
export function Foot({ it, at, why = null, children }: { it: Import; at: Step; why?: string | null; children?: ReactNode }) {
  const t = useText()
  const go = useGo()
  const here = steps.indexOf(at)
  const before = steps[here - 1]
  const after = steps[here + 1]!
  return (
    <footer className={style.foot}>
      {before && <Button component={Go} href={toImport(it.id, before)}>{t(texts.back)}</Button>}
      <div className={style.footRight}>
        {why !== null && <p className={style.why} id="why-not-on" role="status">{why}</p>}
        {children ?? (
          <Button variant="filled" data-disabled={why !== null || undefined} aria-disabled={why !== null || undefined} aria-describedby={why === null ? undefined : 'why-not-on'} onClick={() => why === null && go(toImport(it.id, after))}>
            {t(texts.next)}
          </Button>
        )}
      </div>
    </footer>
  )
}
