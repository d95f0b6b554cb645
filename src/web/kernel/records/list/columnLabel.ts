import type { Text } from '../../../../contract/text.ts'
import type { Column } from './columns.ts'

type Labelled = Pick<Column, 'labels'> & { alone?: boolean }

/** 'Firma: opiekun' for a path, 'Nazwa' for the record's own field; parts of an address say enough alone: 'Miejscowość'. */
export function columnLabel({ labels, alone = false }: Labelled, t: (text: Text) => string): string {
  const words = (alone ? labels.slice(0, -2).concat(labels.slice(-1)) : labels).map(t)
  if (words.length === 1) return raised(words[0]!)
  return words.map((word, place) => (place === 0 ? raised(word) : lowered(word))).join(': ')
}

/** Abbreviations stay as they are: 'Firma: NIP'. */
const lowered = (word: string) => (word === word.toLocaleUpperCase() ? word : word.charAt(0).toLocaleLowerCase() + word.slice(1))
const raised = (word: string) => word.charAt(0).toLocaleUpperCase() + word.slice(1)
