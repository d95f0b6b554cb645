import { Button, Progress } from '@mantine/core'
import { IconCircleCheck, IconPlus } from '@tabler/icons-react'
import type { Answer } from '../../../contract/route.ts'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import type { orderChecklist } from '../../../server/orders/contract.ts'
import { useObject } from '../../kernel/api/metadata.ts'
import { createRecordByForm } from '../../kernel/records/form/open.ts'
import { nameOf } from '../../kernel/records/name.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { checklistChanged, useChecklist } from '../asking.ts'
import { CheckLine } from './CheckLine.tsx'
import style from './checklist.module.css'
import { texts } from './texts.ts'

type Shown = Answer<typeof orderChecklist>

/** What is agreed with the customer, each answered where it stands; and how far it is from acceptance. */
export function Checklist({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const check = useObject('orderCheck')
  const asked = useChecklist(record.id)
  if (check === null) return null
  if (asked.isError) return <RefusedFace error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Waiting lines={6} />
  const add = () => void createRecordByForm('orderCheck', { salesOrder: { id: record.id, name: nameOf(object, record) } }).then(checklistChanged)
  const adding = check.can.create && record.can?.change !== false && <Button size="compact-md" className={style.add} leftSection={<IconPlus size={15} stroke={1.8} aria-hidden />} onClick={add}>{t(texts.add)}</Button>
  if (asked.data.checks.length === 0) return <EmptyFace title={t(texts.nothing)} action={adding}>{t(texts.nothingWhy)}</EmptyFace>
  return (
    <section className={style.checklist} aria-label={t(texts.checklist)}>
      <HowFar list={asked.data} />
      <ul className={style.lines}>{asked.data.checks.map((one) => <CheckLine key={one.id} object={check} check={one} />)}</ul>
      {adding}
    </section>
  )
}

function HowFar({ list: { required, requiredDone, isAccepted } }: { list: Shown }) {
  const t = useText()
  const said = t(texts.progress, { done: requiredDone, required })
  const isReady = requiredDone === required
  return (
    <div className={style.progress} data-ready={isReady || undefined} role="status">
      {required > 0 && <Progress className={style.bar} value={(requiredDone / required) * 100} color={isReady ? 'green' : undefined} aria-label={said} />}
      <p className={style.said}>
        {isReady && <IconCircleCheck size={17} stroke={1.8} aria-hidden />}
        {isAccepted ? t(texts.accepted) : isReady ? t(texts.ready) : said}
      </p>
    </div>
  )
}
