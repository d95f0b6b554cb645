import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { LinkValue, ObjectView, RecordRow } from '../../../../contract/records.ts'
import { RecordLink } from '../../../../fields/record-link.tsx'
import { fieldOf, isLink, resolvePath, useMetadata } from '../../api/metadata.ts'
import { useLanguage, useText } from '../../ui/language.ts'
import { FieldShow } from '../field/FieldShow.tsx'
import { partField, partValue } from '../field/part.ts'
import { recordLayout } from './layout.ts'
import style from './page.module.css'

/** A day or a number could be of anything. */
const saysNothingAlone: ReadonlySet<string> = new Set(['date', 'dateTime', 'number', 'percent', 'yesNo'])

/** Abbreviations keep their capitals. */
const inSentence = (label: string, language: string): string => (/^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLocaleLowerCase(language) + label.slice(1))

/** Key facts: what has a colour as a tag, the rest as words; whose it is at the end. */
export function Chips({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const language = useLanguage()
  const metadata = useMetadata()
  const tags: ReactNode[] = []
  const facts: ReactNode[] = []
  for (const path of recordLayout(object, record).headline) {
    const found = resolvePath(metadata, object.name, path)
    if (found === null || found.fields.length > 1) continue
    const { last: field, part } = found
    const value = part ? partValue(field, record[field.name], part) : record[field.name]
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue
    const shown = part ? partField(field, part) : field
    const tagged = shown !== null && (shown.type === 'choice' ? shown.choices.find((one) => one.value === value)?.color !== undefined : shown.type === 'choices' || shown.type === 'links')
    const fact = isLink(field) && field.type === 'link' ? <RecordLink object={field.target} to={value as LinkValue} /> : <FieldShow field={field} part={part} value={value} density="cell" />
    const called = part === null && saysNothingAlone.has(field.type) ? `${inSentence(t(field.label), language)} ` : null
    ;(tagged ? tags : facts).push(<Fragment key={path}>{called}{fact}</Fragment>)
  }
  const owner = record.owner as LinkValue | null | undefined
  const ownerField = fieldOf(object, 'owner')
  if (owner && ownerField) facts.push(<span key="owner">{t(ownerField.label).toLocaleLowerCase(language)} {owner.name}</span>)
  return (
    <>
      {tags}
      {facts.map((fact, index) => (
        <span key={index} className={style.fact}>
          {fact}
          {index < facts.length - 1 && <span className={style.dot} aria-hidden>·</span>}
        </span>
      ))}
    </>
  )
}
