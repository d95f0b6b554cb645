/** The shared part of every field type: checking, reading, showing. Complete by the compiler; nowhere else is there a switch over types. */
import type { FieldDefinition, FieldTypeName } from '../contract/definition.ts'
import type { FieldType, FieldValues } from './field.ts'
import { type as text } from './text/field.ts'
import { type as longText } from './longText/field.ts'
import { type as richText } from './richText/field.ts'
import { type as number } from './number/field.ts'
import { type as money } from './money/field.ts'
import { type as percent } from './percent/field.ts'
import { type as rating } from './rating/field.ts'
import { type as date } from './date/field.ts'
import { type as time } from './time/field.ts'
import { type as dateTime } from './dateTime/field.ts'
import { type as yesNo } from './yesNo/field.ts'
import { type as choice } from './choice/field.ts'
import { type as choices } from './choices/field.ts'
import { type as link } from './link/field.ts'
import { type as links } from './links/field.ts'
import { type as mail } from './mail/field.ts'
import { type as phone } from './phone/field.ts'
import { type as web } from './web/field.ts'
import { type as address } from './address/field.ts'
import { type as autoNumber } from './autoNumber/field.ts'
import { type as file } from './file/field.ts'
import { type as files } from './files/field.ts'
import { type as picture } from './picture/field.ts'
import { type as phones } from './phones/field.ts'
import { type as mails } from './mails/field.ts'
import { type as addresses } from './addresses/field.ts'

export const types: { readonly [T in FieldTypeName]: FieldType<T, FieldValues[T]> } = {
  text, longText, richText, number, money, percent, rating, date, time, dateTime, yesNo, choice, choices, link, links, mail, phone, web,
  address, autoNumber, file, files, picture, phones, mails, addresses,
}

/** For callers that hold a field of any type: values are unknown to them and pass through. */
export function typeOf(field: FieldDefinition): FieldType<FieldTypeName, unknown> {
  return types[field.type] as FieldType<FieldTypeName, unknown>
}
