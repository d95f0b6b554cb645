import { fold } from '../../expression/fold.ts'
import type { FieldType } from '../field.ts'
import { no, wrongKind } from '../refusals.ts'
import { yesNoWords } from '../texts.ts'

const yes = new Set(['tak', 't', 'yes', 'y', '1', 'true', 'prawda', 'x', 'on', '✓', '✔'])
const not = new Set(['nie', 'n', 'no', '0', 'false', 'falsz', 'off', '-'])

export const type: FieldType<'yesNo', boolean> = {
  name: 'yesNo',
  about: {
    label: { pl: 'Tak lub nie', en: 'Yes or no' },
    help: { pl: 'Przełącznik: zgoda, kluczowy klient.', en: 'A switch: consent, key account.' },
    icon: 'toggle-right',
    group: 'choices',
  },
  options: {},
  accept(json) {
    if (json === null || json === undefined || json === '') return null
    return typeof json === 'boolean' ? json : wrongKind('yesNo')
  },
  read(text) {
    const word = fold(text)
    if (word === '') return null
    if (yes.has(word)) return true
    return not.has(word) ? false : no('yesNo.form', { value: text })
  },
  show: (value, _field, manner) => (value === null ? '' : yesNoWords[value ? 'yes' : 'no'][manner.language]),
  cell: (value) => (value === null ? null : { kind: 'yesNo', value }),
  same: (a, b) => a === b,
  exprType: () => ({ kind: 'yesNo' }),
  exprValue: (value) => value,
  jsonSchema: () => ({ type: 'boolean' }),
}
