import { useParams, useSearch } from '@tanstack/react-router'
import { useEffect, type ComponentType } from 'react'
import type { ObjectView } from '../../contract/records.ts'
import { objectOf, useMetadata } from '../kernel/api/metadata.ts'
import { queries } from '../kernel/api/client.ts'
import { toldElsewhere } from '../kernel/api/runs.ts'
import { RefusedFace, Waiting } from '../kernel/ui/faces.tsx'
import { useText } from '../kernel/ui/language.ts'
import { useTitle } from '../kernel/ui/title.ts'
import { isGoing, isOpen, keys, useImport, type Import } from './api.ts'
import { ColumnsStep } from './columns/ColumnsStep.tsx'
import { DuplicatesStep } from './duplicates/DuplicatesStep.tsx'
import { FileStep } from './FileStep.tsx'
import { Frame } from './Frame.tsx'
import { steps, toImport, type Step } from './links.ts'
import { PreviewStep } from './preview/PreviewStep.tsx'
import { ResultStep } from './result/ResultStep.tsx'
import { texts } from './texts.ts'
import style from './imports.module.css'

const screens: Record<Step, ComponentType<{ it: Import; object: ObjectView }>> = { file: FileStep, columns: ColumnsStep, duplicates: DuplicatesStep, preview: PreviewStep, result: ResultStep }

/** An import from its file to its result; the address says the step, the server keeps what was chosen. */
export function ImportScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useImport(id)
  if (query.isError && query.data === undefined) return <RefusedFace error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <div className={style.body}><Waiting lines={10} /></div>
  return <Wizard it={query.data} key={id} />
}

function Wizard({ it }: { it: Import }) {
  const t = useText()
  const object = objectOf(useMetadata(), it.object)
  const asked = (useSearch({ strict: false }) as { step?: string }).step
  const title = t(texts.importOf, { what: object === null ? it.object : t(object.plural) })
  useTitle(`${title} · ${it.fileName}`)
  useRecordsRenewed(it)
  useToldHere(it)
  if (object === null) return <RefusedFace error={null} />
  const at = stepOf(it, asked)
  const Shown = screens[at]
  return (
    <Frame title={title} fileName={it.fileName} at={at} href={(step) => (isOpen(it) && step !== 'result' ? toImport(it.id, step) : null)}>
      <Shown it={it} object={object} key={at} />
    </Frame>
  )
}

/** One that has begun to write has only its result; before, any step but that. */
function stepOf(it: Import, asked: string | undefined): Step {
  if (!isOpen(it)) return 'result'
  const step = steps.find((one) => one === asked)
  return step === undefined || step === 'result' ? (it.state === 'uploaded' ? 'columns' : 'preview') : step
}

/** While one looks at it here, no notice says the same. */
function useToldHere({ id, run, state }: Import): void {
  useEffect(() => {
    if (run === null || !isGoing({ state })) return
    toldElsewhere.add(run)
    return () => {
      // Left while it goes on: the notice is wanted again. Ended here: the notice may come a moment later.
      const ended = !isGoing(queries.getQueryData<Import>(keys.one(id)) ?? { state })
      if (!ended) toldElsewhere.delete(run)
    }
  }, [run, state, id])
}

/** Lists that were seen before the import are asked for anew once it is over. */
function useRecordsRenewed(it: Import): void {
  const over = !isOpen(it) && !isGoing(it)
  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: ['records'] })
  }, [over, it.state])
}
