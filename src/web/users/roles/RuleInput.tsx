import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCode, IconFilterOff } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ObjectView } from '../../../contract/records.ts'
import type { Answer } from '../../../contract/route.ts'
import type { readRule } from '../../../server/users/roles/contract.ts'
import { useMetadata } from '../../kernel/api/metadata.ts'
import { request } from '../../kernel/api/request.ts'
import { Alternatives } from '../../kernel/records/filter/Alternatives.tsx'
import { alternativesOf } from '../../kernel/records/filter/alternatives.ts'
import { ExpressionBox } from '../../kernel/shaping/ExpressionBox.tsx'
import { surroundingsOf } from '../../kernel/shaping/scope.ts'
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
  const metadata = useMetadata()
  const around = useMemo(() => surroundingsOf(metadata.objects, metadata, { object: object.name, isWhere: true }), [metadata, object.name])
  const [written, setWritten] = useState(false)
  const asText = written || alternativesOf(rule) === null
  const [settled] = useDebouncedValue(rule, 250)
  const reading = useReading(object.name, settled)
  const isRead = rule === settled && !reading.isFetching && rule.trim() !== ''
  const problems = isRead ? (reading.data?.problems ?? []) : []
  const begins = rule.length - rule.trimStart().length
  const faults = problems.map(({ at, length, message }) => ({ at: begins + at, length, sentence: message }))
  return (
    <div className={style.rule}>
      {asText
        ? <ExpressionBox label={label} help={rule.trim() === '' ? t(texts.ruleHelp) : undefined} placeholder={t(texts.ruleHint)} around={around} text={rule} onChange={onChange} expected={null} refused={faults} />
        : <Alternatives object={object} label={t(texts.rule)} text={rule} onChange={onChange} />}
      <div className={style.reading} role="status">
        {!asText && rule.trim() === '' && <span className={style.hint}>{t(texts.ruleHelp)}</span>}
        {!asText && isRead && reading.data?.sentence && <span className={style.sentence}>{t(texts.reads, { sentence: reading.data.sentence })}</span>}
        {!asText && faults[0] !== undefined && <span className={style.fault}>{faults[0].sentence}</span>}
        {isRead && reading.data?.sentence && <Reaches object={object} rule={settled.trim()} />}
      </div>
      <div className={style.ruleActs}>
        <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconCode size={14} stroke={1.7} />} aria-pressed={asText} onClick={() => setWritten(!asText)}>{t(asText ? texts.asSentences : texts.asText)}</Button>
        <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconFilterOff size={14} stroke={1.7} />} onClick={onRemove}>{t(texts.removeRule)}</Button>
      </div>
    </div>
  )
}
