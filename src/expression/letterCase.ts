/**
 * Upper and lower case, letter by letter (ß stays ß), the same in the database whatever its collation:
 * Latin, Greek and Cyrillic.
 */
import { isMapped, letterMaps, literal, translateSql, type LetterMap } from './letters.ts'

// A pair whose other half lies outside the blocks may be younger than some browser's Unicode.
const within = (change: (letter: string) => string) => (letter: string) => (isMapped(change(letter)) ? change(letter) : letter)
const small = within((letter) => letter.toLowerCase())
const capital = within((letter) => letter.toUpperCase())

const capitals = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index)).join('')
const ascii = (from: string, to: string): [string, string][] => [...from].map((letter, index) => [letter, to[index]!])
const lowerMaps = letterMaps(small)
const upperMaps = letterMaps(capital)
const wholeMap = (maps: readonly LetterMap[], latin: [string, string][]) => new Map([...latin, ...maps.flatMap(({ letters }) => [...letters])])
const toLower = wholeMap(lowerMaps, ascii(capitals, capitals.toLowerCase()))
const toUpper = wholeMap(upperMaps, ascii(capitals.toLowerCase(), capitals))

const changed = (text: string, map: ReadonlyMap<string, string>): string => {
  let result = ''
  for (const letter of text) result += map.get(letter) ?? letter
  return result
}

export const lowerCase = (text: string): string => changed(text, toLower)
export const upperCase = (text: string): string => changed(text, toUpper)

const caseSql = (functionName: string, from: string, to: string, maps: readonly LetterMap[]): string => `create or replace function ${functionName}(given text) returns text
language plpgsql immutable strict parallel safe as $case$
declare
  t text collate "C" := translate(given collate "C", ${literal(from)}, ${literal(to)});
begin
  if octet_length(t) <> char_length(t) then
${translateSql(maps)}
  end if;
  return t;
end
$case$`

export const letterCaseSql: readonly string[] = [
  caseSql('sedno_lower', capitals, capitals.toLowerCase(), lowerMaps),
  caseSql('sedno_upper', capitals.toLowerCase(), capitals, upperMaps),
]
