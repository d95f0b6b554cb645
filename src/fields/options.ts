/**
 * How a type of field is offered to the administrator, and what he may say of a field of it. Plain data: the editor draws itself
 * from it, and the server checks by it, so that nobody asks which type a field is of.
 */
import type { FieldOptions, FieldTypeName } from '../contract/definition.ts'
import type { Text } from '../contract/text.ts'

export interface About {
  label: Text
  /** When one takes it, with an example. */
  help: Text
  /** A Tabler icon's name without prefix. */
  icon: string
  group: FieldGroup
}

/** In the order in which they are offered. */
export const fieldGroups = {
  texts: { pl: 'Teksty', en: 'Texts' },
  numbers: { pl: 'Liczby', en: 'Numbers' },
  dates: { pl: 'Daty i godziny', en: 'Dates and times' },
  choices: { pl: 'Wybór', en: 'Choices' },
  links: { pl: 'Powiązania', en: 'Links' },
  contact: { pl: 'Kontakt', en: 'Contact' },
  files: { pl: 'Pliki', en: 'Files' },
  other: { pl: 'Inne', en: 'Other' },
} as const satisfies Record<string, Text>
export type FieldGroup = keyof typeof fieldGroups

export type OptionDefinition = {
  label: Text
  help?: Text
  required?: boolean
  /** Cannot be changed once the field is there: what is stored would mean something else. */
  fixed?: boolean
} & OptionKind

/** What the option's value is, and so how it is asked for. */
export type OptionKind =
  | { kind: 'whole'; min: number; max: number }
  | { kind: 'decimal' }
  | { kind: 'yesNo' }
  /** A word in every language. */
  | { kind: 'words'; maxLength: number }
  | { kind: 'oneOf'; choices: readonly { value: string; label: Text }[] }
  /** The name of an object. */
  | { kind: 'object' }
  /** The name of another field of the same object. */
  | { kind: 'field' }
  /** The code of one of the company's currencies. */
  | { kind: 'currency' }
  /** Values with label, colour, order, parent. */
  | { kind: 'choices' }
  /** The name of a list of choices that several fields share; `choices` are then its values. */
  | { kind: 'list' }
  /** Values with labels, none under another: the kinds of phones, mails, addresses. */
  | { kind: 'kinds' }
  /** Pattern of the numbers the program gives. */
  | { kind: 'pattern' }
  /** As in a browser's file input: '.pdf', 'image/*', 'application/pdf'. */
  | { kind: 'fileTypes' }

/** Every option of the type; the compiler sees to it that none is left out. */
export type OptionsOf<T extends FieldTypeName> = { readonly [K in keyof FieldOptions[T]]-?: OptionDefinition }

// ---- Options that several types have ------------------------------------------------------------------------------

export const maxLengthUpTo = (max: number): OptionDefinition => ({ label: { pl: 'Najwięcej znaków', en: 'Most characters' }, kind: 'whole', min: 1, max })

export const uniqueOption: OptionDefinition = {
  label: { pl: 'Bez powtórzeń', en: 'No two the same' },
  help: { pl: 'Dwa rekordy poza koszem nie mogą mieć tej samej wartości.', en: 'No two records outside the trash may have the same value.' },
  kind: 'yesNo',
}

export const numberOptions = {
  decimals: { label: { pl: 'Miejsca po przecinku', en: 'Digits after the point' }, help: { pl: 'Puste: ile kto wpisze, najwyżej 10.', en: 'Empty: as many as one types, at most 10.' }, kind: 'whole', min: 0, max: 10 },
  min: { label: { pl: 'Najmniej', en: 'Least' }, kind: 'decimal' },
  max: { label: { pl: 'Najwięcej', en: 'Most' }, kind: 'decimal' },
} as const satisfies Record<string, OptionDefinition>

export const choiceOptions: OptionsOf<'choice' | 'choices'> = {
  choices: { label: { pl: 'Wartości', en: 'Values' }, help: { pl: 'Od pierwszej do ostatniej: w tej kolejności są podpowiadane i sortowane.', en: 'From first to last: in this order they are offered and sorted.' }, required: true, kind: 'choices' },
  list: { label: { pl: 'Wspólna lista', en: 'Shared list' }, help: { pl: 'Lista, z której korzysta kilka pól: zmiana w niej jest zmianą we wszystkich.', en: 'A list used by several fields: a change in it is a change in all of them.' }, kind: 'list' },
}

export const kindsOption: OptionDefinition = {
  label: { pl: 'Rodzaje', en: 'Kinds' },
  help: { pl: 'Np. biuro, dom, komórka. Pierwszy jest zwykły: nowa pozycja dostaje go sama.', en: 'Such as work, home, mobile. The first one is the usual one: a new item gets it by itself.' },
  required: true,
  kind: 'kinds',
}

export const targetOption: OptionDefinition = { label: { pl: 'Do czego prowadzi', en: 'Leads to' }, required: true, fixed: true, kind: 'object' }
export const reverseOption: OptionDefinition = {
  label: { pl: 'Nazwa w drugą stronę', en: 'Name of the way back' },
  help: { pl: 'Jak nazywa się lista tych rekordów na stronie rekordu, do którego prowadzi pole, np. „Urządzenia”.', en: 'What the list of these records is called on the page of the record the field leads to, such as “Machines”.' },
  kind: 'words',
  maxLength: 80,
}

export const fileTypesOption: OptionDefinition = {
  label: { pl: 'Dozwolone pliki', en: 'Allowed files' },
  help: { pl: 'Np. .pdf, .docx albo image/*. Puste: wszystkie.', en: 'Such as .pdf, .docx or image/*. Empty: all.' },
  kind: 'fileTypes',
}
