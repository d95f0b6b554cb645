import { Badge, Button } from '@mantine/core'
import { IconArrowsDiff, IconCopy } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordRow } from '../../../contract/records.ts'
import { useObject } from '../../kernel/api/metadata.ts'
import { useList, useRecord } from '../../kernel/api/records.ts'
import { useSession } from '../../kernel/api/session.ts'
import { MoreMenu } from '../../kernel/records/page/MoreMenu.tsx'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { toList } from '../../kernel/ui/links.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { toCompare } from '../links.ts'
import { Page, Section } from '../../kernel/ui/Page.tsx'
import { CopyRole } from './CopyRole.tsx'
import type { Rights } from './draft.ts'
import { Functions } from './Functions.tsx'
import { Holders, holdersRequest } from './Holders.tsx'
import { MatrixEditor } from './MatrixEditor.tsx'
import { ObjectRights, type Part } from './ObjectRights.tsx'
import { RoleHistory } from './RoleHistory.tsx'
import { Screens } from './Screens.tsx'
import { SaveBar } from './SaveBar.tsx'
import { texts } from './texts.ts'
import { useRole } from './useRole.ts'
import style from './roles.module.css'

/** All that one role allows, changed as a whole. */
export function RoleScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const record = useRecord('role', id)
  const { administrator } = useSession()
  if (record.isError) return <RefusedFace error={record.error} />
  if (record.data === undefined) return <div className={style.waiting}><Waiting lines={10} /></div>
  return <Role key={id} record={record.data} readOnly={!administrator} />
}

function Role({ record, readOnly }: { record: RecordRow; readOnly: boolean }) {
  const t = useText()
  const name = String(record.name)
  const state = useRole(record.id, () => told(t(texts.saved, { name })))
  const [opened, setOpened] = useState<{ object: string; part: Part } | null>(null)
  const { rights, query, change } = state
  const isAll = record.isAdministrator === true
  return (
    <Page wide title={name} acts={<Acts record={record} rights={state.saved} />} lead={<Lead record={record} />}>
      {query.isError && <RefusedFace error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting lines={10} />}
      {isAll && <p className={style.all}>{t(texts.administratorAll)}</p>}
      {rights && !isAll && (
        <>
          <Section wide title={t(texts.functions)} about={t(texts.functionsAbout)}><Functions rights={rights} onChange={change} readOnly={readOnly} /></Section>
          <Section wide title={t(texts.data)} about={t(texts.dataAbout)}><MatrixEditor rights={rights} saved={state.saved!} onChange={change} onOpen={setOpened} readOnly={readOnly} /></Section>
          <Section wide title={t(texts.screens)} about={t(texts.screensAbout)}><Screens rights={rights} onChange={change} readOnly={readOnly} /></Section>
        </>
      )}
      <Section wide title={t(texts.holders)}><Holders role={{ id: record.id, name }} /></Section>
      {!readOnly && !isAll && <Section wide title={t(texts.past)} about={t(texts.pastAbout)}><RoleHistory role={record.id} /></Section>}
      {opened && rights && <ObjectRights role={record.id} opened={opened} rights={rights} onChange={change} onClose={() => setOpened(null)} />}
      <SaveBar state={state} />
    </Page>
  )
}

function Lead({ record }: { record: RecordRow }) {
  const t = useText()
  const count = useList('user', holdersRequest(record.id)).data?.count?.value
  return (
    <span className={style.lead}>
      <Go className="sd-link" href={toList('role')}>{t(texts.roles)}</Go>
      {record.isAdministrator === true && <Badge color="violet" variant="light">{t(texts.administrator)}</Badge>}
      {count !== undefined && <span>{t(texts.people, { count })}</span>}
      {typeof record.description === 'string' && record.description !== '' && <span>{record.description}</span>}
    </span>
  )
}

function Acts({ record, rights }: { record: RecordRow; rights: Rights | undefined }) {
  const t = useText()
  const go = useGo()
  const object = useObject('role')
  const [copying, setCopying] = useState(false)
  return (
    <>
      <Button leftSection={<IconArrowsDiff size={16} stroke={1.6} />} onClick={() => go(toCompare(record.id))}>{t(texts.compare)}</Button>
      {object?.can.create && rights && record.isAdministrator !== true && <Button leftSection={<IconCopy size={16} stroke={1.6} />} onClick={() => setCopying(true)}>{t(texts.copy)}</Button>}
      {object && <MoreMenu object={object} record={record} />}
      {copying && rights && <CopyRole record={record} rights={rights} onClose={() => setCopying(false)} />}
    </>
  )
}
