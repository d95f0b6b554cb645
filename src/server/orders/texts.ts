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
    prices: { pl: 'Ceny są', en: 'Prices are' },
    vatBy: { pl: 'VAT liczony', en: 'VAT worked out' },
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
    discountValue: { pl: 'Rabat kwotowy', en: 'Discount as an amount' },
    vatRate: { pl: 'Stawka VAT', en: 'VAT rate' },
    net: { pl: 'Netto', en: 'Net' },
    vat: { pl: 'VAT', en: 'VAT' },
    gross: { pl: 'Brutto', en: 'Gross' },
    unitCost: { pl: 'Koszt jednostkowy', en: 'Unit cost' },
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
    choices: { label: { pl: 'Do wyboru', en: 'Choices' }, help: { pl: 'Każda możliwość w osobnym wierszu', en: 'Each on a line of its own' } },
    roles: { label: { pl: 'Może uzgodnić', en: 'May be settled by' }, help: { pl: 'Puste: każdy, kto może zmienić zamówienie', en: 'Empty: whoever may change the order' } },
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
    amends: { pl: 'Aneks do', en: 'Amends' },
    amendment: { label: { pl: 'Wartość aneksu', en: 'Value of the amendment' }, help: { pl: 'Czy dochodzi do wartości umowy, czy ją zastępuje', en: 'Does it come on top of the contract’s, or in its place' } },
    signedOn: { pl: 'Podpisano', en: 'Signed on' },
    from: { pl: 'Od', en: 'From' },
    until: { pl: 'Do', en: 'Until' },
    noticeMonths: { pl: 'Wypowiedzenie (miesiące)', en: 'Notice period (months)' },
    noticeBy: { label: { pl: 'Wypowiedzieć do', en: 'Give notice by' }, help: { pl: 'Ostatni dzień, w którym wypowiedzenie działa na koniec umowy', en: 'The last day on which a notice ends it in time' } },
    renewal: { pl: 'Przedłużenie', en: 'Renewal' },
    renewalMonths: { pl: 'Przedłuża się o (miesiące)', en: 'Renews for (months)' },
    renewals: { pl: 'Ile razy przedłużona', en: 'Times renewed' },
    noticeGivenOn: { pl: 'Dzień wypowiedzenia', en: 'Notice given on' },
    remindDays: { label: { pl: 'Przypomnij na ile dni przed', en: 'Remind how many days before' }, help: { pl: 'Przed ostatnim dniem na wypowiedzenie i przed końcem', en: 'Before the last day for a notice and before the end' } },
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
export const amendmentKinds: readonly ChoiceValue[] = [
  { value: 'adds', label: { pl: 'Dochodzi', en: 'On top' } },
  { value: 'replaces', label: { pl: 'Zastępuje', en: 'In place of it' } },
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
export const accounting = { pl: 'Dane dla księgowości', en: 'Data for accounting' } as const satisfies Text

export const notices = {
  noticeBy: {
    label: { pl: 'Umowa: mija termin wypowiedzenia', en: 'Contract: the day for a notice is near' },
    title: { pl: 'Umowę {number} z {company} można wypowiedzieć do {day}', en: 'Contract {number} with {company} can be given notice until {day}' },
  },
  until: {
    label: { pl: 'Umowa: zbliża się koniec', en: 'Contract: the end is near' },
    title: { pl: 'Umowa {number} z {company} obowiązuje do {day}', en: 'Contract {number} with {company} is in force until {day}' },
  },
  renewed: {
    label: { pl: 'Umowa: przedłużona', en: 'Contract: renewed' },
    title: { pl: 'Umowa {number} z {company} przedłużyła się do {day}', en: 'Contract {number} with {company} has been renewed until {day}' },
  },
  why: { pl: 'Opiekujesz się tą umową.', en: 'You are responsible for this contract.' },
} as const

export const refusals = {
  checksOpen: {
    pl: 'Zamówienia nie można przyjąć, dopóki nie są uzgodnione: {names}{others, plural, =0 {} one { i jeszcze # ustalenie} few { i jeszcze # ustalenia} other { i jeszcze # ustaleń}}.',
    en: 'The order cannot be accepted until these are settled: {names}{others, plural, =0 {} other { and # more}}.',
  },
  checksOpenHidden: {
    pl: 'Zamówienia nie można przyjąć: {others, plural, one {# wymagane ustalenie nie jest zamknięte} few {# wymagane ustalenia nie są zamknięte} other {# wymaganych ustaleń nie jest zamkniętych}}.',
    en: 'The order cannot be accepted: {others, plural, one {# required agreement is} other {# required agreements are}} open.',
  },
  settledForGood: { pl: 'Zamówienie jest przyjęte: wymaganego ustalenia „{title}” nie można już cofnąć ani zmienić.', en: 'The order is accepted: the required agreement “{title}” can no longer be undone or changed.' },
  mayNotSettle: { pl: 'Ustalenie „{title}” może zamknąć: {roles}.', en: '“{title}” may be settled by: {roles}.' },
  otherOrder: { pl: 'Ustalenie należy do swojego zamówienia i nie przechodzi do innego.', en: 'An agreement belongs to its order and does not move to another.' },
  stillAsked: { pl: 'Lista ustaleń wymaga „{title}”. Zniknie samo, gdy przestanie pasować do zamówienia.', en: 'The checklist asks for “{title}”. It goes by itself when it no longer fits the order.' },
  notAChoice: { pl: '„{text}” nie jest na liście. Do wyboru: {choices}.', en: '“{text}” is not on the list. The choices are: {choices}.' },
  needsAnswer: { pl: 'Najpierw odpowiedź, potem uzgodnione.', en: 'First the answer, then settled.' },
  linesLocked: { pl: 'Pozycji przyjętego zamówienia nie można zmieniać.', en: 'The lines of an accepted order cannot be changed.' },
  acceptedKept: { pl: 'Przyjętego zamówienia nie usuwa się, tylko anuluje.', en: 'An accepted order is not deleted but cancelled.' },
  lineCurrency: { pl: 'Kwoty pozycji „{name}” są w {line}, a zamówienie jest w {order}.', en: 'The amounts of “{name}” are in {line}, and the order is in {order}.' },
  noRate: { pl: 'Nie ma kursu {currency} na dzień przyjęcia. Wprowadź go w kursach walut.', en: 'There is no rate of {currency} for the day of acceptance. Enter it among the currency rates.' },
  parentOfOther: { pl: 'Składnik i jego zestaw muszą być w tym samym zamówieniu.', en: 'A part and its structure must be in the same order.' },
  quoteNotAccepted: { pl: 'Tylko przyjęta oferta staje się zamówieniem albo umową.', en: 'Only an accepted quote becomes an order or a contract.' },
  quoteOrdered: { pl: 'Z tej oferty jest już zamówienie {number}.', en: 'There already is order {number} from this quote.' },
  quoteContracted: { pl: 'Z tej oferty jest już umowa {number}.', en: 'There already is contract {number} from this quote.' },
  hiddenNumber: { pl: '(bez dostępu)', en: '(no access)' },
  mayNotCreate: { pl: 'Twoja rola nie pozwala tworzyć tych rekordów.', en: 'Your role does not allow creating these records.' },
  mayNotChange: { pl: 'Twoja rola nie pozwala zmieniać tego zamówienia.', en: 'Your role does not allow changing this order.' },
  mayNotExport: { pl: 'Twoja rola nie pozwala eksportować zamówień.', en: 'Your role does not allow exporting orders.' },
  notAccepted: { pl: 'Dane dla księgowości są z przyjętego zamówienia.', en: 'Data for accounting comes from an accepted order.' },
  notThere: { pl: 'Nie ma takiego rekordu albo nie masz do niego dostępu.', en: 'There is no such record, or you have no access to it.' },
  untilBeforeFrom: { pl: 'Umowa kończy się przed swoim początkiem.', en: 'The contract ends before it begins.' },
  noticeTooEarly: { pl: 'Wypowiedzenie przed początkiem umowy.', en: 'The notice is before the contract’s beginning.' },
  amendsItself: { pl: 'Umowa nie może być aneksem do samej siebie.', en: 'A contract cannot amend itself.' },
  amendsAmendment: { pl: 'Aneks dotyczy umowy, nie innego aneksu.', en: 'An amendment is to a contract and not to another amendment.' },
} as const satisfies Record<string, Text>
