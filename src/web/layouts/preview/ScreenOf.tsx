import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { useMemo, type ComponentType } from 'react'
import { shownFor, type LayoutBodies, type LayoutKind } from '../../../contract/layout.ts'
import type { MetadataAnswer, ObjectView, RecordRow } from '../../../contract/records.ts'
import { keys } from '../../kernel/api/client.ts'
import { useMetadata } from '../../kernel/api/metadata.ts'
import { useList, useRecord } from '../../kernel/api/records.ts'
import { sessionQuery } from '../../kernel/api/session.ts'
import { FieldShow } from '../../kernel/records/field/FieldShow.tsx'
import { RecordForm } from '../../kernel/records/form/RecordForm.tsx'
import { typeOfRecord } from '../../kernel/records/form/sections.ts'
import { columnLabel } from '../../kernel/records/list/columnLabel.ts'
import { columnsOf } from '../../kernel/records/list/columns.ts'
import { nameOf } from '../../kernel/records/name.ts'
import { RecordShown } from '../../kernel/records/page/RecordPage.tsx'
import { Tabbed } from '../../kernel/records/page/Tabbed.tsx'
import { Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import type { Body } from '../sheet/sheet.ts'
import type { Width } from './Preview.tsx'
import style from './preview.module.css'

interface ScreenProps {
  object: ObjectView
  /** null: a new one. */
  record: RecordRow | null
  width: Width
  /** What is on the sheet, for cards and lines that no layout was published for. */
  sheet: Body
}

interface SeenProps {
  metadata: MetadataAnswer
  object: ObjectView
  kind: LayoutKind
  /** Id of the record it is shown on; null: a new one. */
  example: string | null
  width: Width
  sheet: Body
}

/** The real screen over the metadata of the preview; the record in it may not be changed. */
export function ScreenOf({ metadata, object, kind, example, ...rest }: SeenProps) {
  const session = useQueryClient().getQueryData(sessionQuery.queryKey)
  const record = useRecord(object.name, example)
  const client = useMemo(() => {
    const made = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } })
    made.setQueryData(keys.metadata, metadata)
    made.setQueryData(sessionQuery.queryKey, session)
    return made
  }, [metadata, session])
  const Screen = screens[kind]
  if (example !== null && record.data === undefined) return <Waiting lines={8} />
  const shown = record.data === undefined ? null : { ...record.data, can: { change: false, delete: false } }
  return <QueryClientProvider client={client}><Screen key={`${example} ${metadata.version} ${JSON.stringify(object.shown[kind] ?? null)}`} object={object} record={example === null ? null : shown} {...rest} /></QueryClientProvider>
}

const PageScreen = ({ object, record, width }: ScreenProps) => (record === null ? null : width === 'phone' ? <Tabbed object={object} record={record} phone /> : <RecordShown object={object} record={record} />)

const never = async () => null
const FullForm = (props: ScreenProps) => <Form {...props} quick={false} />
const QuickForm = (props: ScreenProps) => <Form {...props} quick />

function Form({ object, record, quick }: ScreenProps & { quick: boolean }) {
  const t = useText()
  return (
    <div className={style.form}>
      <h1 className={style.formTitle}>{record === null ? t(object.label) : nameOf(object, record)}</h1>
      <RecordForm object={object} record={quick ? null : record} draftKey="preview" draft={null} quick={quick} save={never} onSaved={never} onCancel={never} />
    </div>
  )
}

const rowsShown = 8

function useRows(object: ObjectView, paths: readonly string[], order?: string) {
  return useList(object.name, { columns: [...new Set([object.nameField, ...paths])], limit: rowsShown, order }).data?.rows
}

function ListScreen({ object, record }: ScreenProps) {
  const t = useText()
  const metadata = useMetadata()
  const layout = shownFor(object.shown.list, record === null ? null : typeOfRecord(object, record))
  const columns = columnsOf(metadata, object.name, layout?.columns ?? [], {})
  const rows = useRows(object, columns.map(({ path }) => path), layout?.order)
  if (rows === undefined) return <Waiting lines={8} />
  return (
    <table className={style.sheet}>
      <thead><tr>{columns.map((column) => <th key={column.path} scope="col">{columnLabel(column, t)}</th>)}</tr></thead>
      <tbody>{rows.map((row) => <tr key={row.id}>{columns.map((column) => <td key={column.path}><FieldShow field={column.field} value={row[column.path]} at={{ object: object.name, id: row.id }} /></td>)}</tr>)}</tbody>
    </table>
  )
}

const CardScreen = ({ object, record, sheet }: ScreenProps) => <Cards object={object} paths={(shownFor(object.shown.card ?? {}, record === null ? null : typeOfRecord(object, record)) ?? (sheet as LayoutBodies['card'])).fields} narrow />

/** Lines of the list, and under them the page as it is on a telephone. */
function PhoneScreen({ object, record, sheet }: ScreenProps) {
  return (
    <>
      <Cards object={object} paths={(shownFor(object.shown.mobile ?? {}, record === null ? null : typeOfRecord(object, record)) ?? (sheet as LayoutBodies['mobile'])).columns} few />
      {record !== null && <Tabbed object={object} record={record} phone />}
    </>
  )
}

const fewRows = 2

function Cards({ object, paths, narrow, few }: { object: ObjectView; paths: readonly string[]; narrow?: boolean; few?: boolean }) {
  const metadata = useMetadata()
  const columns = columnsOf(metadata, object.name, paths, {})
  const rows = useRows(object, columns.map(({ path }) => path))
  return (
    <div className={style.cards} data-narrow={narrow || undefined}>
      {rows?.slice(0, few ? fewRows : rowsShown).map((row) => (
        <div key={row.id} className={style.card}>
          <span className={style.cardName}>{nameOf(object, row)}</span>
          <div className={style.facts}>{columns.filter(({ isName }) => !isName).map((column) => <FieldShow key={column.path} field={column.field} value={row[column.path]} at={{ object: object.name, id: row.id }} />)}</div>
        </div>
      ))}
    </div>
  )
}

const screens: Readonly<Record<LayoutKind, ComponentType<ScreenProps>>> = { create: FullForm, quickCreate: QuickForm, record: PageScreen, list: ListScreen, card: CardScreen, mobile: PhoneScreen }
