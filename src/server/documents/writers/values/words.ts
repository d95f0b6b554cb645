/** Numbers and amounts in words, as documents say them under the sum: in Polish with its three plural forms and genders, and in English. */
import type { Language } from '../../../../contract/text.ts'
import { minorUnitsOf } from '../../../../fields/decimals.ts'
import { currencyWords, englishWords, polishWords, type Gender, type Noun } from './numerals.ts'

/** '1234' → 'tysiąc dwieście trzydzieści cztery'. What follows a decimal point is read after 'i' or 'and' as hundredths. Null: too long to be said. */
export function numberInWords(decimal: string, language: Language): string | null {
  const { minus, whole, fraction } = partsOf(decimal)
  const said = wholeInWords(whole, language, 'masculine')
  if (said === null) return null
  const rest = fraction === '' ? '' : ` ${language === 'pl' ? 'i' : 'and'} ${fraction.slice(0, 2).padEnd(2, '0')}/100`
  return `${minus}${said}${rest}`
}

/**
 * 'tysiąc dwieście trzydzieści cztery złote pięćdziesiąt groszy'; `short`: '… złote 50/100', as many firms write it.
 * A currency without words of its own is called by its code.
 */
export function amountInWords({ amount, currency }: { amount: string; currency: string }, language: Language, { short = false } = {}): string | null {
  const { minus, whole, fraction } = partsOf(amount)
  const names = currencyWords[currency]
  const unit: Noun = names?.unit[language] ?? { one: currency, few: currency, many: currency, gender: 'masculine' }
  const said = wholeInWords(whole, language, unit.gender)
  if (said === null) return null
  const main = `${minus}${said} ${formOf(unit, whole, language)}`
  const places = minorUnitsOf(currency)
  if (places === 0) return main
  const minor = fraction.padEnd(places, '0').slice(0, places)
  const named = names?.minor?.[language]
  if (short || named === undefined) return `${main} ${minor}/1${'0'.repeat(places)}`
  const count = minor.replace(/^0+(?=\d)/, '')
  return `${main} ${language === 'en' ? 'and ' : ''}${wholeInWords(count, language, named.gender)!} ${formOf(named, count, language)}`
}

function partsOf(decimal: string): { minus: string; whole: string; fraction: string } {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.')
  return { minus: decimal.startsWith('-') ? 'minus ' : '', whole: whole.replace(/^0+(?=\d)/, ''), fraction: fraction.replace(/0+$/, '') === '' ? '' : fraction }
}

const wholeInWords = (whole: string, language: Language, gender: Gender): string | null => (language === 'pl' ? inPolish(whole, gender) : inEnglish(whole))

/** Polish has one form for 1, one for 2 to 4 (but not 12 to 14) and one for the rest. */
function formOf({ one, few, many }: Noun, count: string, language: Language): string {
  if (count === '1') return one
  if (language === 'en') return many
  const [tens, units] = [Number(count.slice(-2)), Number(count.slice(-1))]
  return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? few : many
}

/** In threes from the right: ones, thousands, millions … */
const groupsOf = (whole: string): number[] => whole.padStart(Math.ceil(whole.length / 3) * 3, '0').match(/\d{3}/g)!.map(Number)

function inPolish(whole: string, gender: Gender): string | null {
  const groups = groupsOf(whole)
  if (groups.length > polishWords.scales.length + 1) return null
  if (groups.every((group) => group === 0)) return 'zero'
  const isAlone = whole === '1' || whole === '2'
  return groups
    .map((group, at) => {
      const scale = polishWords.scales[groups.length - 2 - at]
      if (group === 0) return ''
      if (scale === undefined) return threeInPolish(group, gender, isAlone)
      return group === 1 ? scale.one : `${threeInPolish(group, 'masculine', false)} ${formOf(scale, String(group), 'pl')}`
    })
    .filter((words) => words !== '')
    .join(' ')
}

/** Only 1 standing alone has a gender ('jedna korona', but 'dwadzieścia jeden koron'); 2 always has ('dwadzieścia dwie korony'). */
function threeInPolish(group: number, gender: Gender, isAlone: boolean): string {
  const { hundreds, tens, ones, teens } = polishWords
  const [hundred, rest] = [Math.floor(group / 100), group % 100]
  const [ten, one] = rest >= 10 && rest < 20 ? [0, 0] : [Math.floor(rest / 10), rest % 10]
  const unit = one === 1 && isAlone ? { masculine: 'jeden', feminine: 'jedna', neuter: 'jedno' }[gender] : one === 2 && gender === 'feminine' ? 'dwie' : ones[one]!
  return [hundreds[hundred]!, rest >= 10 && rest < 20 ? teens[rest - 10]! : tens[ten]!, unit].filter((word) => word !== '').join(' ')
}

function inEnglish(whole: string): string | null {
  const groups = groupsOf(whole)
  if (groups.length > englishWords.scales.length + 1) return null
  if (groups.every((group) => group === 0)) return 'zero'
  return groups
    .map((group, at) => {
      const scale = englishWords.scales[groups.length - 2 - at]
      if (group === 0) return ''
      // 'one thousand and five': without hundreds the last group is joined by 'and'.
      const joint = scale === undefined && groups.length > 1 && group < 100 ? 'and ' : ''
      return `${joint}${threeInEnglish(group)}${scale === undefined ? '' : ` ${scale}`}`
    })
    .filter((words) => words !== '')
    .join(' ')
}

function threeInEnglish(group: number): string {
  const { tens, ones } = englishWords
  const [hundred, rest] = [Math.floor(group / 100), group % 100]
  const below = rest < 20 ? ones[rest]! : [tens[Math.floor(rest / 10)]!, ones[rest % 10]!].filter((word) => word !== '').join('-')
  if (hundred === 0) return below
  return rest === 0 ? `${ones[hundred]!} hundred` : `${ones[hundred]!} hundred and ${below}`
}
