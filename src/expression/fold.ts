/**
 * Folding: the one form in which texts are compared when case and diacritics must not matter (search, contains, duplicates).
 * `fold` and the database's `sedno_fold` give the same result for every text; the test compares them on every code point.
 * Lower case, no diacritics (ł→l, ß→ss, й→и), plain quotes and dashes, invisible characters gone, white space collapsed and trimmed.
 *
 * lower() of the database depends on its collation and its version, so only its ASCII part is used and the rest is a map.
 */
import { classOf, codes, letterMaps, literal, translateSql, type Range } from './letters.ts'

const marks: readonly Range[] = [[0x300, 0x36f]]
const invisible: readonly Range[] = [[0xad, 0xad], [0x200b, 0x200f], [0x2060, 0x2060], [0xfeff, 0xfeff]]
export const spaces = '\t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000'

/** Letters with a stroke or of their own, which do not decompose; lower case, the upper case follows. */
const single = 'đd ðd øo łl ħh ŧt ıi ŋn ſs ƀb ƒf ƶz ǥg ɨi ςσ ґг'
const several: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ĳ: 'ij', ǆ: 'dz', ǉ: 'lj', ǌ: 'nj', ǳ: 'dz',
  ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st', '…': '...',
}
const punctuation: readonly (readonly [string, string])[] = [
  ['‐‑‒–—―−', '-'],
  ['„“”‟«»″', '"'],
  ['‘’‚‛′`´', "'"],
]
/** What Polish texts are full of: mapped first, after which most texts are plain ASCII and done. */
const commonLetters = 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ'

const letters = new Map<string, string>()
for (const pair of single.split(' ')) letters.set(pair[0]!, pair[1]!)
const withoutMarks = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
const foldLetter = (letter: string): string => [...withoutMarks(withoutMarks(letter).toLowerCase())].map((each) => letters.get(each) ?? each).join('')

/** From each letter to one letter: what translate() does. Letters of `several` come out of it and are replaced after. */
const scripts = letterMaps(foldLetter)
const commonMap = new Map<string, string>()
for (const letter of commonLetters) commonMap.set(letter, foldLetter(letter))
for (const [from, to] of punctuation) for (const sign of from) commonMap.set(sign, to)
for (const space of spaces) commonMap.set(space, ' ')

const whole = new Map<string, string>()
for (let code = 65; code <= 90; code++) whole.set(String.fromCodePoint(code), String.fromCodePoint(code + 32))
for (const map of [commonMap, ...scripts.map((script) => script.letters)]) for (const [from, to] of map) whole.set(from, several[to] ?? to)
for (const [from, to] of Object.entries(several)) whole.set(from, to)
for (const code of codes([...marks, ...invisible])) whole.set(String.fromCodePoint(code), '')

/** Printable ASCII without capitals and the grave accent, single spaces inside: already folded. */
const plain = /^(?:[!-@[-_a-z{-~]+(?: [!-@[-_a-z{-~]+)*)?$/
const others = /[^ -_a-~]/g

export function fold(text: string): string {
  if (plain.test(text)) return text
  // Capitals of ASCII all at once; only the rest goes letter by letter.
  const folded = text.replace(others, foldOne).replace(/[A-Z]+/g, lower)
  return folded.replace(/ {2,}/g, ' ').replace(/^ | $/g, '')
}

const foldOne = (letter: string): string => whole.get(letter) ?? letter
const lower = (letters: string): string => letters.toLowerCase()

/** translate() looks for each letter through its whole map: what plain ASCII needs and what Polish needs come by themselves. */
const mapOf = (belongs: (letter: string) => boolean): string => {
  const pairs = [...commonMap].filter(([letter]) => belongs(letter))
  return `${literal(pairs.map(([from]) => from).join(''))}, ${literal(pairs.map(([, to]) => to).join(''))}`
}
const isAscii = (letter: string): boolean => letter < '\u0080'
const isCommon = (letter: string): boolean => commonLetters.includes(letter)

/** The database's twin, made by the first migration. A change of the maps needs a new migration and new search texts. */
export const foldSql = `create or replace function sedno_fold(given text) returns text
language plpgsql immutable strict parallel safe as $fold$
declare
  t text collate "C" := lower(given collate "C");
begin
  t := translate(t, ${mapOf(isAscii)});
  if octet_length(t) <> char_length(t) then t := translate(t, ${mapOf(isCommon)}); end if;
  if octet_length(t) <> char_length(t) then
    t := translate(t, ${mapOf((letter) => !isAscii(letter) && !isCommon(letter))});
${translateSql(scripts)}
    if t ~ ${literal(`[${Object.keys(several).join('')}]`)} then t := ${Object.entries(several).reduce((inner, [from, to]) => `replace(${inner}, ${literal(from)}, ${literal(to)})`, 't')}; end if;
    t := regexp_replace(t, ${literal(classOf([...marks, ...invisible]))}, '', 'g');
  end if;
  if strpos(t, '  ') > 0 then t := regexp_replace(t, ' +', ' ', 'g'); end if;
  return btrim(t, ' ');
end
$fold$`
