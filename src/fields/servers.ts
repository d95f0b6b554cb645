/** The server part of every field type: columns and SQL. Complete by the compiler. */
import type { FieldDefinition, FieldTypeName } from '../contract/definition.ts'
import type { FieldServer, FieldValues } from './field.ts'
import './phone/world.ts'
import { server as text } from './text/server.ts'
import { server as longText } from './longText/server.ts'
import { server as richText } from './richText/server.ts'
import { server as number } from './number/server.ts'
import { server as money } from './money/server.ts'
import { server as percent } from './percent/server.ts'
import { server as rating } from './rating/server.ts'
import { server as date } from './date/server.ts'
import { server as time } from './time/server.ts'
import { server as dateTime } from './dateTime/server.ts'
import { server as yesNo } from './yesNo/server.ts'
import { server as choice } from './choice/server.ts'
import { server as choices } from './choices/server.ts'
import { server as link } from './link/server.ts'
import { server as links } from './links/server.ts'
import { server as mail } from './mail/server.ts'
import { server as phone } from './phone/server.ts'
import { server as web } from './web/server.ts'
import { server as address } from './address/server.ts'
import { server as autoNumber } from './autoNumber/server.ts'
import { server as file } from './file/server.ts'
import { server as files } from './files/server.ts'
import { server as picture } from './picture/server.ts'
import { server as phones } from './phones/server.ts'
import { server as mails } from './mails/server.ts'
import { server as addresses } from './addresses/server.ts'

export const servers: { readonly [T in FieldTypeName]: FieldServer<T, FieldValues[T]> } = {
  text, longText, richText, number, money, percent, rating, date, time, dateTime, yesNo, choice, choices, link, links, mail, phone, web,
  address, autoNumber, file, files, picture, phones, mails, addresses,
}

/** For callers that hold a field of any type: values are unknown to them and pass through. */
export function serverOf(field: FieldDefinition): FieldServer<FieldTypeName, unknown> {
  return servers[field.type] as FieldServer<FieldTypeName, unknown>
}
