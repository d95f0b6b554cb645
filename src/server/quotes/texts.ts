/** Every word of this room that a person reads. */
import type { ChoiceValue } from '../../contract/definition.ts'
import type { Text } from '../../contract/text.ts'

export const quote = {
  label: { pl: 'Oferta', en: 'Quote' },
  plural: { pl: 'Oferty', en: 'Quotes' },
  fields: {
    number: { pl: 'Numer', en: 'Number' },
    title: { pl: 'Tytuł', en: 'Title' },
    edition: { pl: 'Wersja', en: 'Version' },
    versionOf: { pl: 'Wersja oferty', en: 'Version of' },
    state: { pl: 'Stan', en: 'State' },
    company: { pl: 'Firma', en: 'Company' },
    contact: { pl: 'Osoba kontaktowa', en: 'Contact' },
    opportunity: { pl: 'Szansa', en: 'Opportunity' },
    language: { pl: 'Język', en: 'Language' },
    currency: { pl: 'Waluta', en: 'Currency' },
    rate: { label: { pl: 'Kurs', en: 'Rate' }, help: { pl: 'Zapisany z ofertą; późniejsze kursy go nie zmieniają', en: 'Kept with the quote; later rates do not move it' } },
    rateOn: { pl: 'Kurs z dnia', en: 'Rate of' },
    priceList: { pl: 'Cennik', en: 'Price list' },
    prices: { pl: 'Ceny', en: 'Prices' },
    vatBy: { label: { pl: 'VAT liczony', en: 'VAT computed' }, help: { pl: 'Od sumy każdej stawki albo od każdej pozycji', en: 'On the sum of each rate, or on each line' } },
    issuedOn: { pl: 'Data', en: 'Date' },
    validUntil: { pl: 'Ważna do', en: 'Valid until' },
    detail: { pl: 'Wydruk', en: 'Print' },
    discount: { pl: 'Rabat', en: 'Discount' },
    discountValue: { pl: 'Rabat kwotowy', en: 'Discount in value' },
    net: { pl: 'Netto', en: 'Net' },
    vat: { pl: 'VAT', en: 'VAT' },
    gross: { pl: 'Brutto', en: 'Gross' },
    cost: { pl: 'Koszt', en: 'Cost' },
    margin: { pl: 'Marża', en: 'Margin' },
    discountGiven: { label: { pl: 'Rabat łącznie', en: 'Discount in all' } },
    introduction: { pl: 'Wstęp', en: 'Introduction' },
    terms: { pl: 'Warunki', en: 'Terms' },
    payment: { pl: 'Płatność', en: 'Payment' },
    delivery: { pl: 'Dostawa', en: 'Delivery' },
    approver: { pl: 'Zatwierdza', en: 'Approver' },
    approvedAt: { pl: 'Zatwierdzono', en: 'Approved' },
    sentAt: { pl: 'Wysłano', en: 'Sent' },
    answeredAt: { pl: 'Odpowiedź', en: 'Answered' },
    answeredBy: { pl: 'Kto odpowiedział', en: 'Answered by' },
    answeredFrom: { pl: 'Adres sieciowy odpowiedzi', en: 'Answered from' },
    declineReason: { pl: 'Powód odrzucenia', en: 'Reason declined' },
    ksef: { label: { pl: 'Numer KSeF', en: 'KSeF number' }, help: { pl: 'Numer faktury wystawionej w księgowości', en: 'Number of the invoice made by accounting' } },
    files: { pl: 'Załączniki', en: 'Attachments' },
  },
} as const

export const quoteSection = {
  label: { pl: 'Część oferty', en: 'Quote section' },
  plural: { pl: 'Części oferty', en: 'Quote sections' },
  fields: {
    title: { pl: 'Tytuł', en: 'Title' },
    quote: { pl: 'Oferta', en: 'Quote' },
    position: { pl: 'Kolejność', en: 'Order' },
    discount: { pl: 'Rabat', en: 'Discount' },
    discountValue: { pl: 'Rabat kwotowy', en: 'Discount in value' },
  },
} as const

export const quoteLine = {
  label: { pl: 'Pozycja oferty', en: 'Quote line' },
  plural: { pl: 'Pozycje oferty', en: 'Quote lines' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    quote: { pl: 'Oferta', en: 'Quote' },
    section: { pl: 'Część', en: 'Section' },
    parent: { pl: 'Zestaw', en: 'Structure' },
    origin: { label: { pl: 'Pozycja poprzedniej wersji', en: 'Line of the earlier version' } },
    position: { pl: 'Kolejność', en: 'Order' },
    kind: { pl: 'Rodzaj', en: 'Kind' },
    choiceGroup: { pl: 'Grupa wyboru', en: 'Choice group' },
    chosen: { pl: 'Wybrana', en: 'Chosen' },
    product: { pl: 'Produkt', en: 'Product' },
    code: { pl: 'Kod', en: 'Code' },
    description: { pl: 'Opis', en: 'Description' },
    quantity: { pl: 'Ilość', en: 'Quantity' },
    unit: { pl: 'Jednostka', en: 'Unit' },
    unitPrice: { pl: 'Cena', en: 'Unit price' },
    discount: { pl: 'Rabat', en: 'Discount' },
    discountValue: { pl: 'Rabat kwotowy', en: 'Discount in value' },
    vatRate: { pl: 'Stawka VAT', en: 'VAT rate' },
    net: { pl: 'Netto', en: 'Net' },
    vat: { pl: 'VAT', en: 'VAT' },
    gross: { pl: 'Brutto', en: 'Gross' },
    unitCost: { pl: 'Koszt jednostkowy', en: 'Unit cost' },
    margin: { pl: 'Marża', en: 'Margin' },
  },
} as const

export const quoteComment = {
  label: { pl: 'Uwaga do oferty', en: 'Comment on a quote' },
  plural: { pl: 'Uwagi do oferty', en: 'Comments on a quote' },
  fields: { author: { pl: 'Autor', en: 'Author' }, quote: { pl: 'Oferta', en: 'Quote' }, text: { pl: 'Treść', en: 'Text' }, byCustomer: { pl: 'Od klienta', en: 'From the customer' } },
} as const

export const textBlock = {
  label: { pl: 'Blok tekstu', en: 'Text block' },
  plural: { pl: 'Bloki tekstu', en: 'Text blocks' },
  fields: { name: { pl: 'Nazwa', en: 'Name' }, kind: { pl: 'Rodzaj', en: 'Kind' }, language: { pl: 'Język', en: 'Language' }, text: { pl: 'Treść', en: 'Text' } },
} as const

export const discountLimit = {
  label: { pl: 'Granica rabatu', en: 'Discount limit' },
  plural: { pl: 'Granice rabatów', en: 'Discount limits' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    role: { pl: 'Rola', en: 'Role' },
    percent: { label: { pl: 'Rabat do', en: 'Discount up to' }, help: { pl: 'Wyższy wymaga zatwierdzenia', en: 'A higher one needs approval' } },
    approver: { label: { pl: 'Zatwierdza', en: 'Approver' }, help: { pl: 'Puste: przełożony handlowca', en: 'Empty: the salesperson’s superior' } },
  },
} as const

export const states: readonly ChoiceValue[] = [
  { value: 'draft', label: { pl: 'Robocza', en: 'Draft' }, color: 'grey' },
  { value: 'approval', label: { pl: 'Do zatwierdzenia', en: 'Awaiting approval' }, color: 'amber' },
  { value: 'approved', label: { pl: 'Zatwierdzona', en: 'Approved' }, color: 'teal' },
  { value: 'sent', label: { pl: 'Wysłana', en: 'Sent' }, color: 'blue' },
  { value: 'accepted', label: { pl: 'Przyjęta', en: 'Accepted' }, color: 'green' },
  { value: 'declined', label: { pl: 'Odrzucona', en: 'Declined' }, color: 'red' },
  { value: 'replaced', label: { pl: 'Zastąpiona', en: 'Replaced' }, color: 'violet' },
]
export const details: readonly ChoiceValue[] = [
  { value: 'detailed', label: { pl: 'Szczegółowy', en: 'Detailed' } },
  { value: 'summary', label: { pl: 'Zbiorczy', en: 'Summary' } },
]
export const lineKinds: readonly ChoiceValue[] = [
  { value: 'item', label: { pl: 'Pozycja', en: 'Item' } },
  { value: 'optional', label: { pl: 'Opcja', en: 'Option' }, color: 'blue' },
  { value: 'alternative', label: { pl: 'Zamienna', en: 'Alternative' }, color: 'amber' },
  { value: 'component', label: { pl: 'Składnik', en: 'Component' }, color: 'grey' },
  { value: 'text', label: { pl: 'Tekst', en: 'Text' }, color: 'grey' },
]
export const blockKinds: readonly ChoiceValue[] = [
  { value: 'introduction', label: { pl: 'Wstęp', en: 'Introduction' } },
  { value: 'terms', label: { pl: 'Warunki', en: 'Terms' } },
  { value: 'payment', label: { pl: 'Płatność', en: 'Payment' } },
  { value: 'delivery', label: { pl: 'Dostawa', en: 'Delivery' } },
]
export const moves = {
  ask: { pl: 'Do zatwierdzenia', en: 'Ask for approval' },
  approve: { pl: 'Zatwierdź', en: 'Approve' },
  sendBack: { pl: 'Do poprawy', en: 'Send back' },
  send: { pl: 'Wysłana', en: 'Mark as sent' },
  accept: { pl: 'Przyjęta', en: 'Accepted' },
  decline: { pl: 'Odrzucona', en: 'Declined' },
  reopen: { pl: 'Wróć do roboczej', en: 'Back to draft' },
} as const satisfies Record<string, Text>
export const reverse = {
  quotes: { pl: 'Oferty', en: 'Quotes' },
  versions: { pl: 'Wersje', en: 'Versions' },
  sections: { pl: 'Części', en: 'Sections' },
  lines: { pl: 'Pozycje', en: 'Lines' },
  parts: { pl: 'Składniki', en: 'Parts' },
  inQuotes: { pl: 'Pozycje ofert', en: 'Quote lines' },
  comments: { pl: 'Uwagi', en: 'Comments' },
  limits: { pl: 'Granice rabatów', en: 'Discount limits' },
} as const satisfies Record<string, Text>
export const sections = {
  basics: { pl: 'Podstawowe', en: 'Basics' },
  prices: { pl: 'Ceny i waluta', en: 'Prices and currency' },
  sums: { pl: 'Sumy', en: 'Sums' },
  words: { pl: 'Treść', en: 'Wording' },
  course: { pl: 'Przebieg', en: 'Course' },
} as const satisfies Record<string, Text>
export const views = {
  mine: { pl: 'Moje w toku', en: 'Mine in progress' },
  approval: { pl: 'Do zatwierdzenia', en: 'Awaiting approval' },
  sent: { pl: 'Wysłane', en: 'Sent' },
  accepted: { pl: 'Przyjęte', en: 'Accepted' },
  all: { pl: 'Wszystkie', en: 'All' },
} as const satisfies Record<string, Text>
/** An accepted quote goes on; the room of orders does it. */
export const becomes = {
  toOrder: { pl: 'Utwórz zamówienie', en: 'Make an order' },
  toContract: { pl: 'Utwórz umowę', en: 'Make a contract' },
  from: { pl: 'Obowiązuje od', en: 'In force from' },
  until: { pl: 'Obowiązuje do', en: 'In force until' },
  noticeMonths: { pl: 'Wypowiedzenie (miesiące)', en: 'Notice period (months)' },
  renewalMonths: { pl: 'Przedłuża się sama o (miesiące)', en: 'Renews by itself for (months)' },
} as const satisfies Record<string, Text>
