/**
 * What a field type is on the screen: shown, edited, asked for in a filter. The register is webs.ts.
 * A field knows nothing of the application around it; what it needs from there (looking up links, sending files,
 * opening records) comes through FieldSurroundings.
 */
import { createContext, use } from 'react'
import type { ComponentType, ReactNode } from 'react'
import type { FieldDefinition, FieldTypeName } from '../contract/definition.ts'
import type { LinkValue } from '../contract/records.ts'
import type { Refusal } from '../contract/refusal.ts'
import type { Text, TextValues } from '../contract/text.ts'
import type { ExprValue } from '../expression/types.ts'
import type { FieldValues, FileValue, Manner } from './field.ts'

/** Values as the API reads them: links come with the name of what they lead to. */
export type ReadValues = Omit<FieldValues, 'link' | 'links'> & { link: LinkValue; links: LinkValue[] }

/** cell: one line, no links that take a click away from the row. page: all of it, links to follow. */
export type Density = 'cell' | 'page'

export interface FieldShowProps<T extends FieldTypeName> {
  value: ReadValues[T] | null
  field: FieldDefinition<T>
  density: Density
  /** The record it belongs to, for fetching files. */
  at?: { object: string; id: string }
}

/** What Mantine's inputs take to draw label, help and error; in a cell only `aria-label`. */
export interface InputFrame {
  id?: string
  label?: ReactNode
  description?: ReactNode
  error?: ReactNode
  withAsterisk?: boolean
  'aria-label'?: string
  'aria-required'?: boolean
  size?: 'xs' | 'sm' | 'md'
  /** Where focus goes when a dialogue opens; it would else go to its first button. */
  'data-autofocus'?: true
  inputWrapperOrder?: ('label' | 'input' | 'description' | 'error')[]
}

/** Text in the field that is not a value (yet): kept as typed, so that it is never lost. */
export interface Unread {
  text: string
  refusal: Refusal
}

export interface FieldEditProps<T extends FieldTypeName> {
  value: ReadValues[T] | null
  field: FieldDefinition<T>
  /** Called at every change; `unread` when the text cannot be read as this type (the value is then the last good one). */
  onChange(value: ReadValues[T] | null, unread?: Unread): void
  /** Leaving the field, Enter, or a choice made: the value is final. */
  onCommit?(): void
  /** Escape. */
  onCancel?(): void
  /** What was typed before and could not be read. */
  unread?: Unread
  frame: InputFrame
  autoFocus?: boolean
  disabled?: boolean
  density: Density
  /** Message of the refusal of a part, by its path inside the value: `1.value`, `postalCode`. */
  partErrors?: Readonly<Record<string, string>>
}

export interface FieldFilterProps<T extends FieldTypeName> {
  field: FieldDefinition<T>
  /** What the field is compared with, in the expression language's own values; a record is {id, name}; several is a list. */
  value: ExprValue
  onChange(value: ExprValue): void
  /** Compared with a list: `in`. */
  many?: boolean
  frame: InputFrame
  autoFocus?: boolean
}

export interface FieldWeb<T extends FieldTypeName> {
  Show: ComponentType<FieldShowProps<T>>
  Edit: ComponentType<FieldEditProps<T>>
  Filter: ComponentType<FieldFilterProps<T>>
  /** What is sent for what was read: a link's id. Left out where both are the same. */
  sent?(value: ReadValues[T]): FieldValues[T]
  /** Figures stand right in columns. */
  align?: 'right'
  /** Takes the whole width of a form. */
  wide?: boolean
  /** Too tall to be edited in a cell of a list. */
  tall?: boolean
  /** Several inputs under one label. */
  composite?: boolean
  /** Only the program gives it a value. */
  given?: boolean
}

/** One offer of a link picker: what distinguishes it from its namesakes stands beside its name. */
export interface LookupOffer extends LinkValue {
  hints: readonly string[]
}

export interface FieldSurroundings {
  manner: Manner
  say(text: Text, values?: TextValues): string
  /** Currencies offered, the base one first. */
  currencies: readonly string[]
  lookup(object: string, text: string, signal: AbortSignal): Promise<LookupOffer[]>
  /** May this person make one, and what is it called. */
  creates(object: string): { may: boolean; label: string }
  /** Asks for the rest of the new record; null when given up. */
  create(object: string, name: string): Promise<LinkValue | null>
  recordHref(object: string, id: string): string
  openRecord(object: string, id: string): void
  upload(file: File, progress: (share: number) => void, signal: AbortSignal): Promise<FileValue>
  fileHref(file: FileValue, at: { object: string; id: string; field: string }): string
}

export const FieldSurroundingsContext = createContext<FieldSurroundings | null>(null)

export function useSurroundings(): FieldSurroundings {
  const surroundings = use(FieldSurroundingsContext)
  if (surroundings === null) throw new Error('a field is drawn outside FieldSurroundingsContext')
  return surroundings
}

/** Reader of texts in the person's language. */
export function useSay(): FieldSurroundings['say'] {
  return useSurroundings().say
}

/** How the person writes and reads dates, numbers and money. */
export function useManner(): Manner {
  return useSurroundings().manner
}
