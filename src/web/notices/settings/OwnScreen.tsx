import { useQuery } from '@tanstack/react-query'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { Page, Section } from '../../kernel/ui/Page.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { titles } from '../titles.ts'
import { ownQuery, saveOwn, type Own, type OwnSettings } from './api.ts'
import { Deliveries } from './Deliveries.tsx'
import { Devices } from './Devices.tsx'
import { Digest, Place, Quiet } from './Hours.tsx'
import { Matrix } from './Matrix.tsx'
import { texts } from './texts.ts'
import { Usual } from './Usual.tsx'
import style from '../notices.module.css'

/** How one wants to be told. */
export function OwnScreen() {
  const t = useText()
  const own = useQuery(ownQuery)
  return (
    <Page title={t(titles.notices)} lead={t(texts.lead)} wide>
      {own.isError && <RefusedFace error={own.error} onRetry={() => void own.refetch()} />}
      {own.isPending && <Waiting lines={10} />}
      {own.data && <Wishes own={own.data} />}
    </Page>
  )
}

function Wishes({ own }: { own: Own }) {
  const t = useText()
  const save = useAct(async (change: Partial<OwnSettings>) => {
    await saveOwn(own, change)
    told(t(texts.saved), { id: 'notice-settings' })
  }, refused)
  const { settings, kinds, reach, timeZone } = own
  const given = { settings, busy: save.busy, onChange: (change: Partial<OwnSettings>) => void save.run(change) }
  const missing = [...(reach.mail === null ? [texts.noMail] : []), ...(reach.sms === null ? [texts.noPhone] : []), ...(reach.devices === 0 ? [texts.noDevices] : [])]
  return (
    <>
      <Section title={t(texts.ways)} about={t(texts.waysAbout)} wide>
        <Matrix kinds={kinds} choices={settings.choices} busy={save.busy} onChange={(choices) => given.onChange({ choices })} />
        {missing.map((text) => <p key={text.en} className={style.note}>{t(text)}</p>)}
      </Section>
      <Section title={t(texts.devices)} about={t(texts.devicesAbout)}><Devices /></Section>
      <Section title={t(texts.quiet)} about={t(texts.quietAbout, { zone: timeZone })}><Quiet {...given} /></Section>
      <Section title={t(texts.digest)} about={t(texts.digestAbout)}><Digest {...given} kinds={kinds} /></Section>
      <Section title={t(texts.place)} about={t(texts.placeAbout)}><Place {...given} /></Section>
      <Section title={t(texts.usual)} about={t(texts.usualAbout)}><Usual /></Section>
      <Section title={t(texts.sent)} about={t(texts.sentAbout)}><Deliveries /></Section>
    </>
  )
}
