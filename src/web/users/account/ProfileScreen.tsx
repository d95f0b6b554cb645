import { SegmentedControl, Select, useMantineColorScheme } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Language } from '../../../contract/text.ts'
import { Face } from '../../../fields/face.tsx'
import { fieldOf, useObject } from '../../kernel/api/metadata.ts'
import { sentenceAt } from '../../kernel/api/problem.ts'
import { prefer, useSession } from '../../kernel/api/session.ts'
import { FieldEdit } from '../../kernel/records/field/FieldEdit.tsx'
import { fileHref } from '../../kernel/records/field/files.ts'
import { languageNames, useChooseLanguage } from '../../kernel/ui/chooseLanguage.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Page, Section } from '../../kernel/ui/Page.tsx'
import { texts } from './texts.ts'
import { changeAccount, useAccount, type Account } from './useAccount.ts'
import style from '../users.module.css'

export function ProfileScreen() {
  const t = useText()
  const account = useAccount()
  return (
    <Page title={t(texts.profile)}>
      {account.isError && <RefusedFace error={account.error} onRetry={() => void account.refetch()} />}
      {account.isPending && <Waiting lines={8} />}
      {account.data && <Profile account={account.data} />}
    </Page>
  )
}

function Profile({ account }: { account: Account }) {
  const t = useText()
  const picture = account.picture && fileHref(account.picture, { object: 'user', id: account.id, field: 'picture' })
  return (
    <>
      <Section title={t(texts.who)} about={t(texts.whoAbout)}>
        <div className={style.identity}>
          <Face name={account.name} size="large" picture={picture ?? undefined} />
          <div>
            <div className={style.identityName}>{account.name}</div>
            <div className={style.quiet}>{[account.position, account.mail].filter(Boolean).join(' · ')}</div>
          </div>
        </div>
        <OwnField account={account} name="phone" />
        <OwnField account={account} name="picture" />
      </Section>
      <Section title={t(texts.language)} about={t(texts.languageAbout)}>
        <LanguageChoice />
        <TimeZoneChoice account={account} />
      </Section>
      <Section title={t(texts.appearance)}>
        <SchemeChoice />
        <DensityChoice />
      </Section>
    </>
  )
}

/** A field of one's own record, saved when it is left. */
function OwnField({ account, name }: { account: Account; name: 'phone' | 'picture' }) {
  const t = useText()
  const language = useLanguage()
  const object = useObject('user')
  const field = object === null ? null : fieldOf(object, name)
  const [value, setValue] = useState<{ now: unknown } | null>(null)
  const save = useAct(async (next: unknown) => {
    await changeAccount({ [name]: next })
    setValue(null)
    told(t(texts.saved))
  })
  if (field === null) return null
  const shown = value === null ? account[name] : value.now
  const change = (next: unknown) => {
    setValue({ now: next })
    save.clear()
    if (name === 'picture') void save.run(next)
  }
  return (
    <div className={style.narrow}>
      <FieldEdit
        field={{ ...field, readOnly: false }} value={shown} onChange={change} error={save.error === null ? undefined : sentenceAt(save.error, name, language)}
        onCommit={() => value !== null && name !== 'picture' && void save.run(value.now === '' ? null : value.now)}
      />
    </div>
  )
}

function LanguageChoice() {
  const t = useText()
  const language = useLanguage()
  const choose = useChooseLanguage()
  return (
    <Labelled label={t(texts.languageLabel)}>
      <SegmentedControl aria-label={t(texts.languageLabel)} data={Object.entries(languageNames).map(([value, label]) => ({ value, label }))} value={language} onChange={(value) => void choose(value as Language).catch(refused)} />
    </Labelled>
  )
}

const zones = Intl.supportedValuesOf('timeZone')

function TimeZoneChoice({ account }: { account: Account }) {
  const t = useText()
  const language = useLanguage()
  const save = useAct(async (timeZone: string) => {
    await changeAccount({ timeZone })
    told(t(texts.saved))
  })
  const known = zones.includes(account.timeZone) ? zones : [account.timeZone, ...zones]
  const time = new Intl.DateTimeFormat(language, { timeZone: account.timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date())
  return (
    <Select
      className={style.narrow} label={t(texts.timeZone)} description={t(texts.timeZoneHelp, { time })} inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={known} limit={60} searchable allowDeselect={false} value={account.timeZone} disabled={save.busy} onChange={(zone) => zone !== null && void save.run(zone)} error={save.error === null ? undefined : sentenceAt(save.error, 'timeZone', language)}
    />
  )
}

function SchemeChoice() {
  const t = useText()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const schemes = [{ value: 'auto', label: t(texts.system) }, { value: 'light', label: t(texts.light) }, { value: 'dark', label: t(texts.dark) }]
  const choose = (value: string) => {
    setColorScheme(value as 'auto')
    void prefer({ theme: value === 'auto' ? 'system' : (value as 'light') }).catch(refused)
  }
  return (
    <Labelled label={t(texts.scheme)}>
      <SegmentedControl aria-label={t(texts.scheme)} data={schemes} value={colorScheme} onChange={choose} />
    </Labelled>
  )
}

function DensityChoice() {
  const t = useText()
  const density = useSession().preferences.density ?? 'comfortable'
  return (
    <Labelled label={t(texts.density)}>
      <SegmentedControl
        aria-label={t(texts.density)} data={[{ value: 'comfortable', label: t(texts.comfortable) }, { value: 'compact', label: t(texts.compact) }]} value={density}
        onChange={(value) => void prefer({ density: value as 'compact' }).catch(refused)}
      />
    </Labelled>
  )
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <div className="sd-label" aria-hidden>{label}</div>
      {children}
    </div>
  )
}
