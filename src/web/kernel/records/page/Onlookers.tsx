import { Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { LinkValue } from '../../../../contract/records.ts'
import { Face } from '../../../../fields/face.tsx'
import { request } from '../../api/request.ts'
import { useSession } from '../../api/session.ts'
import { useText } from '../../ui/language.ts'
import { texts } from './texts.ts'
import style from './page.module.css'

const every = 20_000

/** Who else looks at this record now; one's own looking is told to the others. */
export function Onlookers({ object, id }: { object: string; id: string }) {
  const t = useText()
  const me = useSession().user.id
  const looking = useQuery({
    queryKey: ['presence', object, id],
    queryFn: ({ signal }) => request<{ others: LinkValue[] }>('POST', '/api/presence', { body: { object, id }, signal }),
    refetchInterval: every,
    retry: false,
    gcTime: 0,
  })
  useEffect(() => () => void request('POST', '/api/presence', { body: { object, id, leaving: true } }).catch(() => undefined), [object, id])
  const others = (looking.data?.others ?? []).filter((one) => one.id !== me)
  if (others.length === 0) return null
  return (
    <span className={style.onlookers} role="status">
      {t(texts.looksToo)}
      {others.slice(0, 4).map((one) => (
        <Tooltip key={one.id} label={one.name}>
          <span className={style.onlooker}><Face name={one.name} /><span className="sd-unseen">{one.name}</span></span>
        </Tooltip>
      ))}
      {others.length > 4 && `+${others.length - 4}`}
    </span>
  )
}
