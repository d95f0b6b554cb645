import { Badge, Button } from '@mantine/core'
import { IconListDetails, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { layoutKinds, type LayoutKind } from '../../../contract/layout.ts'
import { momentText } from '../../kernel/records/time.ts'
import { useAccount } from '../../kernel/shaping/configuration.ts'
import { Go } from '../../kernel/ui/Go.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { Page, Section } from '../../kernel/ui/Page.tsx'
import type { LayoutPlace } from '../../kernel/shaping/whose.ts'
import { toLayout, toLayouts } from '../links.ts'
import { placesOf, standingOf } from '../model.ts'
import { useWhom } from '../../kernel/shaping/whose.ts'
import { kindTexts } from '../../kernel/shaping/whoseTexts.ts'
import { texts } from '../texts.ts'
import { WithObject, type Shaped } from '../WithObject.tsx'
import { AddLayout } from './AddLayout.tsx'
import style from '../layouts.module.css'

/** Which layouts an object has: screen by screen, for whom, published when and by whom. */
export const LayoutsScreen = () => <WithObject>{(shaped) => <Layouts key={shaped.object.id} {...shaped} />}</WithObject>

function Layouts(shaped: Shaped) {
  const t = useText()
  const go = useGo()
  const { object } = shaped
  const [adding, setAdding] = useState<LayoutKind | null>(null)
  return (
    <Page
      wide title={t(object.plural)} lead={<><Go className="sd-link" href={toLayouts}>{t(texts.allObjects)}</Go> · {t(texts.lead)}</>}
      acts={<Button leftSection={<IconListDetails size={16} stroke={1.6} />} onClick={() => go(`/settings/objects/${encodeURIComponent(object.id)}`)}>{t(texts.fields)}</Button>}
    >
      {layoutKinds.map((kind) => <OfKind key={kind} {...shaped} kind={kind} onAdd={() => setAdding(kind)} />)}
      {adding !== null && <AddLayout {...shaped} kind={adding} onClose={() => setAdding(null)} />}
    </Page>
  )
}

function OfKind({ kind, onAdd, ...shaped }: Shaped & { kind: LayoutKind; onAdd(): void }) {
  const t = useText()
  const apart = placesOf(shaped.configuration, shaped.object).filter((place) => place.kind === kind && (place.role !== null || place.type !== null))
  return (
    <Section title={t(kindTexts[kind].name)} about={t(kindTexts[kind].about)}>
      <ul className={style.layouts} aria-label={t(kindTexts[kind].name)}>
        {[{ kind, role: null, type: null }, ...apart].map((place) => <LayoutLine key={`${place.role} ${place.type}`} {...shaped} place={place} />)}
      </ul>
      <div><Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />} onClick={onAdd}>{t(texts.add)}</Button></div>
    </Section>
  )
}

function LayoutLine({ configuration, object, place }: Shaped & { place: LayoutPlace }) {
  const t = useText()
  const whom = useWhom(object)(place)
  const { id, published, draft } = standingOf(configuration, object, place)
  return (
    <li className={style.layoutLine}>
      <Go className={style.layoutName} href={toLayout(object.id, place)}>{whom}</Go>
      {draft !== null && <Badge color="amber" variant="light" title={draft.by ?? undefined}>{t(texts.draft)}</Badge>}
      <span className={style.quiet}>{published ? <Published id={id} /> : t(place.kind === 'card' || place.kind === 'mobile' ? texts.asColumns : texts.asDeclared)}</span>
    </li>
  )
}

function Published({ id }: { id: string }) {
  const t = useText()
  const manner = useManner()
  const last = useAccount({ kind: 'layout', id }).data?.pages[0]?.changes[0]
  return last === undefined ? null : t(texts.publishedBy, { when: momentText(last.at, manner), who: last.by?.name ?? t(texts.somebody) })
}
