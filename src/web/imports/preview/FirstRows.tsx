import type { ObjectView } from '../../../contract/records.ts'
import { Tag } from '../../../fields/tag.tsx'
import { fieldOf, isLink, type FieldView } from '../../kernel/api/metadata.ts'
import { FieldShow } from '../../kernel/records/field/FieldShow.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { countText } from '../../kernel/ui/number.ts'
import type { Import, Preview } from '../api.ts'
import { PlanTag } from './PlanTag.tsx'
import { texts } from './texts.ts'
import page from '../imports.module.css'
import style from './preview.module.css'

/** The first rows as the records they would be. */
export function FirstRows({ it, preview, object }: { it: Import; preview: Preview; object: ObjectView }) {
  const t = useText()
  const language = useLanguage()
  const names = [...new Set([...it.mapping.map(({ field }) => field), ...Object.keys(it.options.defaults ?? {})])]
  const fields = names.map((name) => fieldOf(object, name)).filter((field) => field !== null)
  return (
    <>
      <p className={page.why}>{t(texts.firstOf, { count: countText(preview.rows.length, language), total: countText(it.counts.read, language) })}</p>
      {/* Focusable, so that it can be scrolled by keys. */}
      <div className={style.scroll} tabIndex={0} role="region" aria-label={t(texts.rows)}>
        <table className={`${page.table} ${style.sheet}`}>
          <thead>
            <tr>
              <th scope="col" className={page.figure}>{t(texts.line)}</th>
              <th scope="col">{t(texts.plan)}</th>
              {fields.map((field) => <th key={field.name} scope="col">{t(field.label)}</th>)}
            </tr>
          </thead>
          <tbody>{preview.rows.map((row) => <Row key={row.line} row={row} fields={fields} />)}</tbody>
        </table>
      </div>
    </>
  )
}

function Row({ row, fields }: { row: Preview['rows'][number]; fields: readonly FieldView[] }) {
  const t = useText()
  const note = row.reasons.length > 0 ? row.reasons.map(({ message }) => message).join(' ') : row.repeats ? t(texts.repeats, { line: row.repeats }) : ''
  return (
    <tr data-plan={row.plan}>
      <td className={page.figure}>{row.line}</td>
      <td className={style.planCell}><PlanTag plan={row.plan} />{note !== '' && <div className={style.note} data-wrong={row.reasons.length > 0 || undefined}>{note}</div>}</td>
      {fields.map((field) => <td key={field.name} className={style.cell}><ValueOf field={field} value={row.values[field.name]} /></td>)}
    </tr>
  )
}

/** A value of the file; a linked record that does not exist yet says so. */
export function ValueOf({ field, value }: { field: FieldView; value: unknown }) {
  const t = useText()
  if (!isLink(field)) return <FieldShow field={field} value={value} />
  const links = ([value].flat() as ({ id: string; name: string; new?: boolean } | null | undefined)[]).filter((link) => link !== null && link !== undefined)
  const made = links.filter((link) => link.new)
  const there = links.filter((link) => !link.new)
  return (
    <span className={style.links}>
      {there.length > 0 && <FieldShow field={field} value={field.type === 'link' ? there[0] : there} />}
      {made.map((link) => <span key={link.name} className={style.made}>{link.name}<Tag color="violet">{t(texts.isNew)}</Tag></span>)}
    </span>
  )
}
