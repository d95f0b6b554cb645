/** The screen part of every field type. Complete by the compiler. */
import type { FieldDefinition, FieldTypeName } from '../contract/definition.ts'
import type { FieldWeb } from './web.ts'
import { web as text } from './text/web.tsx'
import { web as longText } from './longText/web.tsx'
import { web as richText } from './richText/web.tsx'
import { web as number } from './number/web.tsx'
import { web as money } from './money/web.tsx'
import { web as percent } from './percent/web.tsx'
import { web as rating } from './rating/web.tsx'
import { web as date } from './date/web.tsx'
import { web as time } from './time/web.tsx'
import { web as dateTime } from './dateTime/web.tsx'
import { web as yesNo } from './yesNo/web.tsx'
import { web as choice } from './choice/web.tsx'
import { web as choices } from './choices/web.tsx'
import { web as link } from './link/web.tsx'
import { web as links } from './links/web.tsx'
import { web as mail } from './mail/web.tsx'
import { web as phone } from './phone/web.tsx'
import { web } from './web/web.tsx'
import { web as address } from './address/web.tsx'
import { web as autoNumber } from './autoNumber/web.tsx'
import { web as file } from './file/web.tsx'
import { web as files } from './files/web.tsx'
import { web as picture } from './picture/web.tsx'
import { web as phones } from './phones/web.tsx'
import { web as mails } from './mails/web.tsx'
import { web as addresses } from './addresses/web.tsx'

export const webs: { readonly [T in FieldTypeName]: FieldWeb<T> } = {
  text, longText, richText, number, money, percent, rating, date, time, dateTime, yesNo, choice, choices, link, links, mail, phone, web,
  address, autoNumber, file, files, picture, phones, mails, addresses,
}

/** For screens that hold a field of any type: values are unknown to them and pass through. */
export function webOf(field: FieldDefinition): FieldWeb<FieldTypeName> {
  return webs[field.type] as unknown as FieldWeb<FieldTypeName>
}
