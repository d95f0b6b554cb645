import { IconCheck } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { Go } from '../kernel/ui/Go.tsx'
import { useText } from '../kernel/ui/language.ts'
import { steps, toImports, type Step } from './links.ts'
import { texts } from './texts.ts'
import style from './imports.module.css'

interface FrameProps {
  title: string
  fileName?: string
  at: Step
  /** Address of a step that may be gone to now. */
  href(step: Step): string | null
  children: ReactNode
}

/** Where one is in the import; each step has an address. */
export function Frame({ title, fileName, at, href, children }: FrameProps) {
  const t = useText()
  return (
    <div className={style.screen}>
      <header className={style.head}>
        <h1 className={style.title}>{title}</h1>
        {fileName && <span className={style.fileName}>{fileName}</span>}
        <div className={style.headRight}><Go className={style.quiet} href={toImports()}>{t(texts.imports)}</Go></div>
      </header>
      <nav aria-label={t(texts.steps)}>
        <ol className={style.steps}>
          {steps.map((step, index) => <li key={step}><StepName step={step} index={index} at={at} href={href(step)} /></li>)}
        </ol>
      </nav>
      {children}
    </div>
  )
}

function StepName({ step, index, at, href }: { step: Step; index: number; at: Step; href: string | null }) {
  const t = useText()
  const done = index < steps.indexOf(at)
  const inside = (
    <>
      <span className={style.number} data-done={done || undefined} aria-hidden>{done ? <IconCheck className={style.icon} stroke={2.4} /> : index + 1}</span>
      {t(texts[step])}
      {done && <span className="sd-unseen">{t(texts.stepDone)}</span>}
    </>
  )
  if (step === at) return <span className={style.step} aria-current="step">{inside}</span>
  return href === null ? <span className={style.step} aria-disabled>{inside}</span> : <Go className={style.step} href={href}>{inside}</Go>
}

/** Heading of a step; takes the focus when one comes from another step, so that reading goes on from here. */
export function StepHead({ title, children }: { title: string; children?: ReactNode }) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    head.current?.focus({ preventScroll: true })
    head.current?.closest('main')?.scrollTo(0, 0)
  }, [title])
  return (
    <div>
      <h2 className={style.stepTitle} tabIndex={-1} ref={head}>{title}</h2>
      {children && <p className={style.lead}>{children}</p>}
    </div>
  )
}
