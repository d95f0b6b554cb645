import { SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { LinkValue } from '../../../contract/records.ts'
import type { Answer } from '../../../contract/route.ts'
import type { why } from '../../../server/users/roles/contract.ts'
import { RecordPicker } from '../../../fields/picker.tsx'
import { objectOf, useMetadata } from '../../kernel/api/metadata.ts'
import { useRecord } from '../../kernel/api/records.ts'
import { request } from '../../kernel/api/request.ts'
import { useSession } from '../../kernel/api/session.ts'
import { nameOf } from '../../kernel/records/name.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { groupsOf } from '../roles/words.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import type { WhyAbout } from './openWhy.tsx'
import { texts, verbQuestions } from './texts.ts'
import style from './access.module.css'

type Verb = keyof typeof verbQuestions
interface Question {
  object: string | null
  record: LinkValue | null
  user: LinkValue | null
  verb: Verb
}

/** "Why can (or can't) this person see this?", answered in words by the server. Whoever is no administrator asks of himself. */
export function WhyDialog({ about, onClose }: { about: WhyAbout; onClose(): void }) {
  const t = useText()
  const session = useSession()
  const [asked, setAsked] = useState<Question>({
    object: about.object ?? null, verb: 'read', user: about.user ?? (session.administrator ? null : session.user), record: about.record === undefined ? null : { id: about.record, name: '' },
  })
  const set = (change: Partial<Question>) => setAsked({ ...asked, ...change })
  return (
    <Window title={t(session.administrator ? texts.title : texts.titleMine)} onClose={onClose}>
      <div className={style.question}>
        {about.record === undefined ? <WhichRecord asked={asked} onChange={set} /> : <GivenRecord object={about.object!} id={about.record} />}
        {session.administrator && <RecordPicker target="user" value={asked.user} onChange={(user) => set({ user })} frame={{ label: t(texts.person) }} mayCreate={false} autoFocus={about.user === undefined} />}
        <div>
          <div className="sd-label" aria-hidden>{t(texts.activity)}</div>
          <SegmentedControl fullWidth aria-label={t(texts.activity)} data={(Object.keys(verbQuestions) as Verb[]).map((verb) => ({ value: verb, label: t(verbQuestions[verb]) }))} value={asked.verb} onChange={(verb) => set({ verb: verb as Verb })} />
        </div>
        <AnswerInWords asked={asked} />
      </div>
    </Window>
  )
}

function GivenRecord({ object: name, id }: { object: string; id: string }) {
  const t = useText()
  const object = objectOf(useMetadata(), name)
  const record = useRecord(name, id).data
  if (object === null) return null
  return <div className={style.given}><span className={style.quiet}>{t(object.label)}</span> <strong>{record && nameOf(object, record)}</strong></div>
}

function WhichRecord({ asked, onChange }: { asked: Question; onChange(change: Partial<Question>): void }) {
  const t = useText()
  const objects = groupsOf(useMetadata().objects).flatMap((group) => group.objects)
  return (
    <>
      <Select label={t(texts.kind)} data={objects.map((object) => ({ value: object.name, label: t(object.plural) }))} value={asked.object} onChange={(object) => onChange({ object, record: null })} searchable allowDeselect={false} />
      {asked.object !== null && <RecordPicker key={asked.object} target={asked.object} value={asked.record} onChange={(record) => onChange({ record })} frame={{ label: t(texts.record) }} mayCreate={false} />}
    </>
  )
}

function AnswerInWords({ asked: { object, record, user, verb } }: { asked: Question }) {
  const t = useText()
  const language = useLanguage()
  const complete = object !== null && record !== null && user !== null
  const query = { object: object ?? '', id: record?.id ?? '', user: user?.id ?? '', verb }
  const answer = useQuery({ queryKey: ['why', query, language], enabled: complete, staleTime: 0, retry: false, queryFn: ({ signal }) => request<Answer<typeof why>>('GET', '/api/access/why', { query, signal }) })
  if (!complete) return <p className={style.quiet}>{t(user === null ? texts.choosePerson : texts.chooseRecord)}</p>
  if (answer.isError) return <RefusedFace error={answer.error} />
  if (answer.isPending) return <Waiting lines={3} />
  const { allowed, reasons, besides, user: who } = answer.data
  return (
    <div role="status" className={style.answer} data-testid="why">
      <p className={style.verdict} data-allowed={allowed || undefined}>
        <Sign yes={allowed} /> {t(allowed ? texts.may : texts.mayNot, { name: who.name })} {t(verbQuestions[verb])}
      </p>
      <ol className={style.reasons}>
        {reasons.map((reason, place) => (
          <li key={place} data-allows={reason.allows || undefined}>
            <Sign yes={reason.allows} />
            <span><span className="sd-unseen">{t(reason.allows ? texts.allows : texts.doesNot)} </span>{reason.sentence}</span>
          </li>
        ))}
      </ol>
      {besides.length > 0 && <ul className={style.besides}>{besides.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
    </div>
  )
}

const Sign = ({ yes }: { yes: boolean }) => (yes ? <IconCheck className={style.yes} size={17} stroke={2.2} aria-hidden /> : <IconX className={style.no} size={17} stroke={2.2} aria-hidden />)
