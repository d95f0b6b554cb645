/** Countries by their ISO 3166 code and by their names in Polish and English. */
import { languages, type Language } from '../../contract/text.ts'
import { fold } from '../../expression/fold.ts'

/** ISO 3166-1 alpha-2, and XK for Kosovo, which mail and banks use. */
export const countryCodes: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ ' +
  'DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM ' +
  'PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
  'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
).split(' ')
const known = new Set(countryCodes)

/** What people write besides the names that Unicode knows. */
const otherNames: Readonly<Record<string, string>> = {
  rp: 'PL', 'rzeczpospolita polska': 'PL', pol: 'PL', uk: 'GB', anglia: 'GB', england: 'GB', scotland: 'GB', szkocja: 'GB', walia: 'GB', wales: 'GB', 'great britain': 'GB', 'wielka brytania': 'GB',
  usa: 'US', 'stany zjednoczone ameryki': 'US', 'stany zjednoczone': 'US', 'united states of america': 'US', 'republika czeska': 'CZ', 'czech republic': 'CZ', czechia: 'CZ', cze: 'CZ', slovakia: 'SK', svk: 'SK',
  holandia: 'NL', holland: 'NL', niderlandy: 'NL', netherlands: 'NL', 'the netherlands': 'NL', rfn: 'DE', deutschland: 'DE', ger: 'DE', deu: 'DE', el: 'GR', ukr: 'UA', bialorus: 'BY', turkiye: 'TR', turkey: 'TR', turcja: 'TR', 'korea poludniowa': 'KR', chrl: 'CN',
}

let byName: Map<string, string> | undefined
const names = new Map<Language, Intl.DisplayNames>()

/** 'Polska', 'Germany', 'de', 'Niemcy' → the code; null when it is no country. */
export function countryFrom(text: string): string | null {
  const code = text.trim().toUpperCase()
  if (known.has(code)) return code
  byName ??= new Map([...languages.flatMap((language) => countryCodes.map((each) => [fold(countryName(each, language)), each] as const)), ...Object.entries(otherNames)])
  return byName.get(fold(text).replace(/\.$/, '')) ?? null
}

export function countryName(code: string, language: Language): string {
  let displayed = names.get(language)
  if (displayed === undefined) {
    displayed = new Intl.DisplayNames(language, { type: 'region' })
    names.set(language, displayed)
  }
  return displayed.of(code) ?? code
}
