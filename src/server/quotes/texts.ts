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
  fields: {
    author: { pl: 'Autor', en: 'Author' }, quote: { pl: 'Oferta', en: 'Quote' }, text: { pl: 'Treść', en: 'Text' }, byCustomer: { pl: 'Od klienta', en: 'From the customer' },
    forCustomer: { label: { pl: 'Widoczna dla klienta', en: 'Shown to the customer' }, help: { pl: 'Na stronie oferty, do której prowadzi odnośnik', en: 'On the page that the link leads to' } },
  },
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

export const refusals = {
  notThere: { pl: 'Nie ma takiej oferty albo nie masz do niej dostępu.', en: 'There is no such quote, or you have no access to it.' },
  notYours: { pl: 'Twoja rola nie pozwala zmieniać tej oferty.', en: 'Your role does not allow changing this quote.' },
  closed: {
    pl: 'Oferta {number} jest już {state, select, sent {wysłana} accepted {przyjęta} declined {odrzucona} other {zastąpiona}}. Zmian dokonuje się w nowej wersji.',
    en: 'Quote {number} was already {state, select, sent {sent} accepted {accepted} declined {declined} other {replaced}}. Changes are made in a new version.',
  },
  underApproval: { pl: 'Oferta {number} jest zatwierdzana albo już zatwierdzona. Aby ją zmienić, cofnij ją do poprawy.', en: 'Quote {number} is being approved, or was. Send it back before changing it.' },
  notRemoved: { pl: 'Oferty, która została wysłana, nie usuwa się.', en: 'A quote that was sent is not removed.' },
  noWayBack: { pl: 'Oferty, która jest już {state, select, sent {wysłana} accepted {przyjęta} declined {odrzucona} other {zastąpiona}}, nie można cofnąć. Utwórz nową wersję.', en: 'A quote that was {state, select, sent {sent} accepted {accepted} declined {declined} other {replaced}} does not go back. Make a new version.' },
  notSent: { pl: 'Przyjąć albo odrzucić można tylko ofertę wysłaną.', en: 'Only a quote that was sent can be accepted or declined.' },
  expired: { pl: 'Oferta była ważna do {day}. Utwórz nową wersję z nowym terminem.', en: 'The quote was valid until {day}. Make a new version with a new date.' },
  tooLate: { pl: 'Termin ważności oferty minął. Utwórz nową wersję z nowym terminem.', en: 'The quote is no longer valid. Make a new version with a new date.' },
  approvesAnother: { pl: 'Ofertę zatwierdza osoba, która jest w niej wskazana.', en: 'The quote is approved by the person it names.' },
  empty: { pl: 'Oferta nie ma żadnej pozycji z ceną.', en: 'The quote has no line with a price.' },
  noRate: { pl: 'Brak kursu {currency} na {day} lub wcześniej. Wpisz kurs, a potem spróbuj ponownie.', en: 'There is no rate of {currency} for {day} or before. Enter the rate and try again.' },
  overLimit: { pl: 'Rabat {given}% przekracza granicę {percent}%. Ofertę trzeba najpierw dać do zatwierdzenia.', en: 'The discount of {given}% is over the limit of {percent}%. The quote must be approved first.' },
  noApprover: { pl: 'Nie wiadomo, kto ma zatwierdzić rabat. Wskaż osobę w granicy rabatu albo przełożonego handlowca.', en: 'Nobody is named to approve the discount. Name a person at the discount limit, or the salesperson’s superior.' },
  nobodyNamed: { pl: 'W ofercie nie wskazano, kto ją zatwierdza. Cofnij ją do poprawy i poproś o zatwierdzenie jeszcze raz.', en: 'The quote names nobody to approve it. Send it back and ask for approval once more.' },
  notApprover: { pl: 'Tę ofertę zatwierdza {name}.', en: 'This quote is approved by {name}.' },
  alternatives: { pl: 'W grupie „{group}” trzeba wybrać jedną pozycję.', en: 'One line of “{group}” must be chosen.' },
  negative: { pl: 'Kwota nie może być ujemna.', en: 'An amount cannot be negative.' },
  discountTooLarge: { pl: 'Rabat nie może być większy niż wartość pozycji.', en: 'A discount cannot be larger than the line.' },
  needsParent: { pl: 'Składnik musi należeć do zestawu.', en: 'A component belongs to a structure.' },
  needsGroup: { pl: 'Pozycja zamienna musi należeć do grupy wyboru.', en: 'An alternative belongs to a choice group.' },
  otherQuote: { pl: 'To część innej oferty.', en: 'This is part of another quote.' },
  ring: { pl: 'Pozycja nie może być składnikiem samej siebie.', en: 'A line cannot be part of itself.' },
  tooMany: { pl: 'Oferta może mieć najwyżej {limit} pozycji.', en: 'A quote has {limit} lines at most.' },
  unknownKey: { pl: 'Pozycja odwołuje się do czegoś, czego w ofercie nie ma.', en: 'The line refers to something that is not in the quote.' },
  stale: { pl: 'Ktoś inny zmienił tę ofertę w międzyczasie.', en: 'Somebody else changed this quote in the meantime.' },
  stillDraft: { pl: 'Ta wersja jest jeszcze robocza – można ją po prostu zmienić.', en: 'This version is still a draft and can simply be changed.' },
  otherFamily: { pl: 'To nie są wersje tej samej oferty.', en: 'These are not versions of the same quote.' },
  notAccepted: { pl: 'Szansę wygrywa się po przyjęciu oferty.', en: 'The opportunity is won after the quote was accepted.' },
  noOpportunity: { pl: 'Oferta nie należy do żadnej szansy.', en: 'The quote belongs to no opportunity.' },
  linkGone: { pl: 'Ten odnośnik nie prowadzi już do oferty. Osoba, która go przesłała, może przysłać nowy.', en: 'This link no longer leads to a quote. Whoever sent it can send a new one.' },
  tooOften: { pl: 'Zbyt wiele prób. Spróbuj ponownie za {seconds} s.', en: 'Too many tries. Try again in {seconds} s.' },
  answered: { pl: 'Na tę ofertę udzielono już odpowiedzi.', en: 'This quote was already answered.' },
  replaced: { pl: 'Tę wersję oferty zastąpiła nowsza.', en: 'This version of the quote was replaced by a newer one.' },
  unknownChoice: { pl: 'Wybrano pozycję, której nie można wybrać.', en: 'A line was chosen that is no choice.' },
  noFile: { pl: 'Nie ma już załącznika „{name}”.', en: 'The attachment “{name}” is no longer there.' },
} as const satisfies Record<string, Text>

export const notices = {
  approvalKind: { pl: 'Oferta do zatwierdzenia', en: 'Quote to approve' },
  decisionKind: { pl: 'Decyzja o ofercie', en: 'Decision on a quote' },
  answerKind: { pl: 'Odpowiedź klienta na ofertę', en: 'Customer’s answer to a quote' },
  commentKind: { pl: 'Uwaga klienta do oferty', en: 'Customer’s comment on a quote' },
  asked: { pl: '{who} prosi o zatwierdzenie oferty {number} z rabatem {given}%', en: '{who} asks for approval of quote {number} with a discount of {given}%' },
  approved: { pl: 'Oferta {number} zatwierdzona – {who}', en: 'Quote {number} was approved by {who}' },
  sentBack: { pl: 'Oferta {number} wróciła do poprawy – {who}', en: 'Quote {number} was sent back by {who}' },
  accepted: { pl: 'Oferta {number} przyjęta – {who}', en: 'Quote {number} was accepted by {who}' },
  declined: { pl: 'Oferta {number} odrzucona – {who}', en: 'Quote {number} was declined by {who}' },
  commented: { pl: 'Uwaga do oferty {number} – {who}', en: 'A comment on quote {number} by {who}' },
  whyApprover: { pl: 'Zatwierdzasz rabaty ponad granicę', en: 'You approve discounts over the limit' },
  whyOwner: { pl: 'To Twoja oferta', en: 'It is your quote' },
} as const satisfies Record<string, Text>
