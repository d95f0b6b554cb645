/** Every word of this room that a person reads. */
import type { ChoiceValue } from '../../contract/definition.ts'
import type { Text } from '../../contract/text.ts'

export const salesOrder = {
  label: { pl: 'Zamówienie', en: 'Order' },
  plural: { pl: 'Zamówienia', en: 'Orders' },
  fields: {
    number: { pl: 'Numer', en: 'Number' },
    title: { pl: 'Tytuł', en: 'Title' },
    state: { pl: 'Stan', en: 'State' },
    kind: { pl: 'Rodzaj', en: 'Type' },
    company: { pl: 'Firma', en: 'Company' },
    contact: { pl: 'Osoba kontaktowa', en: 'Contact' },
    opportunity: { pl: 'Szansa', en: 'Opportunity' },
    quote: { pl: 'Oferta', en: 'Quote' },
    customerNumber: { pl: 'Numer u klienta', en: 'Customer’s number' },
    language: { pl: 'Język', en: 'Language' },
    currency: { pl: 'Waluta', en: 'Currency' },
    rate: { pl: 'Kurs', en: 'Rate' },
    rateOn: { pl: 'Kurs z dnia', en: 'Rate of' },
    orderedOn: { pl: 'Data zamówienia', en: 'Ordered on' },
    deliveryOn: { pl: 'Termin dostawy', en: 'Delivery' },
    deliveryAddress: { pl: 'Adres dostawy', en: 'Delivery address' },
    net: { pl: 'Netto', en: 'Net' },
    vat: { pl: 'VAT', en: 'VAT' },
    gross: { pl: 'Brutto', en: 'Gross' },
    margin: { pl: 'Marża', en: 'Margin' },
    payment: { pl: 'Płatność', en: 'Payment' },
    acceptedAt: { pl: 'Przyjęto', en: 'Accepted' },
    checksOpen: { pl: 'Nieuzgodnione wymagane', en: 'Required and open' },
    ksef: { label: { pl: 'Numer KSeF', en: 'KSeF number' }, help: { pl: 'Numer faktury wystawionej w księgowości', en: 'Number of the invoice made by accounting' } },
    description: { pl: 'Opis', en: 'Description' },
    files: { pl: 'Pliki', en: 'Files' },
  },
} as const

export const orderLine = {
  label: { pl: 'Pozycja zamówienia', en: 'Order line' },
  plural: { pl: 'Pozycje zamówienia', en: 'Order lines' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    salesOrder: { pl: 'Zamówienie', en: 'Order' },
    parent: { pl: 'Zestaw', en: 'Structure' },
    quoteLine: { pl: 'Pozycja oferty', en: 'Quote line' },
    position: { pl: 'Kolejność', en: 'Order' },
    product: { pl: 'Produkt', en: 'Product' },
    code: { pl: 'Kod', en: 'Code' },
    quantity: { pl: 'Ilość', en: 'Quantity' },
    unit: { pl: 'Jednostka', en: 'Unit' },
    unitPrice: { pl: 'Cena', en: 'Unit price' },
    discount: { pl: 'Rabat', en: 'Discount' },
    vatRate: { pl: 'Stawka VAT', en: 'VAT rate' },
    net: { pl: 'Netto', en: 'Net' },
    vat: { pl: 'VAT', en: 'VAT' },
    gross: { pl: 'Brutto', en: 'Gross' },
    margin: { pl: 'Marża', en: 'Margin' },
  },
} as const

export const checklistTemplate = {
  label: { pl: 'Lista ustaleń', en: 'Order checklist' },
  plural: { pl: 'Listy ustaleń', en: 'Order checklists' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    group: { label: { pl: 'Dla grupy produktów', en: 'For a product group' }, help: { pl: 'Z podgrupami; puste: dla wszystkich', en: 'With its subgroups; empty: for all' } },
    kind: { label: { pl: 'Dla rodzaju zamówienia', en: 'For an order type' }, help: { pl: 'Puste: dla każdego', en: 'Empty: for any' } },
    active: { pl: 'Obowiązuje', en: 'In force' },
    description: { pl: 'Opis', en: 'Description' },
  },
} as const

export const checklistQuestion = {
  label: { pl: 'Ustalenie listy', en: 'Checklist question' },
  plural: { pl: 'Ustalenia listy', en: 'Checklist questions' },
  fields: {
    title: { pl: 'Co uzgodnić', en: 'What to agree' },
    template: { pl: 'Lista', en: 'Checklist' },
    kind: { pl: 'Rodzaj odpowiedzi', en: 'Kind of answer' },
    required: { pl: 'Wymagane', en: 'Required' },
    choices: { label: { pl: 'Do wyboru', en: 'Choices' }, help: { pl: 'Każda możliwość w osobnym wierszu', en: 'Each on a line of its own' } },
    roles: { label: { pl: 'Może uzgodnić', en: 'May be settled by' }, help: { pl: 'Puste: każdy, kto może zmienić zamówienie', en: 'Empty: whoever may change the order' } },
    position: { pl: 'Kolejność', en: 'Order' },
  },
} as const

export const orderCheck = {
  label: { pl: 'Ustalenie', en: 'Agreement' },
  plural: { pl: 'Ustalenia', en: 'Agreements' },
  fields: {
    title: { pl: 'Co uzgodnić', en: 'What to agree' },
    salesOrder: { pl: 'Zamówienie', en: 'Order' },
    question: { pl: 'Z listy', en: 'From the checklist' },
    kind: { pl: 'Rodzaj odpowiedzi', en: 'Kind of answer' },
    required: { pl: 'Wymagane', en: 'Required' },
    done: { pl: 'Uzgodnione', en: 'Settled' },
    text: { pl: 'Odpowiedź', en: 'Answer' },
    day: { pl: 'Dzień', en: 'Day' },
    file: { pl: 'Plik', en: 'File' },
    agreedWith: { pl: 'Z kim uzgodniono', en: 'Agreed with' },
    settledBy: { pl: 'Kto uzgodnił', en: 'Settled by' },
    settledAt: { pl: 'Kiedy', en: 'Settled at' },
    position: { pl: 'Kolejność', en: 'Order' },
  },
} as const

export const contract = {
  label: { pl: 'Umowa', en: 'Contract' },
  plural: { pl: 'Umowy', en: 'Contracts' },
  fields: {
    number: { pl: 'Numer', en: 'Number' },
    title: { pl: 'Przedmiot', en: 'Subject' },
    state: { pl: 'Stan', en: 'State' },
    company: { pl: 'Firma', en: 'Company' },
    signatories: { pl: 'Podpisują', en: 'Signatories' },
    opportunity: { pl: 'Szansa', en: 'Opportunity' },
    quote: { pl: 'Oferta', en: 'Quote' },
    amends: { label: { pl: 'Aneks do', en: 'Amends' } },
    signedOn: { pl: 'Podpisano', en: 'Signed on' },
    from: { pl: 'Od', en: 'From' },
    until: { pl: 'Do', en: 'Until' },
    noticeMonths: { pl: 'Wypowiedzenie (miesiące)', en: 'Notice period (months)' },
    noticeBy: { label: { pl: 'Wypowiedzieć do', en: 'Give notice by' }, help: { pl: 'Ostatni dzień, w którym wypowiedzenie działa na koniec umowy', en: 'The last day on which a notice ends it in time' } },
    renewal: { pl: 'Przedłużenie', en: 'Renewal' },
    renewalMonths: { pl: 'Przedłuża się o (miesiące)', en: 'Renews for (months)' },
    value: { pl: 'Wartość', en: 'Value' },
    valuePer: { pl: 'Wartość za', en: 'Value per' },
    description: { pl: 'Opis', en: 'Description' },
    files: { pl: 'Pliki', en: 'Files' },
  },
} as const

export const orderStates: readonly ChoiceValue[] = [
  { value: 'new', label: { pl: 'Nowe', en: 'New' }, color: 'blue' },
  { value: 'accepted', label: { pl: 'Przyjęte', en: 'Accepted' }, color: 'teal' },
  { value: 'inDelivery', label: { pl: 'W realizacji', en: 'In delivery' }, color: 'amber' },
  { value: 'done', label: { pl: 'Zrealizowane', en: 'Done' }, color: 'green' },
  { value: 'cancelled', label: { pl: 'Anulowane', en: 'Cancelled' }, color: 'grey' },
]
export const orderKinds: readonly ChoiceValue[] = [
  { value: 'sale', label: { pl: 'Sprzedaż', en: 'Sale' } },
  { value: 'service', label: { pl: 'Serwis', en: 'Service' } },
  { value: 'rental', label: { pl: 'Wynajem', en: 'Rental' } },
]
export const answerKinds: readonly ChoiceValue[] = [
  { value: 'tick', label: { pl: 'Odhaczenie', en: 'Tick' } },
  { value: 'text', label: { pl: 'Tekst', en: 'Text' } },
  { value: 'day', label: { pl: 'Data', en: 'Date' } },
  { value: 'file', label: { pl: 'Plik', en: 'File' } },
  { value: 'choice', label: { pl: 'Wybór', en: 'Choice' } },
  { value: 'person', label: { pl: 'Kto uzgodnił ze strony klienta', en: 'Who agreed on the customer’s side' } },
]
export const contractStates: readonly ChoiceValue[] = [
  { value: 'draft', label: { pl: 'Projekt', en: 'Draft' }, color: 'grey' },
  { value: 'active', label: { pl: 'Obowiązuje', en: 'In force' }, color: 'green' },
  { value: 'notice', label: { pl: 'Wypowiedziana', en: 'Notice given' }, color: 'amber' },
  { value: 'ended', label: { pl: 'Zakończona', en: 'Ended' }, color: 'violet' },
]
export const renewals: readonly ChoiceValue[] = [
  { value: 'none', label: { pl: 'Wygasa', en: 'Ends' } },
  { value: 'automatic', label: { pl: 'Przedłuża się sama', en: 'Renews by itself' } },
  { value: 'byAgreement', label: { pl: 'Za zgodą stron', en: 'By agreement' } },
]
export const valuePeriods: readonly ChoiceValue[] = [
  { value: 'whole', label: { pl: 'Całość', en: 'Whole' } },
  { value: 'month', label: { pl: 'Miesiąc', en: 'Month' } },
  { value: 'quarter', label: { pl: 'Kwartał', en: 'Quarter' } },
  { value: 'year', label: { pl: 'Rok', en: 'Year' } },
]
export const moves = {
  accept: { pl: 'Przyjmij', en: 'Accept' },
  begin: { pl: 'Do realizacji', en: 'Begin delivery' },
  finish: { pl: 'Zrealizowane', en: 'Done' },
  cancel: { pl: 'Anuluj', en: 'Cancel' },
  sign: { pl: 'Podpisana', en: 'Signed' },
  giveNotice: { pl: 'Wypowiedz', en: 'Give notice' },
  withdraw: { pl: 'Cofnij wypowiedzenie', en: 'Withdraw the notice' },
  end: { pl: 'Zakończ', en: 'End' },
} as const satisfies Record<string, Text>
export const reverse = {
  orders: { pl: 'Zamówienia', en: 'Orders' },
  lines: { pl: 'Pozycje', en: 'Lines' },
  parts: { pl: 'Składniki', en: 'Parts' },
  ordered: { pl: 'Zamówiono jako', en: 'Ordered as' },
  inOrders: { pl: 'Pozycje zamówień', en: 'Order lines' },
  templates: { pl: 'Listy ustaleń', en: 'Order checklists' },
  questions: { pl: 'Ustalenia listy', en: 'Questions' },
  checks: { pl: 'Ustalenia', en: 'Agreements' },
  asked: { pl: 'W zamówieniach', en: 'In orders' },
  contracts: { pl: 'Umowy', en: 'Contracts' },
  signs: { pl: 'Podpisuje umowy', en: 'Signs contracts' },
  amendments: { pl: 'Aneksy', en: 'Amendments' },
} as const satisfies Record<string, Text>
export const sections = {
  basics: { pl: 'Podstawowe', en: 'Basics' },
  delivery: { pl: 'Dostawa i płatność', en: 'Delivery and payment' },
  sums: { pl: 'Sumy', en: 'Sums' },
  term: { pl: 'Czas trwania', en: 'Term' },
  more: { pl: 'Więcej', en: 'More' },
} as const satisfies Record<string, Text>
export const views = {
  open: { pl: 'W toku', en: 'In progress' },
  toAccept: { pl: 'Do przyjęcia', en: 'To accept' },
  mine: { pl: 'Moje', en: 'Mine' },
  all: { pl: 'Wszystkie', en: 'All' },
  active: { pl: 'Obowiązujące', en: 'In force' },
  noticeSoon: { pl: 'Termin wypowiedzenia w 60 dni', en: 'Notice due within 60 days' },
} as const satisfies Record<string, Text>
