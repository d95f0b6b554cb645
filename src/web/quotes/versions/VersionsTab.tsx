import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import { showMoney } from '../../../fields/money/currencies.ts'
import type { Money } from '../../../fields/field.ts'
import { FieldShow } from '../../kernel/records/field/FieldShow.tsx'
import { fieldOf } from '../../kernel/api/metadata.ts'
import { Go } from '../../kernel/ui/Go.tsx'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { toRecord } from '../../kernel/ui/links.ts'
import { refused } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { comparisonQuery, followWithVersion, versionsQuery } from '../asking.ts'
import { Compared } from './Compared.tsx'
import style from './versions.module.css'
import { texts } from './texts.ts'

/** All versions of a quote, and any two of them beside each other. */
export function VersionsTab({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const go = useGo()
  const asked = useQuery(versionsQuery(record.id))
  const follow = useAct(async () => go(toRecord('quote', await followWithVersion(record.id))), refused)
  if (asked.isError) return <RefusedFace error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Waiting lines={5} />
  const { versions } = asked.data
  const mayFollow = record.can?.change === true && record['state'] !== 'draft' && record['state'] !== 'replaced'
  return (
    <div className={style.page}>
      <ol className={style.versions}>
        {versions.toReversed().map((version) => <Version key={version.id} version={version} object={object} isCurrent={version.id === record.id} />)}
      </ol>
      {mayFollow && <div><Button loading={follow.busy} onClick={() => void follow.run()}>{t(texts.newVersion)}</Button></div>}
      {versions.length < 2 ? <p className={style.quiet}>{t(texts.only)}</p> : <Comparing versions={versions} current={record.id} object={object} />}
    </div>
  )
}

export interface VersionRow {
  id: string
  edition: number
  state: string
  title: string | null
  net: Money | null
  issuedOn: string | null
}

function Version({ version, object, isCurrent }: { version: VersionRow; object: ObjectView; isCurrent: boolean }) {
  const t = useText()
  const manner = useManner()
  const [state, issuedOn] = [fieldOf(object, 'state'), fieldOf(object, 'issuedOn')]
  return (
    <li className={style.version} aria-current={isCurrent || undefined}>
      <Go href={toRecord('quote', version.id)}>{t(texts.version, { edition: version.edition })}</Go>
      {state && <FieldShow field={state} value={version.state} />}
      <span className={style.quiet}>{issuedOn && version.issuedOn && <FieldShow field={issuedOn} value={version.issuedOn} />}</span>
      <b className={style.amount}>{version.net && showMoney(version.net, manner.language)}</b>
    </li>
  )
}

/** The one before this and this one, unless others are chosen. */
function Comparing({ versions, current, object }: { versions: readonly VersionRow[]; current: string; object: ObjectView }) {
  const t = useText()
  const at = Math.max(1, versions.findIndex(({ id }) => id === current))
  const [from, setFrom] = useState(versions[at - 1]!.id)
  const [to, setTo] = useState(versions[at]!.id)
  const compared = useQuery(comparisonQuery(from, to))
  const data = versions.map(({ id, edition }) => ({ value: id, label: t(texts.version, { edition }) }))
  return (
    <section aria-label={t(texts.compare)}>
      <div className={style.which}>
        <Select label={t(texts.from)} data={data} value={from} allowDeselect={false} onChange={(id) => id !== null && setFrom(id)} />
        <Select label={t(texts.to)} data={data} value={to} allowDeselect={false} onChange={(id) => id !== null && setTo(id)} />
      </div>
      {compared.isError ? <RefusedFace error={compared.error} /> : compared.data === undefined ? <Waiting lines={4} /> : <Compared comparison={compared.data} object={object} />}
    </section>
  )
}
