import type { ChoiceValue } from '../../contract/definition.ts'

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
