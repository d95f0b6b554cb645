import { Button, Collapse, NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import { sentence } from '../../kernel/api/problem.ts'
import { useLanguage, useText, type Teller } from '../../kernel/ui/language.ts'
import { change, keep, type FileFormat, type Import } from '../api.ts'
import { saved } from '../saving.ts'
import { texts } from './texts.ts'
import page from '../imports.module.css'

const encodings = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE', 'windows-1250': 'Windows-1250', 'iso-8859-2': 'ISO-8859-2' } as const
const separators = { ',': texts.comma, ';': texts.semicolon, '\t': texts.tab, '|': texts.bar } as const
const quotes = { '"': texts.doubleQuote, "'": texts.singleQuote } as const

/** What was guessed of the file, in one line; opened, it can be corrected and the columns change with it. */
export function FormatPanel({ it }: { it: Import }) {
  const t = useText()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const [spoken, setSpoken] = useState('')
  async function read(format: Partial<FileFormat>) {
    setBusy(true)
    setWrong(null)
    setSpoken(t(texts.rereading))
    try {
      await saved(it.id)
      const answer = keep(await change(it.id, { format }))
      setSpoken(t(texts.reread, { columns: answer.columns.length }))
    } catch (error) {
      setWrong(sentence(error, language))
      setSpoken('')
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className={page.card} aria-label={t(texts.format)} aria-busy={busy}>
      <div className={page.cardHead}>
        <h3 className={page.cardTitle}>{t(texts.format)}</h3>
        <span className={page.quiet}>{summary(it.format, t)}</span>
        <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? texts.hide : texts.correct)}</Button>
        <span role="status" className={page.small}>{spoken}</span>
      </div>
      <Collapse expanded={open}>
        <p className={page.why}>{t(texts.formatAbout)}</p>
        <Choices format={it.format} busy={busy} onRead={(format) => void read(format)} key={JSON.stringify(it.format)} />
      </Collapse>
      <div role="alert">{wrong !== null && <div className={page.wrong}>{wrong}</div>}</div>
    </section>
  )
}

function Choices({ format, busy, onRead }: { format: FileFormat; busy: boolean; onRead(format: Partial<FileFormat>): void }) {
  const t = useText()
  const [line, setLine] = useState<number | string>(format.headLine ?? 1)
  const readLine = () => typeof line === 'number' && line >= 1 && line !== format.headLine && onRead({ headLine: line })
  return (
    <div className={page.fields}>
      {format.kind === 'csv' ? (
        <>
          <Select label={t(texts.encoding)} disabled={busy} allowDeselect={false} value={format.encoding ?? null} data={Object.entries(encodings).map(([value, label]) => ({ value, label }))} onChange={(value) => value !== null && onRead({ encoding: value as FileFormat['encoding'] })} />
          <Select label={t(texts.separator)} disabled={busy} allowDeselect={false} value={format.separator ?? null} data={Object.entries(separators).map(([value, label]) => ({ value, label: t(label) }))} onChange={(value) => value !== null && onRead({ separator: value as FileFormat['separator'] })} />
          <Select label={t(texts.quote)} disabled={busy} allowDeselect={false} value={format.quote ?? null} data={Object.entries(quotes).map(([value, label]) => ({ value, label: t(label) }))} onChange={(value) => value !== null && onRead({ quote: value as FileFormat['quote'] })} />
        </>
      ) : (
        <Select label={t(texts.sheet)} disabled={busy} allowDeselect={false} searchable value={format.sheet ?? null} data={[...new Set(format.sheets ?? [])]} onChange={(value) => value !== null && onRead({ sheet: value })} />
      )}
      <NumberInput label={t(texts.headLine)} disabled={busy} min={1} max={10_000} allowDecimal={false} value={line} onChange={setLine} onBlur={readLine} onKeyDown={(event) => event.key === 'Enter' && readLine()} />
    </div>
  )
}

function summary(format: FileFormat, t: Teller): string {
  const head = `${t(texts.headLine).toLocaleLowerCase()} ${format.headLine ?? 1}`
  if (format.kind !== 'csv') return [format.kind.toUpperCase(), format.sheet, head].filter(Boolean).join(' · ')
  return ['CSV', format.encoding && encodings[format.encoding], format.separator && t(separators[format.separator]), head].filter(Boolean).join(' · ')
}
