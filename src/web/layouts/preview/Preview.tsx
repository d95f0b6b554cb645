import { Input, SegmentedControl, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MetadataAnswer, ObjectView } from '../../../contract/records.ts'
import { preview } from '../../../server/configuration/contract.ts'
import { objectOf } from '../../kernel/api/metadata.ts'
import { useList } from '../../kernel/api/records.ts'
import { call } from '../../kernel/api/request.ts'
import { nameOf } from '../../kernel/records/name.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import type { Editing } from '../editor/useEditing.ts'
import { changesOf } from '../model.ts'
import { useRoles } from '../../kernel/shaping/whose.ts'
import type { Shaped } from '../WithObject.tsx'
import { Framed } from './Framed.tsx'
import { ScreenOf } from './ScreenOf.tsx'
import { texts } from './texts.ts'
import style from './preview.module.css'

type Eyes = { kind: 'role' | 'person' | 'myself'; id: string | null }
const widths = { desktop: 1280, tablet: 820, phone: 390 } as const
export type Width = keyof typeof widths

/** The screen as somebody else will see it, before it is published. */
export function Preview({ shaped, editing }: { shaped: Shaped; editing: Editing }) {
  const t = useText()
  const { kind, role } = editing.place
  const [eyes, setEyes] = useState<Eyes>(role === null ? { kind: 'myself', id: null } : { kind: 'role', id: role })
  const [width, setWidth] = useState<Width>(kind === 'mobile' ? 'phone' : 'desktop')
  const [example, setExample] = useState<string | null>(null)
  const examples = useExamples(shaped.view, kind === 'create' || kind === 'quickCreate')
  const seen = useSeen(shaped, editing, eyes)
  const object = seen.data === undefined ? null : objectOf(seen.data, shaped.object.name)
  const chosen = example ?? examples.options[0]?.value ?? null
  return (
    <div className={style.preview}>
      <div className={style.choices}>
        <Whose eyes={eyes} onChange={setEyes} />
        <Select label={t(texts.record)} data={examples.options} value={chosen} onChange={setExample} searchable searchValue={examples.sought} onSearchChange={examples.seek} filter={({ options }) => options} placeholder={t(texts.findRecord)} allowDeselect={false} />
        <Input.Wrapper label={t(texts.width)} labelElement="div">
        <SegmentedControl className={style.row} aria-label={t(texts.width)} data={(Object.keys(widths) as Width[]).map((value) => ({ value, label: t(texts[value]) }))} value={width} onChange={(value) => setWidth(value as Width)} />
        </Input.Wrapper>
      </div>
      <p className={style.quiet}>{t(texts.about)}</p>
      {seen.isError && <RefusedFace error={seen.error} onRetry={() => void seen.refetch()} />}
      {seen.isPending && <Waiting lines={8} />}
      {seen.isSuccess && object === null && <EmptyFace title={t(texts.notSeen)} />}
      {seen.isSuccess && object !== null && chosen === null && <EmptyFace title={t(texts.noRecords)} />}
      {seen.isSuccess && object !== null && chosen !== null && (
        <Framed title={t(texts.frame)} width={widths[width]}>
          <ScreenOf metadata={seen.data} object={object} kind={kind} sheet={editing.sheet.body} example={chosen === fresh ? null : chosen} width={width} />
        </Framed>
      )}
    </div>
  )
}

function Whose({ eyes, onChange }: { eyes: Eyes; onChange(eyes: Eyes): void }) {
  const t = useText()
  const roles = useRoles()
  const people = useList('user', { columns: ['name'], where: 'active', order: 'name', limit: 200 }, { enabled: eyes.kind === 'person' }).data?.rows ?? []
  const kinds = (['myself', 'role', 'person'] as const).map((value) => ({ value, label: t(texts[value]) }))
  return (
    <>
      <Input.Wrapper label={t(texts.asWhom)} labelElement="div">
        <SegmentedControl className={style.row} aria-label={t(texts.asWhom)} data={kinds} value={eyes.kind} onChange={(kind) => onChange({ kind: kind as Eyes['kind'], id: null })} />
      </Input.Wrapper>
      {eyes.kind === 'role' && <Select label={t(texts.role)} placeholder={t(texts.chooseRole)} data={roles.map(({ id, name }) => ({ value: id, label: name }))} value={eyes.id} onChange={(id) => onChange({ ...eyes, id })} searchable allowDeselect={false} />}
      {eyes.kind === 'person' && <Select label={t(texts.person)} placeholder={t(texts.choosePerson)} data={people.map((row) => ({ value: row.id, label: String(row.name) }))} value={eyes.id} onChange={(id) => onChange({ ...eyes, id })} searchable allowDeselect={false} />}
    </>
  )
}

/** Metadata as they would be, through those eyes. */
function useSeen(shaped: Shaped, { place, sheet, standing, isDirty }: Editing, eyes: Eyes) {
  const changes = isDirty ? changesOf(shaped.configuration, shaped.object, { place, sheet, version: standing.item?.version ?? null, standing }) : []
  const whose = eyes.id === null ? {} : eyes.kind === 'role' ? { roles: [eyes.id] } : { user: eyes.id }
  return useQuery({
    queryKey: ['layout-preview', shaped.configuration.version, changes, whose], retry: false, gcTime: 0, placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await call(preview, { body: { changes: changes as never, ...whose } }, signal)) as MetadataAnswer,
  })
}

const fresh = 'new'
const offered = 20
const pause = 200

function useExamples(view: ObjectView, isForm: boolean) {
  const t = useText()
  const [sought, seek] = useState('')
  const [asked] = useDebouncedValue(sought, pause)
  const isName = (options: readonly { label: string }[]) => options.some(({ label }) => label === asked)
  const links = view.fields.filter((field) => field.type === 'link').map(({ name }) => name)
  const first = useList(view.name, { columns: [view.nameField, ...links], limit: offered })
  const found = useList(view.name, { columns: [view.nameField, ...links], search: asked, limit: offered }, { enabled: asked !== '' })
  const optionsOf = (rows: typeof first.data) => (rows?.rows ?? []).map((row) => ({ value: row.id, label: nameOf(view, row) || row.id }))
  const begin = [...(isForm ? [{ value: fresh, label: t(texts.newRecord) }] : []), ...optionsOf(first.data)]
  const options = asked === '' || isName(begin) ? begin : optionsOf(found.data)
  return { options, sought, seek }
}
