/** How records stand on a board whose columns are other records: opportunities by the stages of a pipeline. */
export interface BoardDefinition {
  /** The link whose targets are the columns. */
  by: string
  /** Field of a column by which the columns stand, and the choice that colours them. */
  order: string
  color?: string
  /** A link that records and columns both have: one board shows what leads to one of its targets, of those where the condition holds. */
  within?: { link: string; where?: string }
  /** Number in the base currency, summed above each column; `expected` likewise, weighted by how likely it is. */
  worth?: string
  expected?: string
  /** What a card tells under its name. */
  card: readonly string[]
  /** The moment it came to its column. */
  since?: string
  /** Yes or no: it has stood still for too long. */
  stalled?: string
  /** Day or moment of what is to be done next, and the yes or no that says it must not be missing. */
  next?: { field: string; required?: string }
  /** A state whose moves are places where a lifted card may be put. */
  ends?: string
}

/** All paths it names, from the records that stand on it. */
export const boardPaths = ({ by, order, color, within, worth, expected, card, since, stalled, next, ends }: BoardDefinition): string[] =>
  [by, `${by}.${order}`, color && `${by}.${color}`, within?.link, within && `${by}.${within.link}`, worth, expected, ...card, since, stalled, next?.field, next?.required, ends].filter((path) => path !== undefined)

/** Conditions that all must hold, as one; undefined where there is none. */
export const together = (...conditions: (string | undefined)[]): string | undefined => {
  const said = conditions.filter((one) => one !== undefined && one !== '')
  return said.length < 2 ? said[0] : said.map((one) => `(${one})`).join(' and ')
}
