import { Button, Switch, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Values } from '../../contract/definition.ts'
import type { ObjectView, RecordRow } from '../../contract/records.ts'
import type { Unread } from '../../fields/web.ts'
import { keys, queries } from '../kernel/api/client.ts'
import { fieldOf, isLink, useObject } from '../kernel/api/metadata.ts'
import { createRecord } from '../kernel/api/records.ts'
import { sentence } from '../kernel/api/problem.ts'
import { useSession } from '../kernel/api/session.ts'
import { FieldEdit } from '../kernel/records/field/FieldEdit.tsx'
import { openCreate } from '../kernel/records/form/open.ts'
import { nameOf } from '../kernel/records/name.ts'
import { useLanguage, useText } from '../kernel/ui/language.ts'
import { told } from '../kernel/ui/notify.tsx'
import { useAct } from '../kernel/ui/useAct.ts'
import style from './activities.module.css'
import { texts } from './texts.ts'

export type Planned = 'task' | 'call' | 'meeting'

const asked: Record<Planned, { title: keyof typeof texts; fields: readonly string[] }> = {
  task: { title: 'whatToDo', fields: ['due', 'owner', 'priority'] },
  call: { title: 'whatCall', fields: ['start', 'owner'] },
  meeting: { title: 'whatMeeting', fields: ['start', 'place', 'participants'] },
}
const ofPast = ['outcome', 'outcomeNote'] as const

interface ComposerProps {
  type: Planned
  object: ObjectView
  record: RecordRow
}

/** Plans something with the record, or writes down a call that was; the rest of the fields are in the form. */
export function Composer({ type, object, record }: ComposerProps) {
  const t = useText()
  const me = useSession().user
  const activities = useObject('activity')
  const begun = { owner: { id: me.id, name: me.name } }
  const [values, setValues] = useState<Values>(begun)
  const [unread, setUnread] = useState<Record<string, Unread | undefined>>({})
  const [past, setPast] = useState(false)
  const title = useRef<HTMLInputElement>(null)
  const saving = useSaving({ type, object, record, values, past, onSaved: () => (setValues(begun), setPast(false), title.current?.focus()) })
  const text = String(values['title'] ?? '')
  const isOpen = text !== ''
  const ready = text.trim() !== '' && Object.values(unread).every((one) => one === undefined)
  const set = (field: string) => (value: unknown, wrong?: Unread) => {
    setValues((before) => ({ ...before, [field]: value }))
    setUnread((before) => ({ ...before, [field]: wrong }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !ready) return
    event.preventDefault()
    void saving.run()
  }
  const shown = past ? ofPast : asked[type].fields
  return (
    <div>
      <TextInput ref={title} variant="unstyled" aria-label={t(texts[asked[type].title])} placeholder={t(texts[asked[type].title])} value={text} error={saving.refusal} onChange={(event) => set('title')(event.currentTarget.value)} onKeyDown={onKeyDown} maxLength={500} />
      {isOpen && activities !== null && (
        <>
          <div className={style.fields}>
            {shown.flatMap((name) => fieldOf(activities, name) ?? []).map((field) => <div key={field.name}><FieldEdit field={field} value={values[field.name]} unread={unread[field.name]} onChange={set(field.name)} /></div>)}
          </div>
          <div className={style.composerFoot}>
            {type === 'call' && <Switch size="xs" label={t(texts.tookPlace)} checked={past} onChange={(event) => setPast(event.currentTarget.checked)} />}
            <Button variant="subtle" size="compact-md" onClick={() => openCreate('activity', { ...values, type, ...linksTo(activities, object, record) })}>{t(texts.more)}</Button>
            <Button className={style.save} disabled={!ready} loading={saving.busy} onClick={() => void saving.run()}>{t(past ? texts.log : texts.plan)}</Button>
          </div>
        </>
      )}
    </div>
  )
}

interface ToSave extends ComposerProps {
  values: Values
  past: boolean
  onSaved(): void
}

function useSaving({ type, object, record, values, past, onSaved }: ToSave) {
  const t = useText()
  const language = useLanguage()
  const activities = useObject('activity')
  const attempt = useRef({ text: '', key: '' })
  const act = useAct(async () => {
    if (activities === null) return
    const body = { ...inIds(values), type, title: String(values['title']).trim(), ...inIds(linksTo(activities, object, record)), ...(past ? { state: 'done' } : {}) }
    const said = JSON.stringify(body)
    // The same words sent again after a broken connection make no second record.
    if (attempt.current.text !== said) attempt.current = { text: said, key: crypto.randomUUID() }
    await createRecord('activity', body, attempt.current.key)
    attempt.current = { text: '', key: '' }
    told(t(past ? texts.logged : texts.planned, { title: body.title }))
    onSaved()
    void queries.invalidateQueries({ queryKey: keys.timeline(object.name, record.id) })
  })
  return { run: act.run, busy: act.busy, refusal: act.error === null ? undefined : sentence(act.error, language) }
}

const idOf = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'id' in value ? value.id : value)
const inIds = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== '').map(([name, value]) => [name, Array.isArray(value) ? value.map(idOf) : idOf(value)]))

/** Links between activities themselves are no place to write from. */
const amongItself: readonly string[] = ['waitsFor', 'previous', 'series']

/** Fields of an activity that lead to the record; of a person’s also to the company where he works. */
export function linksTo(activities: ObjectView, object: ObjectView, record: RecordRow): Values {
  const links = activities.fields.filter((field) => isLink(field) && field.access === 'write' && !amongItself.includes(field.name)).flatMap((field) => ('target' in field ? [field] : []))
  const own = links.find(({ target }) => target === object.name)
  if (own === undefined) return {}
  const here = { id: record.id, name: nameOf(object, record) }
  const above = links.filter(({ name, target, type }) => name !== own.name && type === 'link' && target !== 'user' && record[name] && object.fields.some((field) => field.name === name && isLink(field) && field.target === target))
  return { [own.name]: own.type === 'links' ? [here] : here, ...Object.fromEntries(above.map(({ name }) => [name, record[name]])) }
}
