import { Button } from '@mantine/core'
import { IconCode } from '@tabler/icons-react'
import { useState } from 'react'
import { Alternatives } from '../records/filter/Alternatives.tsx'
import { alternativesOf } from '../records/filter/alternatives.ts'
import { objectOf, useMetadata } from '../api/metadata.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { ExpressionBox } from './ExpressionBox.tsx'
import { readExpression, type Surroundings } from './scope.ts'
import { texts } from './texts.ts'
import style from './shaping.module.css'

interface ConditionProps {
  label: string
  help?: string
  around: Surroundings
  text: string
  onChange(text: string): void
}

/** A condition as sentences or as text in the expression language, each showing the other. */
export function ConditionInput({ label, help, around, text, onChange }: ConditionProps) {
  const t = useText()
  const language = useLanguage()
  const object = objectOf(useMetadata(), around.object)
  const [written, setWritten] = useState(false)
  const asText = written || object === null || alternativesOf(text) === null
  const reading = text.trim() === '' ? null : readExpression(text, null, { around, t, language })
  return (
    <div className={style.condition}>
      {asText ? <ExpressionBox label={label} help={help} around={around} text={text} onChange={onChange} expected={null} /> : (
        <>
          <span className="sd-label">{label}</span>
          {help && <p className={style.help}>{help}</p>}
          <Alternatives object={object} label={label} text={text} onChange={onChange} />
          {text.trim() !== '' && <code className={style.written}>{text}</code>}
          {reading?.faults !== undefined && <span className={style.fault} role="status">{reading.faults[0]!.sentence}</span>}
        </>
      )}
      <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconCode size={14} stroke={1.7} />} aria-pressed={asText} aria-label={`${label}: ${t(asText ? texts.asSentences : texts.asText)}`} onClick={() => setWritten(!asText)}>{t(asText ? texts.asSentences : texts.asText)}</Button>
    </div>
  )
}
