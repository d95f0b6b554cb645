/** Maps from letter to letter, as JavaScript and PostgreSQL both apply them. */

export type Range = readonly [first: number, last: number]

// translate() searches its map letter by letter, so the map is cut into scripts and each is used only where the text has such letters.
// Decompositions and case pairs inside these blocks are frozen by Unicode's stability policy: every engine computes the same map.
const blocks: readonly (readonly Range[])[] = [
  [[0xc0, 0x17f]],
  [[0x180, 0x24f], [0x1e00, 0x1eff], [0x212a, 0x212b]],
  [[0x370, 0x3ff], [0x1f00, 0x1fff]],
  [[0x400, 0x52f]],
]

export interface LetterMap {
  ranges: readonly Range[]
  letters: ReadonlyMap<string, string>
}

const isLetter = /\p{L}/u

/** One map for each script, of the letters that `change` turns into one other letter. */
export function letterMaps(change: (letter: string) => string): LetterMap[] {
  return blocks.map((ranges) => {
    const letters = new Map<string, string>()
    for (const code of codes(ranges)) {
      const letter = String.fromCodePoint(code)
      const to = change(letter)
      if (isLetter.test(letter) && to !== letter && [...to].length === 1) letters.set(letter, to)
    }
    return { ranges, letters }
  })
}

export const isMapped = (letter: string): boolean => blocks.some((ranges) => ranges.some(([first, last]) => letter.codePointAt(0)! >= first && letter.codePointAt(0)! <= last))

/** PL/pgSQL statements that apply the maps to the variable t. */
export function translateSql(maps: readonly LetterMap[]): string {
  return maps.map(({ ranges, letters }) => `    if t ~ ${literal(classOf(ranges))} then t := translate(t, ${literal([...letters.keys()].join(''))}, ${literal([...letters.values()].join(''))}); end if;`).join('\n')
}

export function* codes(ranges: readonly Range[]): Generator<number> {
  for (const [first, last] of ranges) for (let code = first; code <= last; code++) yield code
}

/** A character class of the regular expressions of both sides. */
export function classOf(ranges: readonly Range[]): string {
  const unit = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`
  return `[${ranges.map(([first, last]) => (first === last ? unit(first) : `${unit(first)}-${unit(last)}`)).join('')}]`
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
