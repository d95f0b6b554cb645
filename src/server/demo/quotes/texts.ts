/** Words of the invented firm's quotes. */
import type { Language } from '../../../contract/text.ts'

export const titles: Readonly<Record<Language, readonly string[]>> = {
  pl: ['Modernizacja linii pakującej', 'Dostawa pomp', 'Rozbudowa stanowiska montażu', 'Przegląd i części zamienne', 'Automatyzacja magazynu', 'Wymiana napędów', 'Instalacja odpylania', 'Stanowisko kontroli jakości'],
  en: ['Packing line upgrade', 'Supply of pumps', 'Assembly station extension', 'Inspection and spare parts', 'Warehouse automation', 'Replacement of drives', 'Dust extraction', 'Quality control station'],
}
export const sections: Readonly<Record<Language, readonly [string, string]>> = { pl: ['Urządzenia', 'Montaż i uruchomienie'], en: ['Equipment', 'Installation and start-up'] }
export const groups: Readonly<Record<Language, string>> = { pl: 'Napęd', en: 'Drive' }

interface Thing {
  name: Record<Language, string>
  unit: string
  price: number
  /** Percent of the price. */
  cost: number
}
/** Sold until the catalogue knows products. */
export const things: readonly Thing[] = [
  { name: { pl: 'Przenośnik taśmowy', en: 'Belt conveyor' }, unit: 'pcs', price: 18_400, cost: 62 }, { name: { pl: 'Pompa wirowa 15 kW', en: 'Centrifugal pump 15 kW' }, unit: 'pcs', price: 9_650, cost: 58 },
  { name: { pl: 'Szafa sterownicza', en: 'Control cabinet' }, unit: 'pcs', price: 14_200, cost: 65 }, { name: { pl: 'Robot paletyzujący', en: 'Palletising robot' }, unit: 'pcs', price: 189_000, cost: 71 },
  { name: { pl: 'Czujnik laserowy', en: 'Laser sensor' }, unit: 'pcs', price: 1_280, cost: 55 }, { name: { pl: 'Rura stalowa DN50', en: 'Steel pipe DN50' }, unit: 'm', price: 86.4, cost: 60 },
]
export const services: readonly Thing[] = [
  { name: { pl: 'Montaż u klienta', en: 'Installation on site' }, unit: 'day', price: 2_400, cost: 55 }, { name: { pl: 'Szkolenie operatorów', en: 'Operator training' }, unit: 'day', price: 3_100, cost: 40 },
  { name: { pl: 'Projekt wykonawczy', en: 'Detailed design' }, unit: 'hour', price: 220, cost: 50 },
]
export const alternatives: readonly [Thing, Thing] = [
  { name: { pl: 'Napęd o stałych obrotach', en: 'Fixed speed drive' }, unit: 'pcs', price: 6_200, cost: 60 }, { name: { pl: 'Napęd z falownikiem', en: 'Variable speed drive' }, unit: 'pcs', price: 9_800, cost: 63 },
]
export const option: Thing = { name: { pl: 'Przedłużenie gwarancji do 36 miesięcy', en: 'Warranty extended to 36 months' }, unit: 'set', price: 4_500, cost: 20 }

export const blocks: readonly { name: string; kind: 'introduction' | 'terms' | 'payment' | 'delivery'; language: Language; text: string }[] = [
  { name: 'Wstęp – zapytanie', kind: 'introduction', language: 'pl', text: 'Dziękujemy za zapytanie. Poniżej przedstawiamy naszą ofertę.' },
  { name: 'Introduction – enquiry', kind: 'introduction', language: 'en', text: 'Thank you for your enquiry. We are pleased to offer as follows.' },
  { name: 'Warunki ogólne', kind: 'terms', language: 'pl', text: 'Gwarancja 24 miesiące od uruchomienia. Ceny nie obejmują prac budowlanych.' },
  { name: 'General terms', kind: 'terms', language: 'en', text: 'Warranty of 24 months from start-up. Prices exclude civil works.' },
  { name: '30 dni od faktury', kind: 'payment', language: 'pl', text: '30% zaliczki, 60% przy dostawie, 10% po odbiorze; 30 dni od faktury' },
  { name: '30 days net', kind: 'payment', language: 'en', text: '30% in advance, 60% on delivery, 10% on acceptance; 30 days net' },
  { name: 'DAP, 10 tygodni', kind: 'delivery', language: 'pl', text: 'DAP zakład zamawiającego, 10 tygodni od zaliczki' },
  { name: 'DAP, 10 weeks', kind: 'delivery', language: 'en', text: 'DAP customer’s works, 10 weeks from the advance payment' },
]
export const declined: readonly string[] = ['Wybrano tańszą ofertę.', 'Inwestycja odłożona na przyszły rok.', 'Termin dostawy był za długi.']
export const comments: readonly string[] = ['Czy w cenie jest transport?', 'Prosimy o podanie terminu montażu.', 'Could you confirm the delivery date?']
