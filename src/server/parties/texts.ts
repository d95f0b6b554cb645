/** Every word of this room that a person reads. */
import type { ChoiceValue } from '../../contract/definition.ts'

export const company = {
  label: { pl: 'Firma', en: 'Company' },
  plural: { pl: 'Firmy', en: 'Companies' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    shortName: { pl: 'Nazwa skrócona', en: 'Short name' },
    roles: { pl: 'Rola', en: 'Role' },
    nip: { label: { pl: 'NIP', en: 'NIP' }, help: { pl: 'Polski numer podatkowy, 10 cyfr. Numer z innego kraju wpisz w polu VAT UE.', en: 'Polish tax number, 10 digits. A number from another country goes to the EU VAT field.' } },
    regon: { label: { pl: 'REGON', en: 'REGON' }, help: { pl: '9 lub 14 cyfr', en: '9 or 14 digits' } },
    krs: { label: { pl: 'KRS', en: 'KRS' }, help: { pl: 'Numer w Krajowym Rejestrze Sądowym, 10 cyfr', en: 'Number in the National Court Register, 10 digits' } },
    vatNumber: { label: { pl: 'VAT UE', en: 'EU VAT' }, help: { pl: 'Numer VAT z kodem kraju, np. DE136695976', en: 'VAT number with its country code, e.g. DE136695976' } },
    externalId: { label: { pl: 'Symbol', en: 'Code' }, help: { pl: 'Identyfikator firmy w systemie, z którego pochodzą dane', en: 'Identifier of the company in the system that the data comes from' } },
    group: { pl: 'Grupa', en: 'Group' },
    industry: { pl: 'Branża', en: 'Industry' },
    region: { pl: 'Region', en: 'Region' },
    territory: { label: { pl: 'Terytorium', en: 'Territory' }, help: { pl: 'Czyj to teren: role mogą sięgać własnych terytoriów', en: 'Whose ground it is: roles may reach one’s own territories' } },
    addresses: { pl: 'Adresy', en: 'Addresses' },
    phones: { pl: 'Telefony', en: 'Phones' },
    mails: { pl: 'E-maile', en: 'E-mails' },
    website: { pl: 'Strona WWW', en: 'Website' },
    parent: { label: { pl: 'Jednostka nadrzędna', en: 'Parent company' }, help: { pl: 'Centrala albo oddział, któremu ta firma podlega', en: 'Head office or branch that this company reports to' } },
    turnover: { pl: 'Obrót roczny', en: 'Yearly turnover' },
    employees: { pl: 'Liczba pracowników', en: 'Employees' },
    customerSince: { pl: 'Klient od', en: 'Customer since' },
    lastSaleOn: { pl: 'Ostatnia sprzedaż', en: 'Last sale' },
    description: { pl: 'Uwagi', en: 'Remarks' },
    tags: { pl: 'Etykiety', en: 'Tags' },
    logo: { pl: 'Logo', en: 'Logo' },
  },
} as const

export const person = {
  label: { pl: 'Osoba', en: 'Person' },
  plural: { pl: 'Osoby', en: 'People' },
  fields: {
    name: { pl: 'Imię i nazwisko', en: 'Name' },
    salutation: { pl: 'Tytuł', en: 'Title' },
    firstName: { pl: 'Imię', en: 'First name' },
    lastName: { pl: 'Nazwisko', en: 'Last name' },
    company: { label: { pl: 'Firma', en: 'Company' }, help: { pl: 'Obecne główne miejsce pracy. Zmiana zachowuje poprzednie wśród powiązań.', en: 'Present main employer. A change keeps the previous one among the ties.' } },
    position: { pl: 'Stanowisko', en: 'Position' },
    phones: { pl: 'Telefony', en: 'Phones' },
    mails: { pl: 'E-maile', en: 'E-mails' },
    addresses: { pl: 'Adresy', en: 'Addresses' },
    birthday: { pl: 'Data urodzenia', en: 'Date of birth' },
    externalId: { label: { pl: 'Symbol', en: 'Code' }, help: { pl: 'Identyfikator osoby w systemie, z którego pochodzą dane', en: 'Identifier of the person in the system that the data comes from' } },
    description: { pl: 'Uwagi', en: 'Remarks' },
    tags: { pl: 'Etykiety', en: 'Tags' },
    picture: { pl: 'Zdjęcie', en: 'Picture' },
  },
} as const

export const tie = {
  label: { pl: 'Powiązanie osoby', en: 'Tie' },
  plural: { pl: 'Powiązania osób', en: 'Ties' },
  fields: {
    person: { pl: 'Osoba', en: 'Person' },
    company: { pl: 'Firma', en: 'Company' },
    role: { pl: 'Rola', en: 'Role' },
    position: { pl: 'Stanowisko', en: 'Position' },
    since: { pl: 'Od', en: 'Since' },
    until: { pl: 'Do', en: 'Until' },
    main: { pl: 'Główne miejsce pracy', en: 'Main employer' },
    description: { pl: 'Uwagi', en: 'Remarks' },
  },
} as const

export const earlierName = {
  label: { pl: 'Poprzednia nazwa', en: 'Earlier name' },
  plural: { pl: 'Poprzednie nazwy', en: 'Earlier names' },
  fields: {
    company: { pl: 'Firma', en: 'Company' },
    name: { pl: 'Nazwa', en: 'Name' },
    since: { pl: 'Od', en: 'Since' },
    until: { pl: 'Do', en: 'Until' },
  },
} as const

export const succession = {
  label: { pl: 'Następstwo prawne', en: 'Succession' },
  plural: { pl: 'Następstwa prawne', en: 'Successions' },
  fields: {
    predecessor: { pl: 'Poprzednik', en: 'Predecessor' },
    successor: { pl: 'Następca', en: 'Successor' },
    kind: { pl: 'Rodzaj', en: 'Kind' },
    on: { pl: 'Data', en: 'Date' },
    description: { pl: 'Uwagi', en: 'Remarks' },
  },
} as const

export const relationKind = {
  label: { pl: 'Rodzaj relacji', en: 'Kind of relation' },
  plural: { pl: 'Rodzaje relacji', en: 'Kinds of relation' },
  fields: {
    name: { label: { pl: 'Nazwa', en: 'Name' }, help: { pl: 'Jak się ją czyta od pierwszej firmy, np. „dostarcza dla”', en: 'As read from the first company, e.g. “supplies”' } },
    reverseName: { label: { pl: 'Nazwa z drugiej strony', en: 'Name from the other side' }, help: { pl: 'Np. „zaopatruje się u”', en: 'E.g. “is supplied by”' } },
  },
} as const

export const relation = {
  label: { pl: 'Relacja', en: 'Relation' },
  plural: { pl: 'Relacje', en: 'Relations' },
  fields: {
    from: { pl: 'Firma', en: 'Company' },
    kind: { pl: 'Relacja', en: 'Relation' },
    to: { pl: 'Z firmą', en: 'With company' },
    since: { pl: 'Od', en: 'Since' },
    until: { pl: 'Do', en: 'Until' },
    description: { pl: 'Uwagi', en: 'Remarks' },
  },
} as const

export const customerGroup = {
  label: { pl: 'Grupa klientów', en: 'Customer group' },
  plural: { pl: 'Grupy klientów', en: 'Customer groups' },
  fields: { name: { pl: 'Nazwa', en: 'Name' } },
} as const

export const tag = {
  label: { pl: 'Etykieta', en: 'Tag' },
  plural: { pl: 'Etykiety', en: 'Tags' },
  fields: { name: { pl: 'Nazwa', en: 'Name' }, color: { pl: 'Kolor', en: 'Colour' } },
} as const

export const note = {
  label: { pl: 'Notatka', en: 'Note' },
  plural: { pl: 'Notatki', en: 'Notes' },
  fields: {
    title: { pl: 'Tytuł', en: 'Title' },
    text: { pl: 'Treść', en: 'Text' },
    company: { pl: 'Firma', en: 'Company' }, person: { pl: 'Osoba', en: 'Person' }, opportunity: { pl: 'Szansa', en: 'Opportunity' },
    quote: { pl: 'Oferta', en: 'Quote' }, salesOrder: { pl: 'Zamówienie', en: 'Order' }, contract: { pl: 'Umowa', en: 'Contract' },
    mentions: { pl: 'Wspomniani', en: 'Mentioned' },
    files: { pl: 'Załączniki', en: 'Attachments' },
    pinned: { pl: 'Przypięta', en: 'Pinned' },
  },
} as const

export const sections = {
  basics: { pl: 'Dane', en: 'Details' },
  identifiers: { pl: 'Identyfikatory', en: 'Identifiers' },
  contact: { pl: 'Adresy i kontakt', en: 'Addresses and contact' },
  trade: { pl: 'Handel', en: 'Trade' },
  more: { pl: 'Więcej', en: 'More' },
} as const

export const reverse = {
  branches: { pl: 'Oddziały', en: 'Branches' },
  people: { pl: 'Osoby', en: 'People' },
  ties: { pl: 'Powiązania', en: 'Ties' },
  earlierNames: { pl: 'Poprzednie nazwy', en: 'Earlier names' },
  successors: { pl: 'Następcy', en: 'Successors' },
  predecessors: { pl: 'Poprzednicy', en: 'Predecessors' },
  relations: { pl: 'Relacje', en: 'Relations' },
  relationsOf: { pl: 'Relacje z drugiej strony', en: 'Relations from the other side' },
  companies: { pl: 'Firmy', en: 'Companies' },
  notes: { pl: 'Notatki', en: 'Notes' },
} as const

export const views = {
  all: { pl: 'Wszystkie', en: 'All' },
  mine: { pl: 'Moje', en: 'Mine' },
  customers: { pl: 'Klienci', en: 'Customers' },
  prospects: { pl: 'Potencjalni', en: 'Prospects' },
  partners: { pl: 'Partnerzy', en: 'Partners' },
  withoutMail: { pl: 'Bez e-maila', en: 'Without e-mail' },
} as const

export const actionTexts = {
  rename: { pl: 'Zmień nazwę', en: 'Change the name' },
  transform: { pl: 'Przekształć w następcę', en: 'Transform into successor' },
  changeJob: { pl: 'Zmień miejsce pracy', en: 'Change of job' },
  newName: { pl: 'Nowa nazwa', en: 'New name' },
  since: { pl: 'Od dnia', en: 'Since' },
  on: { pl: 'Dnia', en: 'On' },
  successors: { pl: 'Następcy', en: 'Successors' },
  archiveIt: { pl: 'Przenieś tę firmę do archiwum', en: 'Archive this company' },
} as const

export const refusals = {
  personNeedsName: { pl: 'Podaj imię albo nazwisko.', en: 'Give a first or a last name.' },
  untilBeforeSince: { pl: 'Data „do” jest wcześniejsza niż data „od”.', en: 'The “until” date is earlier than the “since” date.' },
  sameCompany: { pl: 'Wybierz dwie różne firmy.', en: 'Choose two different companies.' },
  noteNeedsSubject: { pl: 'Notatka musi czegoś dotyczyć: firmy, osoby, szansy, oferty, zamówienia albo umowy.', en: 'A note must be about something: a company, a person, an opportunity, a quote, an order or a contract.' },
  companyGone: { pl: 'Nie ma takiej firmy albo nie masz do niej dostępu.', en: 'There is no such company, or you have no access to it.' },
  sameName: { pl: 'Firma już ma tę nazwę.', en: 'The company already has this name.' },
  tieRoleEnded: { pl: 'Główne miejsce pracy nie może mieć daty zakończenia.', en: 'The main employer cannot have an end date.' },
} as const

// ---- Values of choices

export const companyRoles: readonly ChoiceValue[] = [
  { value: 'customer', label: { pl: 'Klient', en: 'Customer' }, color: 'green' },
  { value: 'prospect', label: { pl: 'Potencjalny klient', en: 'Prospect' }, color: 'amber' },
  { value: 'partner', label: { pl: 'Partner', en: 'Partner' }, color: 'blue' },
  { value: 'distributor', label: { pl: 'Dystrybutor', en: 'Distributor' }, color: 'violet' },
  { value: 'supplier', label: { pl: 'Dostawca', en: 'Supplier' }, color: 'grey' },
  { value: 'competitor', label: { pl: 'Konkurent', en: 'Competitor' }, color: 'red' },
  { value: 'formerCustomer', label: { pl: 'Były klient', en: 'Former customer' }, color: 'red' },
  { value: 'other', label: { pl: 'Inna', en: 'Other' }, color: 'grey' },
]

export const regions: readonly ChoiceValue[] = [
  ['dolnoslaskie', 'dolnośląskie', 'Lower Silesia'],
  ['kujawskoPomorskie', 'kujawsko-pomorskie', 'Kuyavia-Pomerania'],
  ['lubelskie', 'lubelskie', 'Lublin'],
  ['lubuskie', 'lubuskie', 'Lubusz'],
  ['lodzkie', 'łódzkie', 'Łódź'],
  ['malopolskie', 'małopolskie', 'Lesser Poland'],
  ['mazowieckie', 'mazowieckie', 'Mazovia'],
  ['opolskie', 'opolskie', 'Opole'],
  ['podkarpackie', 'podkarpackie', 'Subcarpathia'],
  ['podlaskie', 'podlaskie', 'Podlasie'],
  ['pomorskie', 'pomorskie', 'Pomerania'],
  ['slaskie', 'śląskie', 'Silesia'],
  ['swietokrzyskie', 'świętokrzyskie', 'Świętokrzyskie'],
  ['warminskoMazurskie', 'warmińsko-mazurskie', 'Warmia-Masuria'],
  ['wielkopolskie', 'wielkopolskie', 'Greater Poland'],
  ['zachodniopomorskie', 'zachodniopomorskie', 'West Pomerania'],
  ['abroad', 'zagranica', 'Abroad'],
].map(([value, pl, en]) => ({ value: value!, label: { pl: pl!, en: en! } }))

export const industries: readonly ChoiceValue[] = [
  ['agriculture', 'Rolnictwo', 'Agriculture'],
  ['food', 'Żywność', 'Food'],
  ['construction', 'Budownictwo', 'Construction'],
  ['installations', 'Instalacje sanitarne', 'Plumbing and heating'],
  ['machinery', 'Maszyny i metal', 'Machinery and metal'],
  ['chemistry', 'Chemia i tworzywa', 'Chemicals and plastics'],
  ['energy', 'Energetyka', 'Energy'],
  ['wood', 'Drewno i meble', 'Wood and furniture'],
  ['transport', 'Transport i logistyka', 'Transport and logistics'],
  ['trade', 'Handel', 'Trade'],
  ['services', 'Usługi', 'Services'],
  ['it', 'Informatyka', 'Information technology'],
  ['health', 'Ochrona zdrowia', 'Health care'],
  ['education', 'Edukacja', 'Education'],
  ['public', 'Administracja publiczna', 'Public administration'],
].map(([value, pl, en]) => ({ value: value!, label: { pl: pl!, en: en! } }))

export const addressKinds: readonly ChoiceValue[] = [
  { value: 'seat', label: { pl: 'Siedziba', en: 'Registered seat' } },
  { value: 'correspondence', label: { pl: 'Korespondencja', en: 'Correspondence' } },
  { value: 'delivery', label: { pl: 'Dostawa', en: 'Delivery' } },
  { value: 'invoice', label: { pl: 'Faktury', en: 'Invoices' } },
  { value: 'home', label: { pl: 'Dom', en: 'Home' } },
  { value: 'other', label: { pl: 'Inny', en: 'Other' } },
]

export const phoneKinds: readonly ChoiceValue[] = [
  { value: 'main', label: { pl: 'Główny', en: 'Main' } },
  { value: 'work', label: { pl: 'Służbowy', en: 'Work' } },
  { value: 'mobile', label: { pl: 'Komórkowy', en: 'Mobile' } },
  { value: 'private', label: { pl: 'Prywatny', en: 'Private' } },
  { value: 'fax', label: { pl: 'Faks', en: 'Fax' } },
  { value: 'other', label: { pl: 'Inny', en: 'Other' } },
]

export const mailKinds: readonly ChoiceValue[] = [
  { value: 'main', label: { pl: 'Główny', en: 'Main' } },
  { value: 'work', label: { pl: 'Służbowy', en: 'Work' } },
  { value: 'private', label: { pl: 'Prywatny', en: 'Private' } },
  { value: 'invoice', label: { pl: 'Faktury', en: 'Invoices' } },
  { value: 'other', label: { pl: 'Inny', en: 'Other' } },
]

export const tieRoles: readonly ChoiceValue[] = [
  { value: 'employee', label: { pl: 'Pracownik', en: 'Employee' }, color: 'grey' },
  { value: 'owner', label: { pl: 'Właściciel', en: 'Owner' }, color: 'violet' },
  { value: 'board', label: { pl: 'Zarząd', en: 'Board' }, color: 'violet' },
  { value: 'decides', label: { pl: 'Decyduje o zakupie', en: 'Decides on purchases' }, color: 'green' },
  { value: 'influences', label: { pl: 'Doradza przy zakupie', en: 'Influences purchases' }, color: 'blue' },
  { value: 'accounts', label: { pl: 'Księgowość', en: 'Accounting' }, color: 'grey' },
  { value: 'technical', label: { pl: 'Technika', en: 'Technical' }, color: 'blue' },
  { value: 'represents', label: { pl: 'Przedstawiciel', en: 'Representative' }, color: 'amber' },
  { value: 'other', label: { pl: 'Inna', en: 'Other' }, color: 'grey' },
]

export const successionKinds: readonly ChoiceValue[] = [
  { value: 'form', label: { pl: 'Zmiana formy prawnej', en: 'Change of legal form' } },
  { value: 'merger', label: { pl: 'Połączenie', en: 'Merger' } },
  { value: 'takeover', label: { pl: 'Przejęcie', en: 'Take-over' } },
  { value: 'split', label: { pl: 'Podział', en: 'Split' } },
  { value: 'sale', label: { pl: 'Sprzedaż przedsiębiorstwa', en: 'Sale of the business' } },
]

export const tagColors: readonly ChoiceValue[] = [
  { value: 'grey', label: { pl: 'Szary', en: 'Grey' }, color: 'grey' },
  { value: 'teal', label: { pl: 'Morski', en: 'Teal' }, color: 'teal' },
  { value: 'green', label: { pl: 'Zielony', en: 'Green' }, color: 'green' },
  { value: 'blue', label: { pl: 'Niebieski', en: 'Blue' }, color: 'blue' },
  { value: 'violet', label: { pl: 'Fioletowy', en: 'Violet' }, color: 'violet' },
  { value: 'amber', label: { pl: 'Bursztynowy', en: 'Amber' }, color: 'amber' },
  { value: 'red', label: { pl: 'Czerwony', en: 'Red' }, color: 'red' },
]
