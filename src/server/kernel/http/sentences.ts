/** What is wrong with a place of a request, in words: those of the validation library speak of programs, and in Polish of half of them. */
import { z } from 'zod'
import { say, type Language, type Text, type TextValues } from '../../../contract/text.ts'
import { texts } from './texts.ts'

type Issue = z.core.$ZodIssue

const english = z.locales.en().localeError
const polish = z.locales.pl().localeError

const kinds: Readonly<Record<string, Text>> = {
  string: texts.kindText, number: texts.kindNumber, int: texts.kindWhole, boolean: texts.wantsYesNo, array: texts.kindList, object: texts.wantsObject, record: texts.wantsObject,
}

export function sentenceOf(issue: Issue, language: Language): string {
  const known = knownSentence(issue, language)
  if (known !== null) return say(known.text, language, known.values)
  const foreign = (language === 'pl' ? polish : english)(issue as never)
  return typeof foreign === 'string' ? foreign : (foreign?.message ?? say(texts.malformed, language))
}

function knownSentence(issue: Issue, language: Language): { text: Text; values?: TextValues } | null {
  if (issue.code === 'unrecognized_keys') return { text: texts.unknownKey, values: { name: issue.keys.join(', ') } }
  if (issue.code === 'invalid_type' && issue.expected in kinds) return { text: texts.wantedKind, values: { kind: say(kinds[issue.expected]!, language) } }
  if (issue.code === 'invalid_value') return { text: texts.wantedKind, values: { kind: say(texts.wantsOneOf, language, { values: issue.values.map(String).join(', ') }) } }
  if (issue.code === 'too_big' && issue.origin === 'string') return { text: texts.textTooLong, values: { max: Number(issue.maximum) } }
  if (issue.code === 'too_small' && issue.origin === 'string') return { text: texts.textTooShort, values: { min: Number(issue.minimum) } }
  if (issue.code === 'too_big' && issue.origin === 'array') return { text: texts.listTooLong, values: { max: Number(issue.maximum) } }
  if (issue.code === 'too_small' && issue.origin === 'array') return { text: texts.listTooShort, values: { min: Number(issue.minimum) } }
  if (issue.code === 'invalid_format' && issue.format === 'uuid') return { text: texts.wantedKind, values: { kind: say(texts.kindId, language) } }
  return null
}
