import { SegmentedControl } from '@mantine/core'
import { useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { layoutKinds, type LayoutKind } from '../../../contract/layout.ts'
import { momentText } from '../../kernel/records/time.ts'
import { Waiting } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { Page } from '../../kernel/ui/Page.tsx'
import { PieceDrawer } from '../drawer/PieceDrawer.tsx'
import { LiftingContext } from '../lifting/context.ts'
import { Carried, liftHelp } from '../lifting/PieceOf.tsx'
import { texts as lifting } from '../lifting/texts.ts'
import type { LayoutPlace } from '../../kernel/shaping/whose.ts'
import { toLayoutsOf } from '../links.ts'
import { PublishBar, Refused } from '../publishing/PublishBar.tsx'
import { texts as publishingTexts } from '../publishing/texts.ts'
import { useKept } from '../publishing/useKept.ts'
import { usePublishing } from '../publishing/usePublishing.ts'
import { useWhom } from '../../kernel/shaping/whose.ts'
import { kindTexts } from '../../kernel/shaping/whoseTexts.ts'
import { NoObject, WithObject, type Shaped } from '../WithObject.tsx'
import { CanvasOf } from './CanvasOf.tsx'
import { Palette } from './Palette.tsx'
import { texts } from './texts.ts'
import { useCanvas } from './useCanvas.ts'
import { useEditing, type Editing } from './useEditing.ts'
import style from './editor.module.css'

const Preview = lazy(async () => ({ default: (await import('../preview/Preview.tsx')).Preview }))

/** One layout, being laid out. */
export function EditorScreen() {
  const { kind } = useParams({ strict: false }) as { kind: string }
  const { role = null, type = null } = useSearch({ strict: false }) as { role?: string; type?: string }
  if (!(layoutKinds as readonly string[]).includes(kind)) return <NoObject />
  const place: LayoutPlace = { kind: kind as LayoutKind, role, type }
  return <WithObject>{(shaped) => <Editor key={`${shaped.object.id} ${kind} ${role} ${type}`} shaped={shaped} place={place} />}</WithObject>
}

type Mode = 'arrange' | 'preview'

function Editor({ shaped, place }: { shaped: Shaped; place: LayoutPlace }) {
  const t = useText()
  const editing = useEditing(shaped, place)
  const keeping = useKept(shaped, editing)
  const publishing = usePublishing(shaped, editing, keeping)
  const [mode, setMode] = useState<Mode>('arrange')
  const modes = (['arrange', 'preview'] as const).map((value) => ({ value, label: t(texts[value]) }))
  return (
    <Page wide title={t(kindTexts[place.kind].name)} lead={<Lead shaped={shaped} editing={editing} />} acts={<PublishBar shaped={shaped} editing={editing} keeping={keeping} publishing={publishing} />}>
      {editing.isOvertaken && <p className={style.warning}>{t(publishingTexts.overtaken)}</p>}
      <Refused publishing={publishing} />
      <SegmentedControl className={style.mode} aria-label={t(texts.mode)} data={modes} value={mode} onChange={(value) => setMode(value as Mode)} />
      {mode === 'arrange' ? <Arranging shaped={shaped} editing={editing} /> : <Suspense fallback={<Waiting lines={8} />}><Preview shaped={shaped} editing={editing} /></Suspense>}
    </Page>
  )
}

function Lead({ shaped: { object }, editing: { place, standing } }: { shaped: Shaped; editing: Editing }) {
  const t = useText()
  const manner = useManner()
  const whom = useWhom(object)(place)
  const { draft } = standing
  return (
    <>
      <Go className="sd-link" href={toLayoutsOf(object.id)}>{t(object.plural)}</Go> · {whom}
      {draft !== null && draft.by !== null && <> · {t(publishingTexts.draftOf, { who: draft.by, when: momentText(draft.at, manner) })}</>}
    </>
  )
}

function Arranging({ shaped, editing }: { shaped: Shaped; editing: Editing }) {
  const t = useText()
  const canvas = useCanvas(shaped, editing)
  return (
    <LiftingContext value={canvas.lifting}>
      <div className={style.editor} data-carrying={canvas.lifting.lifted?.by === 'pointer' || undefined}>
        <Palette canvas={canvas} />
        <CanvasOf canvas={canvas} />
      </div>
      <p id={liftHelp} className="sd-unseen">{t(lifting.help)}</p>
      <div className="sd-unseen" role="status" aria-live="assertive">{canvas.said}</div>
      <Carried />
      <PieceDrawer canvas={canvas} />
    </LiftingContext>
  )
}
