import type { ObjectView } from '../../contract/records.ts'
import { useGo } from '../kernel/ui/go.ts'
import { useLanguage, useText } from '../kernel/ui/language.ts'
import type { Import } from './api.ts'
import { FilePlace } from './FilePlace.tsx'
import { Foot } from './Foot.tsx'
import { StepHead } from './Frame.tsx'
import { toImport } from './links.ts'
import { fileSize } from './size.ts'
import { texts } from './texts.ts'
import style from './imports.module.css'

/** Back at the first step: the file there is, and the place for another. */
export function FileStep({ it, object }: { it: Import; object: ObjectView }) {
  const t = useText()
  const go = useGo()
  const language = useLanguage()
  return (
    <>
      <div className={style.body}>
        <div className={style.narrow}>
          <StepHead title={t(texts.file)}>{[it.fileName, fileSize(it.size, language), t(texts.fileFacts, { columns: it.columns.length }), it.total === null ? '' : t(texts.rowsCount, { count: it.total })].filter(Boolean).join(' · ')}</StepHead>
          <FilePlace object={object.name} onDone={(other) => go(toImport(other.id, 'columns'))} />
        </div>
      </div>
      <Foot it={it} at="file" />
    </>
  )
}
