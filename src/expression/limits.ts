/** What an expression may be, so that no text can take time, stack or the database's patience. */
export const limits = {
  characters: 10_000,
  /** Brackets, functions and operators inside each other. */
  depth: 100,
  /** Aggregates inside aggregates: each level is a loop over records. */
  aggregates: 4,
  /** Digits of a number that is written out. */
  wholeDigits: 40,
  decimalDigits: 20,
  /** Digits a calculation may come to; far below what PostgreSQL's numeric and our decimals hold exactly. */
  calculatedDigits: 1_500,
  /** Characters of SQL one expression may become. */
  sqlCharacters: 400_000,
} as const
