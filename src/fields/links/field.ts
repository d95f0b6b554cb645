import { isRefused } from '../characters.ts'
import type { FieldType } from '../field.ts'
import { acceptId } from '../link/ids.ts'
import { reverseOption, targetOption } from '../options.ts'
import { at, no, wrongKind } from '../refusals.ts'
import { sameSet } from '../textual.ts'

const maxLinks = 1000

export const type: FieldType<'links', string[]> = {
  name: 'links',
  about: {
    label: { pl: 'Kilka powiązań', en: 'Several links' },
    help: { pl: 'Prowadzi do wielu rekordów: uczestnicy, produkty.', en: 'Leads to many records: participants, products.' },
    icon: 'sitemap',
    group: 'links',
  },
  options: { target: targetOption, reverse: reverseOption },
  accept(json) {
    if (json === null || json === undefined || json === '') return null
    if (!Array.isArray(json)) return wrongKind('ids')
    if (json.length > maxLinks) return no('value.too_many', { count: json.length, max: maxLinks })
    const ids = new Set<string>()
    for (const [index, each] of json.entries()) {
      const id = acceptId(each)
      if (isRefused(id)) return at(index, id)
      ids.add(id)
    }
    return ids.size === 0 ? null : [...ids]
  },
  read(text, field) {
    const words = text.split(/[\s,;|]+/).filter((word) => word !== '')
    const ids = type.accept(words, field)
    return isRefused(ids) ? no('needs_lookup', { value: text }) : ids
  },
  show: (value) => (value ?? []).join(', '),
  cell: (value) => (value === null ? null : { kind: 'text', value: value.join(', ') }),
  same: sameSet,
  exprType: (field) => ({ kind: 'list', of: { kind: 'record', object: field.target } }),
  exprValue: (value) => value,
  jsonSchema: () => ({ type: 'array', items: { type: 'string', format: 'uuid' }, uniqueItems: true, maxItems: maxLinks }),
}
