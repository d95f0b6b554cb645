import { Badge, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconDeviceMobile, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { showNumber } from '../../fields/phone/numbers.ts'
import { readState, retry, type ShownGateway } from '../../server/sms/contract.ts'
import { kindNames } from '../../server/sms/texts.ts'
import { queries } from '../kernel/api/client.ts'
import { call } from '../kernel/api/request.ts'
import { Queue } from '../kernel/outgoing/Queue.tsx'
import { createRecordByForm, openEdit } from '../kernel/records/form/open.ts'
import { EmptyFace, RefusedFace, Waiting } from '../kernel/ui/faces.tsx'
import { Go } from '../kernel/ui/Go.tsx'
import { useText } from '../kernel/ui/language.ts'
import { toList } from '../kernel/ui/links.ts'
import { Page, Section } from '../kernel/ui/Page.tsx'
import { Secrets } from './Secrets.tsx'
import { TestMessage } from './TestMessage.tsx'
import { texts } from './texts.ts'
import { titles } from './titles.ts'
import style from './sms.module.css'

const stateKey = ['sms', 'state'] as const
export const gatewaysChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: stateKey })

export function GatewaysScreen() {
  const t = useText()
  const state = useQuery({ queryKey: stateKey, queryFn: ({ signal }) => call(readState, {}, signal), refetchInterval: 5_000 })
  const add = () => void createRecordByForm('smsGateway').then(gatewaysChanged)
  const button = <Button variant="filled" leftSection={<IconPlus size={15} stroke={2} />} onClick={add}>{t(texts.add)}</Button>
  const again = async (ids?: readonly string[]) => {
    const answer = await call(retry, { body: ids === undefined ? {} : { ids: [...ids] } })
    await gatewaysChanged()
    return answer
  }
  return (
    <Page title={t(titles.gateways)} lead={<>{t(texts.lead)} <Go className="sd-link" href={toList('smsMessage')}>{t(texts.messages)}</Go></>} acts={state.data !== undefined && state.data.gateways.length > 0 && button}>
      {state.isError && <RefusedFace error={state.error} onRetry={() => void state.refetch()} />}
      {state.isPending && <Waiting lines={6} />}
      {state.data?.gateways.length === 0 && <EmptyFace icon={<IconDeviceMobile size={28} stroke={1.5} aria-hidden />} title={t(texts.none)} action={button}>{t(texts.noneText)}</EmptyFace>}
      {state.data !== undefined && state.data.gateways.length > 0 && (
        <Section title={t(texts.gateways)} about={t(texts.gatewaysAbout)}>
          <ul className={style.list}>{state.data.gateways.map((gateway) => <GatewayItem key={gateway.id} gateway={gateway} />)}</ul>
        </Section>
      )}
      {state.data !== undefined && <Queue state={state.data.queue} troubled={state.data.troubled.map((one) => ({ ...one, to: one.to === null ? '' : showNumber(one.to) }))} retry={again} />}
    </Page>
  )
}

function GatewayItem({ gateway }: { gateway: ShownGateway }) {
  const t = useText()
  const [open, setOpen] = useState<'secrets' | 'test' | null>(null)
  const { id, name, kind, active, isDefault, hasToken, hasWebhook } = gateway
  const needsToken = kind !== 'http'
  return (
    <li className={style.item} data-off={!active || undefined}>
      <div className={style.itemBody}>
        <div className={style.itemName}>
          {name}
          {isDefault && <Badge variant="light">{t(texts.isDefault)}</Badge>}
          {!active && <Badge color="grey" variant="light">{t(texts.inactive)}</Badge>}
          {needsToken && !hasToken && <Badge color="red" variant="light">{t(texts.noToken)}</Badge>}
        </div>
        <div className={style.itemAbout}>
          <span>{t(kindNames[kind])}</span>
          {hasToken && <span>{t(texts.hasToken)}</span>}
          <span>{t(hasWebhook || (kind === 'twilio' && hasToken) ? texts.hasWebhook : texts.noWebhook)}</span>
        </div>
      </div>
      <div className={style.acts}>
        <Button size="compact-sm" onClick={() => openEdit('smsGateway', id)} aria-label={t(texts.editOne, { name })}>{t(texts.edit)}</Button>
        <Button size="compact-sm" onClick={() => setOpen('secrets')} aria-label={t(texts.secretsOf, { name })}>{t(texts.secrets)}</Button>
        <Button size="compact-sm" onClick={() => setOpen('test')} aria-label={t(texts.testOf, { name })}>{t(texts.test)}</Button>
      </div>
      {open === 'secrets' && <Secrets gateway={gateway} onClose={() => setOpen(null)} onSaved={gatewaysChanged} />}
      {open === 'test' && <TestMessage gateway={gateway} onClose={() => setOpen(null)} />}
    </li>
  )
}
