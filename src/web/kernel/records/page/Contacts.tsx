import { Button, Menu, Tooltip } from '@mantine/core'
import { IconChevronDown, IconMail, IconMessage2, IconNavigation, IconPhone } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import type { FieldDefinition } from '../../../../contract/definition.ts'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import type { Text } from '../../../../contract/text.ts'
import { asText } from '../../../../fields/as-text.ts'
import type { KindedAddress, KindedMail, KindedPhone, Manner } from '../../../../fields/field.ts'
import { useManner, useText } from '../../ui/language.ts'
import { texts } from './texts.ts'
import style from './page.module.css'

interface Way {
  href: string
  label: string
  hint: string
}

/** Every number of a record, the main one first. */
function phonesOf(object: ObjectView, record: RecordRow, manner: Manner, t: ReturnType<typeof useText>): Way[] {
  return object.fields.flatMap((field) => {
    const value = record[field.name]
    const number = (text: string) => asText(text, { ...field, type: 'phone' } as FieldDefinition, manner)
    if (field.type === 'phone' && typeof value === 'string') return [{ href: `tel:${value}`, label: number(value), hint: t(field.label) }]
    if (field.type !== 'phones' || !Array.isArray(value)) return []
    return (value as KindedPhone[]).map((one) => ({ href: `tel:${one.value}`, label: number(one.value), hint: kindText(field.kinds, one, t) }))
  })
}

function mailsOf(object: ObjectView, record: RecordRow, t: ReturnType<typeof useText>): Way[] {
  const to = (address: string) => `mailto:${encodeURIComponent(address).replace('%40', '@')}`
  return object.fields.flatMap((field) => {
    const value = record[field.name]
    if (field.type === 'mail' && typeof value === 'string') return [{ href: to(value), label: value, hint: t(field.label) }]
    if (field.type !== 'mails' || !Array.isArray(value)) return []
    return (value as KindedMail[]).map((one) => ({ href: to(one.value), label: one.value, hint: kindText(field.kinds, one, t) }))
  })
}

const kindText = (kinds: readonly { value: string; label: Text }[], one: { kind: string; note?: string }, t: ReturnType<typeof useText>) => {
  const kind = kinds.find((candidate) => candidate.value === one.kind)
  return [kind && t(kind.label), one.note].filter(Boolean).join(', ')
}

const has = (object: ObjectView, ...types: string[]) => object.fields.some((field) => types.includes(field.type))

/** Call and write: with one number at once, with more it asks which. */
export function Contacts({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const manner = useManner()
  return (
    <>
      {has(object, 'phone', 'phones') && <WayButton icon={IconPhone} label={t(texts.call)} none={t(texts.noPhone)} ways={phonesOf(object, record, manner, t)} />}
      {has(object, 'mail', 'mails') && <WayButton icon={IconMail} label={t(texts.write)} none={t(texts.noMail)} ways={mailsOf(object, record, t)} />}
    </>
  )
}

function WayButton({ icon: Sign, label, ways, none }: { icon: Icon; label: string; ways: readonly Way[]; none: string }) {
  const sign = <Sign className={style.icon} aria-hidden />
  if (ways.length === 0) return <Tooltip label={none}><Button data-disabled aria-disabled leftSection={sign} onClick={(event) => event.preventDefault()}>{label}</Button></Tooltip>
  if (ways.length === 1) return <Tooltip label={ways[0]!.label}><Button component="a" href={ways[0]!.href} leftSection={sign}>{label}</Button></Tooltip>
  return (
    <Menu position="bottom-end">
      <Menu.Target><Button leftSection={sign} rightSection={<IconChevronDown className={style.small} aria-hidden />}>{label}</Button></Menu.Target>
      <Menu.Dropdown>
        {ways.map((way, index) => <Menu.Item key={index} component="a" href={way.href} rightSection={<span className={style.quiet}>{way.hint}</span>}>{way.label}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  )
}

/** The phone's row of round buttons: only what this record can do. */
export function PhoneContacts({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const manner = useManner()
  const [phone] = phonesOf(object, record, manner, t)
  const [mail] = mailsOf(object, record, t)
  const address = object.fields.filter((field) => field.type === 'addresses').map((field) => (record[field.name] as KindedAddress[] | null | undefined)?.[0]).find((one) => one !== undefined)
  const place = address && [address.street && `${address.street} ${address.building ?? ''}`, address.postalCode, address.city, address.country].filter(Boolean).join(', ')
  const ways: { icon: Icon; label: string; href: string }[] = [
    ...(phone ? [{ icon: IconPhone, label: t(texts.call), href: phone.href }, { icon: IconMessage2, label: t(texts.sms), href: phone.href.replace('tel:', 'sms:') }] : []),
    ...(mail ? [{ icon: IconMail, label: t(texts.write), href: mail.href }] : []),
    ...(place ? [{ icon: IconNavigation, label: t(texts.navigate), href: mapHref(place) }] : []),
  ]
  if (ways.length === 0) return null
  return (
    <div className={style.rounds}>
      {ways.map(({ icon: Sign, label, href }) => (
        <a key={label} className={style.round} href={href}>
          <span className={style.roundSign}><Sign className={style.roundIcon} aria-hidden /></span>
          {label}
        </a>
      ))}
    </div>
  )
}

/** Opens the telephone's own map. */
const mapHref = (place: string) => (/iPhone|iPad|Mac/.test(navigator.platform) ? `https://maps.apple.com/?q=${encodeURIComponent(place)}` : `geo:0,0?q=${encodeURIComponent(place)}`)
