import { Button, Popover, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCode, IconFilterOff, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ObjectView } from '../../../contract/records.ts'
import type { Answer } from '../../../contract/route.ts'
import type { readRule } from '../../../server/users/roles/contract.ts'
import { request } from '../../kernel/api/request.ts'
import { Alternatives } from '../../kernel/records/filter/Alternatives.tsx'
import { alternativesOf } from '../../kernel/records/filter/alternatives.ts'
import { FieldPicker } from '../../kernel/records/list/FieldPicker.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { Reaches } from './Reaches.tsx'
import { texts } from './texts.ts'
import style from './roles.module.css'

type Reading = Answer<typeof readRule>

/** What the server makes of a rule, in the reader's words. */
export function useReading(object: string, rule: string, enabled = true) {
  const language = useLanguage()
  const text = rule.trim()
  return useQuery({
    queryKey: ['rule', object, text, language], enabled: enabled && text !== '', staleTime: Infinity, placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<Reading>('POST', '/api/access/rule', { body: { object, rule: text }, signal }),
  })
}

interface RuleProps {
  object: ObjectView
  label: string
  rule: string
  onChange(rule: string): void
  onRemove(): void
}

/** A row rule as sentences or as text in the expression language, each showing the other; read by the server while it is made. */
export function RuleInput({ object, label, rule, onChange, onRemove }: RuleProps) {
  const t = useText()
  const input = useRef<HTMLTextAreaElement>(null)
  const [written, setWritten] = useState(false)
  const asText = written || alternativesOf(rule) === null
  const [settled] = useDebouncedValue(rule, 250)
  const reading = useReading(object.name, settled)
  const isRead = rule === settled && !reading.isFetching && rule.trim() !== ''
  const problem = isRead ? reading.data?.problems[0] : undefined
  const begins = rule.length - rule.trimStart().length
  function showPlace({ at, length }: { at: number; length: number }) {
    input.current?.focus()
    input.current?.setSelectionRange(begins + at, begins + at + Math.max(1, length))
  }
  return (
    <div className={style.rule}>
      {asText ? <Textarea
        ref={input} autosize minRows={1} maxRows={8} spellCheck={false} value={rule} onChange={(event) => onChange(event.currentTarget.value)} aria-label={label} placeholder={t(texts.ruleHint)} error={problem !== undefined}
        classNames={{ input: style.ruleText }}
      /> : <Alternatives object={object} label={t(texts.rule)} text={rule} onChange={onChange} />}
      <div className={style.reading} role="status">
        {rule.trim() === '' && <span className={style.hint}>{t(texts.ruleHelp)}</span>}
        {isRead && reading.data?.sentence && <span className={style.sentence}>{t(texts.reads, { sentence: reading.data.sentence })}</span>}
        {isRead && reading.data?.sentence && <Reaches object={object} rule={settled.trim()} />}
        {problem !== undefined && (
          <>
            <span className={style.fault}>{problem.message}</span>
            <Excerpt text={rule.trim()} {...problem} />
            <button type="button" className={style.place} onClick={() => showPlace(problem)}>{t(texts.showPlace)}</button>
          </>
        )}
      </div>
      <div className={style.ruleActs}>
        {asText && <InsertField object={object} onPick={(path) => onChange(inserted(input.current, rule, path))} />}
        <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconCode size={14} stroke={1.7} />} aria-pressed={asText} onClick={() => setWritten(!asText)}>{t(asText ? texts.asSentences : texts.asText)}</Button>
        <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconFilterOff size={14} stroke={1.7} />} onClick={onRemove}>{t(texts.removeRule)}</Button>
      </div>
    </div>
  )
}

const around = 24

/** The few words around the fault, with the fault marked. */
function Excerpt({ text, at, length }: { text: string; at: number; length: number }) {
  const end = at + Math.max(1, length)
  return (
    <code className={style.excerpt} aria-hidden>
      {at > around && '…'}
      {text.slice(Math.max(0, at - around), at)}
      <mark>{text.slice(at, end) || ' '}</mark>
      {text.slice(end, end + around)}
      {end + around < text.length && '…'}
    </code>
  )
}

function inserted(input: HTMLTextAreaElement | null, rule: string, path: string): string {
  const [from, to] = [input?.selectionStart ?? rule.length, input?.selectionEnd ?? rule.length]
  const before = rule.slice(0, from)
  return `${before}${before === '' || before.endsWith(' ') ? '' : ' '}${path} ${rule.slice(to)}`
}

function InsertField({ object, onPick }: { object: ObjectView; onPick(path: string): void }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconPlus size={14} stroke={1.8} />} onClick={() => setOpen(!open)} aria-expanded={open}>{t(texts.insertField)}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <FieldPicker
          object={object}
          onPick={(path) => {
            setOpen(false)
            onPick(path)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
