import { Select } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconLock } from '@tabler/icons-react'
import { objectOf, useMetadata } from '../kernel/api/metadata.ts'
import { useCreatable } from '../kernel/shell/create.ts'
import { EmptyFace } from '../kernel/ui/faces.tsx'
import { useGo } from '../kernel/ui/go.ts'
import { useText } from '../kernel/ui/language.ts'
import { useTitle } from '../kernel/ui/title.ts'
import { keep, change, useImport, type Import, type Settings } from './api.ts'
import { FilePlace } from './FilePlace.tsx'
import { Frame, StepHead } from './Frame.tsx'
import { toImport } from './links.ts'
import { carry } from './targets.ts'
import { texts } from './texts.ts'
import style from './imports.module.css'

/** First step: what is brought in, and from which file. */
export function NewImportScreen() {
  const t = useText()
  const go = useGo()
  const navigate = useNavigate()
  const metadata = useMetadata()
  const creatable = useCreatable()
  const place = useSearch({ strict: false }) as { object?: string; like?: string }
  const like = useImport(place.like ?? '', place.like !== undefined).data
  const object = objectOf(metadata, place.object ?? creatable[0]?.name ?? '')
  const title = object === null ? t(texts.newImport) : t(texts.importOf, { what: t(object.plural) })
  useTitle(title)
  if (object === null || !object.can.create) return <EmptyFace icon={<IconLock className={style.bigIcon} stroke={1.5} aria-hidden />} title={t(texts.nothingToImport)}>{t(texts.nothingToImportText)}</EmptyFace>
  const offered = creatable.some((one) => one.name === object.name) ? creatable : [object, ...creatable]
  const done = (it: Import) => void asBefore(it, like).then(() => go(toImport(it.id, 'columns'), { replace: true }))
  return (
    <Frame title={title} at="file" href={() => null}>
      <div className={style.body}>
        <div className={style.narrow}>
          <StepHead title={t(texts.file)} />
          <Select
            label={t(texts.what)} data={offered.map((one) => ({ value: one.name, label: t(one.plural) }))} value={object.name} allowDeselect={false} searchable
            onChange={(value) => value !== null && void navigate({ to: '.', search: { object: value } as never, replace: true })}
          />
          {like?.object === object.name && <p className={style.why} role="status">{t(texts.likeEarlier, { name: like.fileName })}</p>}
          <FilePlace object={object.name} onDone={done} />
        </div>
      </div>
    </Frame>
  )
}

/** The columns and rules of an earlier import, as far as this file has its columns. */
async function asBefore(it: Import, like: Import | undefined): Promise<void> {
  if (like === undefined || like.object !== it.object) return
  const mapping = carry({ mapping: like.mapping, headers: like.columns.map(({ header }) => header) }, it.columns.map(({ header }) => header))
  const { decisions: _, undecided: __, ...options } = like.options
  const settings: Settings = { options, ...(mapping.length > 0 ? { mapping } : {}) }
  keep(await change(it.id, settings))
}
