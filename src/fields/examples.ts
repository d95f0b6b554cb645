/** Values of every field type for the conformance and property tests. Complete by the compiler. */
import type { FieldTypeName } from '../contract/definition.ts'
import type { FieldExamples, FieldValues } from './field.ts'
import { examples as text } from './text/examples.ts'
import { examples as longText } from './longText/examples.ts'
import { examples as richText } from './richText/examples.ts'
import { examples as number } from './number/examples.ts'
import { examples as money } from './money/examples.ts'
import { examples as percent } from './percent/examples.ts'
import { examples as rating } from './rating/examples.ts'
import { examples as date } from './date/examples.ts'
import { examples as time } from './time/examples.ts'
import { examples as dateTime } from './dateTime/examples.ts'
import { examples as yesNo } from './yesNo/examples.ts'
import { examples as choice } from './choice/examples.ts'
import { examples as choices } from './choices/examples.ts'
import { examples as link } from './link/examples.ts'
import { examples as links } from './links/examples.ts'
import { examples as mail } from './mail/examples.ts'
import { examples as phone } from './phone/examples.ts'
import { examples as web } from './web/examples.ts'
import { examples as address } from './address/examples.ts'
import { examples as autoNumber } from './autoNumber/examples.ts'
import { examples as file } from './file/examples.ts'
import { examples as files } from './files/examples.ts'
import { examples as picture } from './picture/examples.ts'
import { examples as phones } from './phones/examples.ts'
import { examples as mails } from './mails/examples.ts'
import { examples as addresses } from './addresses/examples.ts'

export const examples: { readonly [T in FieldTypeName]: FieldExamples<T, FieldValues[T]> } = {
  text, longText, richText, number, money, percent, rating, date, time, dateTime, yesNo, choice, choices, link, links, mail, phone, web,
  address, autoNumber, file, files, picture, phones, mails, addresses,
}
