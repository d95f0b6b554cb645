import { Alert, Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Values } from '../../contract/definition.ts'
import type { Unread } from '../../fields/web.ts'
import { bookResource, type TakenOccurrence } from '../../server/resources/contract.ts'
import { fieldOf, useObject } from '../kernel/api/metadata.ts'
import { fieldSentences, isProblem, sentence } from '../kernel/api/problem.ts'
import { useRecord } from '../kernel/api/records.ts'
import { call } from '../kernel/api/request.ts'
import { FieldEdit } from '../kernel/records/field/FieldEdit.tsx'
import { useLanguage, useManner, useText } from '../kernel/ui/language.ts'
import { told } from '../kernel/ui/notify.tsx'
import { useAct } from '../kernel/ui/useAct.ts'
import { Window } from '../kernel/ui/Window.tsx'
import { bookingsChanged, checkQuery } from './asking.ts'
import { Findings } from './Findings.tsx'
import { spanText } from './moments.ts'
import style from './resources.module.css'
import { texts } from './texts.ts'

/** What is known when booking begins: the resource on its page, the activity on its own, the time drawn in a calendar. */
export interface BookingFor {
  resource?: { id: string; name: string }
  /** `recurs`: all of its occurrences are booked; those that cannot be had may be left out. */
  activity?: { id: string; recurs: boolean }
  start?: string | null
  end?: string | null
}

const alone = ['resource', 'start', 'end', 'units', 'title', 'private'] as const
const withActivity = ['resource', 'start', 'end', 'units'] as const

/** Books a resource: says at once whether it is free, and what else is when it is not. */
export function BookingWindow({ about, onClose }: { about: BookingFor; onClose(): void }) {
  const t = useText()
  const title = about.resource === undefined ? t(texts.bookSome) : t(texts.bookNamed, { name: about.resource.name })
  return <Window title={title} onClose={onClose}><BookingForm about={about} onClose={onClose} /></Window>
}

const moment = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function BookingForm({ about, onClose }: { about: BookingFor; onClose(): void }) {
  const t = useText()
  const [values, setValues] = useState<Values>({ resource: about.resource ?? null, start: about.start ?? null, end: about.end ?? null, units: '1' })
  const [unread, setUnread] = useState<Record<string, Unread | undefined>>({})
  const set = (more: Values) => setValues((before) => ({ ...before, ...more }))
  const change = (name: string) => (value: unknown, fault?: Unread) => (set({ [name]: value }), setUnread((before) => ({ ...before, [name]: fault })))
  const resource = values['resource'] as { id: string; name: string } | null
  const wanted = { resource: resource?.id ?? null, start: moment(values['start']), end: moment(values['end']), units: Number(values['units'] ?? 1) }
  const found = useQuery(checkQuery(wanted))
  const chosen = useRecord('resource', resource?.id)
  const needsApproval = chosen.data?.['needsApproval'] === true
  const shown = (about.activity === undefined ? alone : withActivity).filter((name) => name !== 'units' || Number(chosen.data?.['quantity'] ?? 1) > 1)
  const booking = useBooking({ about, values, onBooked: onClose })
  const wrong = fieldSentences(booking.error)
  const isReady = wanted.resource !== null && wanted.start !== null && wanted.end !== null && Object.values(unread).every((one) => one === undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) void booking.run()
  }
  return (
    <form noValidate className={style.form} onSubmit={submit}>
      <div className={style.fields}>{shown.map((name) => <AskedField key={name} name={name} value={values[name]} unread={unread[name]} error={name === 'start' && isTaken(booking.error) ? undefined : wrong[name]} focused={name === (about.resource === undefined ? 'resource' : 'start')} onChange={change(name)} />)}</div>
      {needsApproval && <p className={style.quiet}>{t(texts.needsApproval)}</p>}
      {isReady && found.data && occurrencesIn(booking.error) === undefined && <Findings found={found.data} onTake={(other) => set({ resource: { id: other.id, name: other.name } })} onMove={set} />}
      <Refused error={booking.error} onSkip={(skip) => void booking.run(skip)} />
      <Group justify="flex-end">
        <Button onClick={onClose}>{t(texts.cancel)}</Button>
        <Button type="submit" variant="filled" loading={booking.busy} disabled={!isReady || (about.activity?.recurs !== true && (found.data?.conflicts.length ?? 0) > 0)}>{t(needsApproval ? texts.ask : texts.book)}</Button>
      </Group>
    </form>
  )
}

interface AskedFieldProps {
  name: string
  value: unknown
  unread: Unread | undefined
  error: string | undefined
  focused: boolean
  onChange(value: unknown, unread?: Unread): void
}

function AskedField({ name, focused, ...given }: AskedFieldProps) {
  const bookings = useObject('booking')
  const field = bookings && fieldOf(bookings, name)
  if (field === null) return null
  return <div data-wide={name === 'start' || name === 'end' ? undefined : true}><FieldEdit field={field} required={field.required === true} autoFocus={focused} {...given} /></div>
}

const occurrencesIn = (error: unknown): TakenOccurrence[] | undefined => (isProblem(error) ? (error.problem['occurrences'] as TakenOccurrence[] | undefined) : undefined)
const isTaken = (error: unknown): boolean => isProblem(error, 409)

function useBooking({ about, values, onBooked }: { about: BookingFor; values: Values; onBooked(): void }) {
  const t = useText()
  const { resource, start, end, units, title, private: isPrivate } = values as { resource: { id: string; name: string }; start: string; end: string; units: string; title?: string | null; private?: boolean | null }
  return useAct(
    async (skip: readonly string[] = []) => {
      const body = { resource: resource.id, start, end, units: Number(units ?? 1), ...(about.activity && { activity: about.activity.id }), ...(title && { title }), ...(isPrivate && { private: true }), ...(skip.length > 0 && { skip: [...skip] }) }
      const made = await call(bookResource, { body })
      told(t(made.state === 'asked' ? texts.asked : texts.booked, { name: resource.name }))
      onBooked()
      await bookingsChanged()
    },
    () => void bookingsChanged(),
  )
}

/** Of a series the times that cannot be had, and the way to do without them; else the sentence. */
function Refused({ error, onSkip }: { error: unknown; onSkip(instances: readonly string[]): void }) {
  const t = useText()
  const language = useLanguage()
  const manner = useManner()
  if (!isProblem(error)) return error === null || error === undefined ? null : <Alert color="red" role="alert">{sentence(error, language)}</Alert>
  const occurrences = occurrencesIn(error)
  // Somebody was faster: what is free has been asked anew, and stands above.
  if (occurrences === undefined && error.problem.code === 'booking.taken') return null
  if (occurrences === undefined) return <Alert color="red" role="alert">{sentence(error, language)}</Alert>
  return (
    <Alert color="amber" role="alert" title={t(texts.someTaken)}>
      <ul className={style.taken}>{occurrences.map((one) => <li key={one.instance}><b>{spanText(one, manner)}</b> {one.sentence}</li>)}</ul>
      <Button size="compact-md" onClick={() => onSkip(occurrences.map(({ instance }) => instance))}>{t(texts.skipThese)}</Button>
    </Alert>
  )
}
