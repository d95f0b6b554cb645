/** Which lines of a document are in its sums. */
export type Kind = 'item' | 'optional' | 'alternative' | 'component' | 'text'

interface Placed {
  id: string
  parent: string | null
  kind: Kind
  chosen: boolean | null
}

/** An item is; an option or an alternative when it was chosen; a component's price is part of its parent's. What lies below something that was not chosen, is not. */
export function countedLines(lines: readonly Placed[]): Set<string> {
  const byId = new Map(lines.map((line) => [line.id, line]))
  const known = new Map<string, boolean>()
  const isTaken = (line: Placed): boolean => {
    const before = known.get(line.id)
    if (before !== undefined) return before
    // A ring of parents counts nothing rather than never ending.
    known.set(line.id, false)
    const above = line.parent === null ? undefined : byId.get(line.parent)
    const answer = (!isChoice(line) || line.chosen === true) && (above === undefined || isTaken(above))
    known.set(line.id, answer)
    return answer
  }
  return new Set(lines.filter((line) => isTaken(line) && (line.kind === 'item' || isChoice(line))).map(({ id }) => id))
}

/** Left to the customer. */
export const isChoice = ({ kind }: { kind: Kind }): boolean => kind === 'optional' || kind === 'alternative'
