/** The words that numbers and currencies are said with. */
import type { Language } from '../../../../contract/text.ts'

export type Gender = 'masculine' | 'feminine' | 'neuter'
export interface Noun {
  one: string
  few: string
  many: string
  gender: Gender
}

const words = (text: string): string[] => ['', ...text.split(' ')]
const noun = (one: string, few: string, many: string, gender: Gender = 'masculine'): Noun => ({ one, few, many, gender })
const plain = (one: string, many: string): Noun => noun(one, many, many)

export const polishWords = {
  ones: words('jeden dwa trzy cztery pięć sześć siedem osiem dziewięć'),
  teens: 'dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście'.split(' '),
  tens: ['', '', 'dwadzieścia', 'trzydzieści', 'czterdzieści', 'pięćdziesiąt', 'sześćdziesiąt', 'siedemdziesiąt', 'osiemdziesiąt', 'dziewięćdziesiąt'],
  hundreds: words('sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset'),
  /** Thousands, millions … each as a noun of its own. */
  scales: [
    noun('tysiąc', 'tysiące', 'tysięcy'), noun('milion', 'miliony', 'milionów'), noun('miliard', 'miliardy', 'miliardów'),
    noun('bilion', 'biliony', 'bilionów'), noun('biliard', 'biliardy', 'biliardów'), noun('trylion', 'tryliony', 'trylionów'),
  ],
}

export const englishWords = {
  ones: words('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'),
  tens: ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
  scales: ['thousand', 'million', 'billion', 'trillion', 'quadrillion', 'quintillion'],
}

interface CurrencyWords {
  unit: Record<Language, Noun>
  minor?: Record<Language, Noun>
}

const cent = { pl: noun('cent', 'centy', 'centów'), en: plain('cent', 'cents') }
const crowns = (pl: [string, string, string], en: string) => ({ pl: noun(...pl, 'feminine'), en: plain(`${en} crown`, `${en} crowns`) })

export const currencyWords: Readonly<Record<string, CurrencyWords>> = {
  PLN: { unit: { pl: noun('złoty', 'złote', 'złotych'), en: plain('Polish zloty', 'Polish zlotys') }, minor: { pl: noun('grosz', 'grosze', 'groszy'), en: plain('grosz', 'groszy') } },
  EUR: { unit: { pl: noun('euro', 'euro', 'euro', 'neuter'), en: plain('euro', 'euros') }, minor: { pl: noun('eurocent', 'eurocenty', 'eurocentów'), en: cent.en } },
  USD: { unit: { pl: noun('dolar amerykański', 'dolary amerykańskie', 'dolarów amerykańskich'), en: plain('US dollar', 'US dollars') }, minor: cent },
  GBP: { unit: { pl: noun('funt szterling', 'funty szterlingi', 'funtów szterlingów'), en: plain('pound sterling', 'pounds sterling') }, minor: { pl: noun('pens', 'pensy', 'pensów'), en: plain('penny', 'pence') } },
  CHF: { unit: { pl: noun('frank szwajcarski', 'franki szwajcarskie', 'franków szwajcarskich'), en: plain('Swiss franc', 'Swiss francs') }, minor: { pl: noun('centym', 'centymy', 'centymów'), en: plain('centime', 'centimes') } },
  CZK: { unit: crowns(['korona czeska', 'korony czeskie', 'koron czeskich'], 'Czech'), minor: { pl: noun('halerz', 'halerze', 'halerzy'), en: plain('heller', 'hellers') } },
  SEK: { unit: crowns(['korona szwedzka', 'korony szwedzkie', 'koron szwedzkich'], 'Swedish') },
  NOK: { unit: crowns(['korona norweska', 'korony norweskie', 'koron norweskich'], 'Norwegian') },
  DKK: { unit: crowns(['korona duńska', 'korony duńskie', 'koron duńskich'], 'Danish') },
  HUF: { unit: { pl: noun('forint', 'forinty', 'forintów'), en: plain('Hungarian forint', 'Hungarian forints') } },
  UAH: { unit: { pl: noun('hrywna', 'hrywny', 'hrywien', 'feminine'), en: plain('Ukrainian hryvnia', 'Ukrainian hryvnias') }, minor: { pl: noun('kopiejka', 'kopiejki', 'kopiejek', 'feminine'), en: plain('kopiyka', 'kopiykas') } },
  RON: { unit: { pl: noun('lej rumuński', 'leje rumuńskie', 'lei rumuńskich'), en: plain('Romanian leu', 'Romanian lei') }, minor: { pl: noun('ban', 'bany', 'banów'), en: plain('ban', 'bani') } },
  JPY: { unit: { pl: noun('jen', 'jeny', 'jenów'), en: plain('Japanese yen', 'Japanese yen') } },
}
