import { Skeleton } from '@mantine/core'
import { Waiting } from '../../ui/faces.tsx'
import style from './page.module.css'

/** The page's own shape while the record comes. */
export function RecordSkeleton({ narrow }: { narrow?: boolean }) {
  return (
    <div className={style.page} data-narrow={narrow || undefined}>
      <div className={style.head}>
        <Skeleton className={style.faceShape} />
        <div className={style.headShape}><Waiting lines={2} /></div>
      </div>
      <div className={style.columns} data-columns={narrow ? 1 : 2}>
        <div className={style.column}><Waiting lines={narrow ? 12 : 9} /></div>
        {!narrow && <div className={style.column}><Waiting lines={7} /></div>}
      </div>
    </div>
  )
}
