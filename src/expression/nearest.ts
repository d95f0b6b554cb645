/** The name most like the one written, when it is like enough to be meant. */
export function nearest(written: string, names: readonly string[]): string | null {
  const wanted = written.slice(0, 60).toLowerCase()
  const bound = Math.max(1, Math.floor(wanted.length / 3))
  let best: string | null = null
  let least = bound + 1
  for (const name of names) {
    const away = Math.abs(name.length - wanted.length) > bound ? Infinity : distance(wanted, name.toLowerCase())
    if (away < least) {
      least = away
      best = name
    }
  }
  return best
}

/** Letters to add, drop, change or swap with the neighbour. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length]!
}
