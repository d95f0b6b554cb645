import { IconBan, IconFileText, IconPencil, IconPlayerSkipForward, IconPlus } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useLanguage, useText } from '../kernel/ui/language.ts'
import { countText } from '../kernel/ui/number.ts'
import type { Import } from './api.ts'
import { texts } from './texts.ts'
import style from './imports.module.css'

/** The equation every import keeps: read = created + updated + skipped + refused. */
export function Counts({ counts, planned = false }: { counts: Import['counts']; planned?: boolean }) {
  const t = useText()
  const language = useLanguage()
  const figures = [
    { label: texts.read, count: counts.read, Icon: IconFileText, tone: undefined, sign: '' },
    { label: planned ? texts.toCreate : texts.created, count: counts.created, Icon: IconPlus, tone: 'green', sign: '=' },
    { label: planned ? texts.toUpdate : texts.updated, count: counts.updated, Icon: IconPencil, tone: 'blue', sign: '+' },
    { label: planned ? texts.toSkip : texts.skipped, count: counts.skipped, Icon: IconPlayerSkipForward, tone: undefined, sign: '+' },
    { label: planned ? texts.toRefuse : texts.refused, count: counts.refused, Icon: IconBan, tone: 'red', sign: '+' },
  ]
  return (
    <div role="group" aria-label={t(texts.counts)}>
      <dl className={style.counts}>
        {figures.map(({ label, count, Icon, tone, sign }) => (
          <Fragment key={label.en}>
            {sign !== '' && <div className={style.countSign} aria-hidden>{sign}</div>}
            <div className={style.count} data-tone={count > 0 ? tone : undefined} data-zero={count === 0 || undefined}>
              <dt><Icon className={style.icon} stroke={1.7} aria-hidden />{t(label)}</dt>
              <dd>{countText(count, language)}</dd>
            </div>
          </Fragment>
        ))}
      </dl>
    </div>
  )
}
