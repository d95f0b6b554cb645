import { ActionIcon, Select, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { madeFrom, type Marker } from '../../server/documents/contract.ts'
import { useMetadata } from '../kernel/api/metadata.ts'
import { RefusedFace, Waiting } from '../kernel/ui/faces.tsx'
import { useLanguage, useText } from '../kernel/ui/language.ts'
import { told } from '../kernel/ui/notify.tsx'
import { useMarkers } from './asking.ts'
import { texts } from './texts.ts'
import style from './documents.module.css'

/** Everything a template may mention, as a tree over fields and links. */
export function Markers() {
  const t = useText()
  const language = useLanguage()
  const { objects } = useMetadata()
  const [object, setObject] = useState('quote')
  const [search, setSearch] = useState('')
  const root = useMarkers(object, false)
  const kinds = objects.filter((one) => madeFrom.includes(one.name) || one.custom === true).map((one) => ({ value: one.name, label: one.label[language] }))
  return (
    <div className={style.form}>
      <div className={style.row}>
        <Select label={t(texts.for)} data={kinds} value={object} allowDeselect={false} searchable onChange={(value) => setObject(value ?? object)} />
        <TextInput label={t(texts.search)} type="search" value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
      </div>
      <div className={style.scroll} tabIndex={0} role="region" aria-label={t(texts.markers)}><Level object={object} before="" inside={false} search={search.trim().toLowerCase()} /></div>
      {root.data !== undefined && (
        <>
          <h3 className={style.said}>{t(texts.formats)}</h3>
          <ul className={style.markers}>
            {root.data.formats.map(({ text, help }) => <li key={text} className={style.marker}><code>{text}</code> <span className={style.quiet}>{help}</span></li>)}
            <li className={style.marker}><CopyMarker text="{{#if …}} … {{else}} … {{/if}}" /> <span className={style.quiet}>{t(texts.conditions)}</span></li>
          </ul>
        </>
      )}
    </div>
  )
}

function Level({ object, before, inside, search }: { object: string; before: string; inside: boolean; search: string }) {
  const t = useText()
  const asked = useMarkers(object, inside)
  if (asked.isError) return <RefusedFace error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Waiting lines={5} />
  const found = asked.data.markers.filter(({ text, label }) => search === '' || label.toLowerCase().includes(search) || text.toLowerCase().includes(search))
  if (found.length === 0) return <p className={style.quiet}>{t(texts.nothingFound)}</p>
  return <ul className={style.markers}>{found.map((marker) => <Item key={marker.text} marker={marker} before={before} />)}</ul>
}

/** What a link leads to goes on with a dot; what is repeated begins anew between its two ends. */
function Item({ marker, before }: { marker: Marker; before: string }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const isMany = marker.kind === 'many'
  const path = `${isMany ? `#${before}${marker.text.slice(1)}` : `${before}${marker.text}`}`
  const text = isMany ? `{{${path}}} {{/${path.slice(1)}}}` : `{{${path}}}`
  const goesOn = marker.target !== null || (marker.inside ?? []).length > 0
  return (
    <li>
      <div className={style.marker}>
        {goesOn && (
          <ActionIcon size="sm" aria-expanded={open} aria-label={t(texts.inside, { label: marker.label })} onClick={() => setOpen(!open)}>
            {open ? <IconChevronDown size={15} stroke={1.8} /> : <IconChevronRight size={15} stroke={1.8} />}
          </ActionIcon>
        )}
        <CopyMarker text={text} /> <span className={style.quiet}>{marker.label}</span>
      </div>
      {open && marker.inside !== undefined && marker.inside.length > 0 && <ul className={style.markers}>{marker.inside.map((one) => <li key={one.text} className={style.marker}><CopyMarker text={`{{${one.text}}}`} /> <span className={style.quiet}>{one.label}</span></li>)}</ul>}
      {open && marker.target !== null && <Level object={marker.target} before={isMany ? '' : `${path}.`} inside search="" />}
    </li>
  )
}

function CopyMarker({ text }: { text: string }) {
  const t = useText()
  const copy = () => void navigator.clipboard?.writeText(text).then(() => told(t(texts.copied)))
  return <button type="button" className={style.markerText} onClick={copy} aria-label={t(texts.copy, { marker: text })}>{text}</button>
}
