import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { LinkValue, ObjectView, RecordRow } from '../../../contract/records.ts'
import { useObject } from '../../kernel/api/metadata.ts'
import { useGroups, useList } from '../../kernel/api/records.ts'
import { nameOf } from '../../kernel/records/name.ts'
import { createNew } from '../../kernel/shell/create.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { toRecord } from '../../kernel/ui/links.ts'
import { countText } from '../../kernel/ui/number.ts'
import { dealsBehind, moneyText } from '../figures.ts'
import style from './page.module.css'
import { texts } from './texts.ts'

const states = ['won', 'open', 'lost'] as const

/** What was sold to a company, what is open with it and what was lost: how many, for how much, and the open ones by name. */
export function CompanyDeals({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const words = useManner()
  const mine = `company = '${record.id}'`
  const groups = useGroups('opportunity', { by: 'state', measures: 'count,sum(amountBase)', where: mine })
  const open = useList('opportunity', { columns: ['name', 'stage', 'amountBase', 'rotting'], where: `${mine} and state = 'open'`, order: 'expectedOn', limit: 5 })
  const may = useObject('opportunity')?.can.create === true
  if (groups.isError) return <RefusedFace error={groups.error} onRetry={() => void groups.refetch()} />
  if (groups.data === undefined) return <Waiting lines={2} />
  const found = (state: string) => groups.data.groups.find((group) => group['state'] === state)
  return (
    <div className={style.deals}>
      <ul className={style.dealTiles}>
        {states.map((state) => (
          <li key={state}>
            <Go className={style.dealTile} data-state={state} href={dealsBehind(`${mine} and state = '${state}'`)}>
              <span className={style.dealName}>{t(texts[state])}</span>
              <span className={style.dealFigure}>{countText(Number(found(state)?.['count'] ?? 0), words.language)}</span>
              <span className={style.dealName}>{moneyText(String(found(state)?.['sum_amountBase'] ?? '0'), words)}</span>
            </Go>
          </li>
        ))}
      </ul>
      {groups.data.groups.length === 0 && <p className={style.quiet}>{t(texts.none)}</p>}
      {(open.data?.rows ?? []).length > 0 && (
        <ul className={style.dealRows} aria-label={t(texts.latest)}>
          {open.data!.rows.map((row) => (
            <li key={row.id} className={style.dealRow}>
              <Go className={style.dealLink} href={toRecord('opportunity', row.id)}>{String(row['name'])}</Go>
              <span className={style.quiet}>{(row['stage'] as LinkValue | null)?.name} · {moneyText((row['amountBase'] as string | null) ?? null, words)}</span>
            </li>
          ))}
        </ul>
      )}
      {may && <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} stroke={1.8} />} className={style.dealAdd} onClick={() => void createNew('opportunity', { company: { id: record.id, name: nameOf(object, record) } })}>{t(texts.add)}</Button>}
    </div>
  )
}
