import { isLink } from '../../kernel/api/metadata.ts'
import type { Configuration } from '../../kernel/shaping/configuration.ts'
import type { Teller } from '../../kernel/ui/language.ts'
import { texts } from './texts.ts'

export interface LinkHere {
  object: string
  link: string
}

/** Every link of any object that leads here: each may be a related list. */
export const linksHere = ({ objects }: Configuration, name: string): LinkHere[] =>
  objects.filter((object) => object.hidden !== true).flatMap((object) => object.fields.filter((field) => !field.hidden && isLink(field) && field.target === name && !['createdBy', 'updatedBy'].includes(field.name)).map((field) => ({ object: object.name, link: field.name })))

/** By the link's other side, which is what the page calls the list: 'Kontakty'; else 'Osoby (Firma)'. */
export function linkWords({ objects }: Configuration, { object: name, link }: LinkHere, t: Teller): string {
  const object = objects.find((one) => one.name === name)
  const field = object?.fields.find((one) => one.name === link)
  if (object === undefined || field === undefined) return `${name}.${link}`
  const reverse = 'reverse' in field ? field.reverse : undefined
  return reverse === undefined ? t(texts.relatedOf, { object: t(object.plural), link: t(field.label) }) : t(reverse)
}
