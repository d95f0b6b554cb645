import { useQuery } from '@tanstack/react-query'
import type { ObjectView } from '../../../contract/records.ts'
import { listRecords } from '../../kernel/api/records.ts'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { texts } from './texts.ts'
import style from './roles.module.css'

/** How much of what there is the rule reaches, as of now; `me` in it is whoever looks. */
export function Reaches({ object, rule }: { object: ObjectView; rule: string }) {
  const t = useText()
  const { language } = useManner()
  const count = (where?: string) => ({
    queryKey: ['ruleCount', object.name, where ?? ''], staleTime: 30_000, retry: false,
    queryFn: async ({ signal }: { signal: AbortSignal }) => (await listRecords(object.name, { columns: ['id'], limit: 1, count: true, ...(where === undefined ? {} : { where }) }, signal)).count ?? null,
  })
  const [some, all] = [useQuery(count(rule)).data, useQuery(count()).data]
  if (some == null || all == null) return null
  const figure = ({ value, exact }: { value: number; exact: boolean }) => `${value.toLocaleString(language)}${exact ? '' : '+'}`
  return <span className={style.hint}>{t(/\bme\b/.test(rule) ? texts.reachesMine : texts.reaches, { some: figure(some), all: figure(all) })}</span>
}
