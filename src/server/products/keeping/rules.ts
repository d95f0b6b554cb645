/** The shortest way from a whole down to itself, by the names of the parts; empty where there is none. */
export function wayBack(steps: readonly { whole: string; part: string; name: string }[], whole: string): string[] {
  const partsOf = Map.groupBy(steps, (step) => step.whole)
  const ways: { at: string; names: string[] }[] = [{ at: whole, names: [] }]
  const been = new Set<string>()
  for (const { at, names } of ways) {
    if (names.length > 0 && at === whole) return names
    if (been.has(at)) continue
    been.add(at)
    ways.push(...(partsOf.get(at) ?? []).map(({ part, name }) => ({ at: part, names: [...names, name] })))
  }
  return []
}
