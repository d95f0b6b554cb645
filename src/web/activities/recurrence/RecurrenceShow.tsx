import type { FieldShowProps } from '../../../fields/web.ts'
import { describeRecurrence } from '../../../server/activities/recurrence/contract.ts'
import { useLanguage } from '../../kernel/ui/language.ts'

export function RecurrenceShow({ value }: FieldShowProps<'text'>) {
  const language = useLanguage()
  return value === null ? null : <>{describeRecurrence(value, language)}</>
}
