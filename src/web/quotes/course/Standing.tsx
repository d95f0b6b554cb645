import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { LinkValue, ObjectView, RecordRow } from '../../../contract/records.ts'
import { showDecimal } from '../../../fields/decimals.ts'
import { winOpportunity, type QuoteGrid } from '../../../server/quotes/contract.ts'
import { call } from '../../kernel/api/request.ts'
import { queries, keys } from '../../kernel/api/client.ts'
import { listRecords, runAction, useList, useRecord } from '../../kernel/api/records.ts'
import { useSession } from '../../kernel/api/session.ts'
import { useGo } from '../../kernel/ui/go.ts'
import { useLanguage, useText, type Teller } from '../../kernel/ui/language.ts'
import { toRecord } from '../../kernel/ui/links.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { followWithVersion, gridQuery } from '../asking.ts'
import { openLinks, openSending } from '../sending/open.tsx'
import style from './course.module.css'
import { texts } from './texts.ts'

/** How it stands with a quote, and what one does next with it. */
export function Standing({ record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const grid = useQuery(gridQuery(record.id)).data
  const session = useSession()
  const language = useLanguage()
  const state = String(record['state'])
  const percent = (value: string) => `${showDecimal(value, language)}%`
  const said = grid === undefined ? null : sentenceOf({ record, grid, t, percent, me: session.user.id })
  const mayChange = record.can?.change === true
  return (
    <div className={style.standing} role="status" data-tone={toneOf(state, grid)}>
      {grid !== undefined && grid.versions.length > 1 && <b>{t(texts.edition, { edition: String(record['edition']), count: grid.versions.length })}</b>}
      <span className={style.said}>{said}</span>
      {mayChange && (state === 'draft' || state === 'approved') && <Button size="compact-sm" variant={state === 'approved' ? 'filled' : 'default'} disabled={grid?.limit.isOver === true && state === 'draft'} onClick={() => openSending(record)}>{t(texts.send)}</Button>}
      {mayChange && state === 'sent' && <Button size="compact-sm" onClick={() => openLinks(record)}>{t(texts.links)}</Button>}
      {state === 'accepted' && <Accepted record={record} mayChange={mayChange} />}
      {mayChange && leftTheHouse.has(state) && <Follow record={record} />}
      {state === 'replaced' && grid !== undefined && <Latest grid={grid} />}
    </div>
  )
}

/** What the customer has, or had, in hand is not changed but followed. */
const leftTheHouse: ReadonlySet<string> = new Set(['sent', 'accepted', 'declined'])

const toneOf = (state: string, grid: QuoteGrid | undefined): string | undefined =>
  state === 'declined' ? 'red' : state === 'accepted' ? 'green' : state === 'approval' || (state === 'draft' && grid?.limit.isOver === true) ? 'amber' : undefined

interface Facts {
  record: RecordRow
  grid: QuoteGrid
  t: Teller
  percent(value: string): string
  me: string
}

function sentenceOf({ record, grid: { limit }, t, percent, me }: Facts): ReactNode {
  const state = record['state']
  const given = percent(limit.given)
  const named = record['approver'] as LinkValue | null
  const who = String(record['answeredBy'] ?? '') || t(texts.somebody)
  if (state === 'draft' && limit.isOver) return limit.approver === null ? t(texts.draftOverNobody, { given, percent: percent(limit.percent ?? '0') }) : t(texts.draftOver, { given, percent: percent(limit.percent ?? '0'), who: limit.approver.name })
  if (state === 'draft') return t(texts.draft)
  if (state === 'approval') return named === null ? t(texts.waitsNobody) : named.id === me ? t(texts.waitsForMe, { given }) : t(texts.waits, { given, who: named.name })
  if (state === 'approved') return t(texts.approved)
  if (state === 'sent') return t(texts.sent)
  if (state === 'accepted') return t(texts.accepted, { who })
  if (state === 'declined') return typeof record['declineReason'] === 'string' ? t(texts.declinedFor, { who, reason: record['declineReason'] }) : t(texts.declined, { who })
  return state === 'replaced' ? t(texts.replaced) : null
}

function Follow({ record }: { record: RecordRow }) {
  const t = useText()
  const go = useGo()
  const follow = useAct(async () => go(toRecord('quote', await followWithVersion(record.id))), refused)
  return <Button size="compact-sm" loading={follow.busy} onClick={() => void follow.run()}>{t(texts.newVersion)}</Button>
}

const ordersOf = (quote: string) => ({ columns: ['number'], where: `quote = '${quote}'`, order: '-createdAt', limit: 1 })

/** What comes after the customer's yes: the order, and the deal won. What is done already is not offered again. */
function Accepted({ record, mayChange }: { record: RecordRow; mayChange: boolean }) {
  const t = useText()
  const go = useGo()
  const orders = useList('salesOrder', ordersOf(record.id))
  const make = useAct(async () => {
    await runAction('quote', record.id, 'toOrder')
    await queries.invalidateQueries({ queryKey: keys.object('salesOrder') })
    const { rows } = await listRecords('salesOrder', ordersOf(record.id))
    if (rows[0] !== undefined) go(toRecord('salesOrder', rows[0].id))
  }, refused)
  const deal = (record['opportunity'] as LinkValue | null)?.id
  const isOpen = useRecord('opportunity', deal).data?.['state'] === 'open'
  const order = orders.data?.rows[0]
  const mayOrder = record.can?.actions?.['toOrder'] === true
  return (
    <>
      {order !== undefined && <Button size="compact-sm" onClick={() => go(toRecord('salesOrder', order.id))}>{t(texts.order, { number: String(order['number']) })}</Button>}
      {order === undefined && orders.data !== undefined && mayOrder && <Button size="compact-sm" variant="filled" loading={make.busy} onClick={() => void make.run()}>{t(texts.toOrder)}</Button>}
      {mayChange && isOpen && <Win record={record} />}
    </>
  )
}

function Win({ record }: { record: RecordRow }) {
  const t = useText()
  const win = useAct(async () => {
    await call(winOpportunity, { params: { id: record.id } })
    await queries.invalidateQueries({ queryKey: keys.object('opportunity') })
    told(t(texts.won))
  }, refused)
  return <Button size="compact-sm" loading={win.busy} onClick={() => void win.run()}>{t(texts.win)}</Button>
}

function Latest({ grid }: { grid: QuoteGrid }) {
  const t = useText()
  const go = useGo()
  const latest = grid.versions.at(-1)
  return latest === undefined || latest.id === grid.quote.id ? null : <Button size="compact-sm" onClick={() => go(toRecord('quote', latest.id))}>{t(texts.newest)}</Button>
}
