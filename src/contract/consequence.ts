import type { Values } from './definition.ts'

/** A further write in the same transaction, through the same gate, as the program and not as the person. */
export type Consequence =
  | { object: string; create: Values }
  | { object: string; change: string; values: Values }
  | { object: string; changeWhere: string; values: Values }
