import { Skeleton } from '@mantine/core'
import { useText } from '../../ui/language.ts'
import { texts } from './texts.ts'
import type { ListOf } from './useList.ts'
import style from './list.module.css'

/** The list's shape while its rows are on the way, so that nothing jumps when they come. */
export function TableSkeleton({ list, phone }: { list: ListOf; phone: boolean }) {
  const t = useText()
  const widths = phone ? [240] : list.columns.map((column) => column.width)
  return (
    <div role="status" aria-label={t(texts.loading)} className={style.lines}>
      {!phone && <div className={style.skeletonRow} />}
      {Array.from({ length: 14 }, (_, row) => (
        <div key={row} className={style.skeletonRow}>
          {widths.map((width, place) => (
            <div key={place} style={{ width: width - 24, flex: 'none' }}>
              <Skeleton height={10} width={`${75 - ((row * 13 + place * 29) % 40)}%`} radius="xs" />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
