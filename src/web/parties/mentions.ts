/** The `@` word being typed just before the caret, and where it begins; null when there is none. */
export function wordAfterAt(text: string, caret: number): { from: number; word: string } | null {
  const before = text.slice(0, caret)
  const found = /(?:^|[\s(])@([\p{L}\p{M}.'-]*(?: [\p{L}\p{M}.'-]*)?)$/u.exec(before)
  if (found === null) return null
  return { from: caret - found[1]!.length - 1, word: found[1]! }
}

/** Those of the people mentioned whose name still stands in the text. */
export function stillMentioned<P extends { name: string }>(people: readonly P[], text: string): P[] {
  return people.filter((person) => text.includes(`@${person.name}`))
}
