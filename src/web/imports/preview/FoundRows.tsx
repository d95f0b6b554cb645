import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { ObjectView } from '../../../contract/records.ts'
import { sameValue } from '../../../fields/as-text.ts'
import { fieldOf, useMetadata } from '../../kernel/api/metadata.ts'
import { useRecord } from '../../kernel/api/records.ts'
import { FieldShow } from '../../kernel/records/field/FieldShow.tsx'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { toRecord } from '../../kernel/ui/links.ts'
import { countText } from '../../kernel/ui/number.ts'
import { useFound, type FoundRow, type Import, type Preview } from '../api.ts'
import { keyLabel } from '../duplicates/keys.ts'
import { choose } from '../saving.ts'
import { decisions, type Decision } from './decisions.ts'
import { ValueOf } from './FirstRows.tsx'
import { texts } from './texts.ts'
import page from '../imports.module.css'
import style from './preview.module.css'

const words = { skip: texts.dSkip, update: texts.dUpdate, updateEmpty: texts.dUpdateEmpty, create: texts.dCreate } as const

/** Rows whose record is there already, each beside it; decided one by one, or all the others at once, where the import is to ask. */
export function FoundRows({ it, preview, object }: { it: Import; preview: Preview; object: ObjectView }) {
  const t = useText()
  const language = useLanguage()
  const pages = useFound(it)
  const asks = it.options.found === 'ask'
  if (preview.found.length === 0) return <p className={page.why}>{t(texts.noneFound)}</p>
  if (pages.isError) return <RefusedFace error={pages.error} onRetry={() => void pages.refetch()} />
  if (pages.data === undefined) return <Waiting lines={8} />
  const undecided = it.options.undecided ?? 'skip'
  const decide = (line: number, decision: Decision) => choose(it.id, { options: { decisions: { ...it.options.decisions, [String(line)]: decision } } })
  return (
    <div className={style.refusals}>
      {asks && <Undecided it={it} undecided={undecided} />}
      <ul className={page.plain}>
        {pages.data.pages.flatMap(({ rows }) => rows).map((found) => (
          <Found key={found.line} found={found} object={object} decision={asks ? (it.options.decisions?.[String(found.line)] ?? undecided) : null} onDecide={(decision) => decide(found.line, decision)} />
        ))}
      </ul>
      {pages.hasNextPage && <div><Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t(texts.more)}</Button></div>}
      {!asks && preview.foundMore && <p className={page.why}>{t(texts.foundMoreFixed, { count: countText(preview.found.length, language) })}</p>}
    </div>
  )
}

/** What happens to every row without a decision of its own, shown or not. */
function Undecided({ it, undecided }: { it: Import; undecided: Decision }) {
  const t = useText()
  return (
    <div className={page.row} role="group" aria-label={t(texts.decideRest)}>
      <span>{t(texts.decideRest)}:</span>
      {decisions.map((decision) => (
        <Button key={decision} size="compact-sm" variant={decision === undecided ? 'light' : 'default'} aria-pressed={decision === undecided} onClick={() => choose(it.id, { options: { undecided: decision } })}>{t(words[decision])}</Button>
      ))}
    </div>
  )
}

function Found({ found, object, decision, onDecide }: { found: FoundRow; object: ObjectView; decision: Decision | null; onDecide(decision: Decision): void }) {
  const t = useText()
  const metadata = useMetadata()
  const [open, setOpen] = useState(false)
  const { line, record, by } = found
  return (
    <li className={style.found}>
      <div className={style.foundHead}>
        <span className={style.foundLine}>{t(texts.line)} {line}</span>
        <Go className={page.name} href={toRecord(object.name, record.id)} target="_blank">{record.name}</Go>
        <span className={page.small}>{t(texts.sameBy, { keys: keyLabel(metadata, object, by, t) })}</span>
        <span className={style.foundActs}>
          <Button size="compact-sm" variant="subtle" aria-expanded={open} aria-label={t(texts.compareOf, { line, name: record.name })} onClick={() => setOpen(!open)}>{t(texts.compare)}</Button>
          {decision !== null && (
            <Select
              size="xs" className={style.decision} aria-label={t(texts.decideOf, { line })} data={decisions.map((one) => ({ value: one, label: t(words[one]) }))} value={decision} allowDeselect={false}
              onChange={(value) => value !== null && onDecide(value as Decision)}
            />
          )}
        </span>
      </div>
      {open && <Compared found={found} object={object} />}
    </li>
  )
}

function Compared({ found, object }: { found: FoundRow; object: ObjectView }) {
  const t = useText()
  const record = useRecord(object.name, found.record.id).data
  const fields = Object.keys(found.values ?? {}).map((name) => fieldOf(object, name)).filter((field) => field !== null)
  if (record === undefined) return <Waiting lines={4} />
  return (
    <div className={style.scroll}>
      <table className={page.table}>
        <thead>
          <tr>{[texts.field, texts.inSedno, texts.inFile].map((head) => <th key={head.en} scope="col">{t(head)}</th>)}</tr>
        </thead>
        <tbody>
          {fields.map((field) => {
            const given = found.values?.[field.name]
            const differs = !sameValue(record[field.name], given, field)
            const isEmpty = [record[field.name] ?? []].flat().length === 0
            return (
              <tr key={field.name} data-differs={differs || undefined}>
                <th scope="row">{t(field.label)}{differs && <span className="sd-unseen">, {t(texts.differs)}</span>}</th>
                <td>{isEmpty ? <span className={page.quiet}>{t(texts.emptyValue)}</span> : <FieldShow field={field} value={record[field.name]} />}</td>
                <td className={differs ? style.differs : undefined}><ValueOf field={field} value={given} /></td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
