import { TextInput, Textarea } from '@mantine/core'
import type { Language, Text } from '../../../contract/text.ts'
import { languages } from '../../../contract/text.ts'
import { useText } from '../ui/language.ts'
import { texts } from './texts.ts'
import style from './shaping.module.css'

interface PairProps {
  label: string
  help?: string
  value: Partial<Text> | undefined
  onChange(value: Partial<Text>): void
  error?: string
  required?: boolean
  long?: boolean
  maxLength?: number
  autoFocus?: boolean
}

const names = { pl: texts.inPolish, en: texts.inEnglish } as const

/** Words in both languages, side by side; one left empty is taken from the other. */
export function TextPair({ label, help, value, onChange, error, required, long, maxLength = 120, autoFocus }: PairProps) {
  const t = useText()
  const Input = long === true ? Textarea : TextInput
  const other = (language: Language) => (language === 'pl' ? 'en' : 'pl')
  return (
    <div className={style.pair}>
      {languages.map((language, at) => (
        <Input
          key={language} label={t(texts.both, { label, language: t(names[language]) })} description={at === 0 ? help : undefined} inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={value?.[language] ?? ''} onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })} withAsterisk={required === true && at === 0}
          placeholder={(value?.[other(language)] ?? '') === '' ? undefined : t(texts.asOther)} maxLength={maxLength} error={at === 0 ? error : undefined} data-autofocus={autoFocus === true && at === 0 ? true : undefined} autoFocus={autoFocus === true && at === 0}
          {...(long === true ? { autosize: true, minRows: 2, maxRows: 6 } : {})}
        />
      ))}
    </div>
  )
}
