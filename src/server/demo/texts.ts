/** What the invented company and its customers are made of. Every name is invented; addresses use the reserved example domains. */

/** City, region of Poland, first digits of its postal codes, streets come from below. */
export const cities: readonly (readonly [city: string, region: string, postal: string])[] = [
  ['Warszawa', 'mazowieckie', '02'], ['Radom', 'mazowieckie', '26'], ['Płock', 'mazowieckie', '09'], ['Siedlce', 'mazowieckie', '08'],
  ['Kraków', 'malopolskie', '31'], ['Tarnów', 'malopolskie', '33'], ['Nowy Sącz', 'malopolskie', '33'], ['Oświęcim', 'malopolskie', '32'],
  ['Łódź', 'lodzkie', '90'], ['Zduńska Wola', 'lodzkie', '98'], ['Łowicz', 'lodzkie', '99'], ['Piotrków Trybunalski', 'lodzkie', '97'],
  ['Wrocław', 'dolnoslaskie', '50'], ['Świdnica', 'dolnoslaskie', '58'], ['Legnica', 'dolnoslaskie', '59'], ['Jelenia Góra', 'dolnoslaskie', '58'],
  ['Poznań', 'wielkopolskie', '60'], ['Kalisz', 'wielkopolskie', '62'], ['Leszno', 'wielkopolskie', '64'], ['Gniezno', 'wielkopolskie', '62'],
  ['Gdańsk', 'pomorskie', '80'], ['Gdynia', 'pomorskie', '81'], ['Słupsk', 'pomorskie', '76'], ['Tczew', 'pomorskie', '83'],
  ['Szczecin', 'zachodniopomorskie', '70'], ['Koszalin', 'zachodniopomorskie', '75'], ['Bydgoszcz', 'kujawskoPomorskie', '85'], ['Toruń', 'kujawskoPomorskie', '87'],
  ['Lublin', 'lubelskie', '20'], ['Zamość', 'lubelskie', '22'], ['Rzeszów', 'podkarpackie', '35'], ['Krosno', 'podkarpackie', '38'],
  ['Białystok', 'podlaskie', '15'], ['Łomża', 'podlaskie', '18'], ['Katowice', 'slaskie', '40'], ['Gliwice', 'slaskie', '44'],
  ['Bielsko-Biała', 'slaskie', '43'], ['Żory', 'slaskie', '44'], ['Częstochowa', 'slaskie', '42'], ['Kielce', 'swietokrzyskie', '25'],
  ['Olsztyn', 'warminskoMazurskie', '10'], ['Ełk', 'warminskoMazurskie', '19'], ['Opole', 'opolskie', '45'], ['Zielona Góra', 'lubuskie', '65'],
  ['Gorzów Wielkopolski', 'lubuskie', '66'], ['Żary', 'lubuskie', '68'],
]

export const citiesAbroad: readonly (readonly [city: string, country: string, dial: string, postal: string])[] = [
  ['Leipzig', 'DE', '+49341', '041'], ['Dresden', 'DE', '+49351', '010'], ['Berlin', 'DE', '+4930', '101'], ['Hamburg', 'DE', '+4940', '200'],
  ['Praha', 'CZ', '+420222', '11'], ['Ostrava', 'CZ', '+420596', '70'], ['Bratislava', 'SK', '+4212', '81'], ['Košice', 'SK', '+42155', '04'],
  ['Vilnius', 'LT', '+3705', '01'], ['Kaunas', 'LT', '+37037', '44'], ['Budapest', 'HU', '+361', '10'], ['Wien', 'AT', '+431', '10'],
]

export const streets = ['Długa', 'Ogrodowa', 'Polna', 'Lipowa', 'Przemysłowa', 'Fabryczna', 'Kolejowa', 'Żeromskiego', 'Mickiewicza', 'Słowackiego', 'Kościuszki',
  'Świętego Ducha', 'Łąkowa', 'Źródlana', 'Wspólna', 'Graniczna', 'Spółdzielcza', 'Magazynowa', 'Hutnicza', 'Piłsudskiego', 'Grunwaldzka', '3 Maja', 'Składowa', 'Wiśniowa']
export const streetsAbroad = ['Industriestraße', 'Hauptstraße', 'Hafenstraße', 'Bahnhofstraße', 'Gewerbepark', 'Průmyslová', 'Nádražní', 'Gamyklos', 'Pramonės', 'Ipari út', 'Staničná']

export const stems = ['Hydro', 'Agro', 'Termo', 'Elektro', 'Opti', 'Polimer', 'Mlecz', 'Drew', 'Beton', 'Szkło', 'Techno', 'Logi', 'Metal', 'Instal', 'Budo', 'Klima', 'Auto',
  'Energo', 'Bio', 'Chem', 'Gaz', 'Stal', 'Papier', 'Foto', 'Medi', 'Plast', 'Rol', 'Żeglo', 'Łożysk', 'Świat', 'Księgo', 'Ziem', 'Piek', 'Owoc', 'Warzyw']
export const endings = ['tech', 'rol', 'gaz', 'styl', 'mar', 'dom', 'bud', 'pol', 'ex', 'system', 'mix', 'max', 'serwis', 'hurt', 'trans', 'plus', 'lux', 'team', 'pro', 'land']
export const kinds = ['Zakłady Metalowe', 'Fabryka Armatury', 'Hurtownia Instalacyjna', 'Przedsiębiorstwo Wielobranżowe', 'Zakład Produkcyjny', 'Spółdzielnia Mleczarska', 'Centrum Techniki Grzewczej', 'Wytwórnia Opakowań', 'Huta Szkła', 'Gospodarstwo Ogrodnicze']
export const forms = ['sp. z o.o.', 'sp. z o.o.', 'sp. z o.o.', 'S.A.', 'sp.j.', 'sp.k.', 's.c.', 'P.P.H.U.', 'sp. z o.o. sp.k.']
export const formsAbroad: Record<string, readonly string[]> = { DE: ['GmbH', 'AG', 'GmbH & Co. KG'], CZ: ['s.r.o.', 'a.s.'], SK: ['s.r.o.', 'a.s.'], LT: ['UAB', 'AB'], HU: ['Kft.', 'Zrt.'], AT: ['GmbH', 'AG'] }
export const stemsAbroad: Record<string, readonly string[]> = {
  DE: ['Müller Anlagenbau', 'Schröder Haustechnik', 'Krüger Maschinen', 'Weiß & Söhne', 'Sächsische Wärmetechnik', 'Nordlicht Armaturen'],
  CZ: ['Ostravské strojírny', 'Česká armatura', 'Vltava Topení', 'Morava Instal'], SK: ['Tatra Technik', 'Dunaj Kúrenie', 'Košické závody'],
  LT: ['Šiaurės vamzdynai', 'Vilniaus šiluma', 'Baltijos armatūra'], HU: ['Duna Gépészet', 'Alföldi Szerelvény'], AT: ['Donau Haustechnik', 'Alpen Wärme'],
}

export const firstNames = ['Anna', 'Piotr', 'Ewa', 'Michał', 'Katarzyna', 'Tomasz', 'Małgorzata', 'Paweł', 'Agnieszka', 'Krzysztof', 'Joanna', 'Andrzej', 'Łucja', 'Jan', 'Magdalena', 'Marcin',
  'Zofia', 'Wojciech', 'Żaneta', 'Grzegorz', 'Świętosława', 'Łukasz', 'Róża', 'Jędrzej', 'Beata', 'Rafał', 'Dorota', 'Sławomir', 'Elżbieta', 'Bogdan', 'Kinga', 'Szymon', 'Wanda', 'Mateusz', 'Aleksandra', 'Zbigniew']
/** Men's and women's endings are the same here, so that any first name fits. */
export const lastNames = ['Nowak', 'Wójcik', 'Mazur', 'Król', 'Wieczorek', 'Pawlak', 'Sikora', 'Baran', 'Żak', 'Głąb', 'Szewczyk', 'Ślusarczyk', 'Ogórek', 'Żółć', 'Brzęczyszczykiewicz', 'Kaczmarek',
  'Duda', 'Wróbel', 'Zając', 'Pająk', 'Gołąb', 'Kubiak', 'Święch', 'Stępień', 'Wilk', 'Lis', 'Kot', 'Łuczak', 'Źrebiec', 'Gąsior', 'Kurek', 'Pietrzak', 'Marczak', 'Sobczak', 'Włodarczyk', 'Krawiec']
export const firstNamesAbroad = ['Jürgen', 'Heike', 'Klaus', 'Sabine', 'Jiří', 'Lenka', 'Zdeněk', 'Jonas', 'Rūta', 'László', 'Ágnes', 'Wolfgang']
export const lastNamesAbroad = ['Müller', 'Schäfer', 'Weiß', 'Krüger', 'Novák', 'Dvořák', 'Kazlauskas', 'Nagy', 'Szabó', 'Huber', 'Großmann', 'Černý']

export const positions = ['Prezes', 'Kierownik zakupów', 'Główna księgowość', 'Dyrektor techniczny', 'Specjalista ds. zakupów', 'Kierownik magazynu', 'Właściciel', 'Dyrektor handlowy', 'Kierownik utrzymania ruchu', 'Asystent zarządu', 'Projektant instalacji', 'Kierownik budowy']

export const groups = ['Detal', 'Hurt', 'Instalatorzy', 'Deweloperzy', 'Przemysł', 'Eksport', 'Sieci handlowe', 'Samorządy']
export const tags: readonly (readonly [string, string])[] = [['kluczowy', 'violet'], ['płaci po terminie', 'red'], ['targi 2025', 'blue'], ['newsletter', 'teal'], ['do odwiedzenia', 'amber'], ['umowa ramowa', 'green'], ['z polecenia', 'grey']]
export const relationKinds: readonly (readonly [string, string])[] = [['dostarcza dla', 'zaopatruje się u'], ['projektuje dla', 'zleca projekty'], ['poleca', 'jest polecana przez'], ['serwisuje u', 'jest serwisowana przez']]

export const notes = [
  'Rozmowa z działem zakupów. Pytają o dostępność pomp obiegowych na przyszły kwartał, proszą o cennik z rabatem hurtowym.',
  'Spotkanie w siedzibie klienta. Omówiono modernizację kotłowni; decyzja zarządu po zamknięciu roku.\nDo przygotowania: lista referencji i kosztorys.',
  'Klient zgłosił opóźnienie ostatniej dostawy o trzy dni. Przeprosiliśmy, następna wysyłka poza kolejką.',
  'Ustalono nowe warunki płatności: 21 dni zamiast 14. Umowa ramowa do podpisu.',
  'Telefon od kierownika magazynu: paleta z zaworami uszkodzona w transporcie, zdjęcia w załączniku mailem.',
  'Po targach wysłany katalog i zaproszenie na szkolenie z automatyki. Czekają na terminy.',
  'Konkurencja zaproponowała 4 % niżej na armaturę. Warto porozmawiać o serwisie i czasie dostawy.',
  'Zmiana osoby decydującej: zakupy przejmuje nowy dyrektor techniczny. Umówić wizytę zapoznawczą.',
  'Wizyta serwisowa zakończona bez uwag, klient zadowolony z czasu reakcji.',
  'Pytanie o certyfikaty do przetargu publicznego, termin składania ofert za dwa tygodnie.',
  'Podsumowanie roku: obroty wzrosły, klient planuje drugą halę. Potencjał na instalację sprężonego powietrza.',
  'Nie odbierają telefonu od tygodnia, wysłany e-mail z przypomnieniem o ofercie.',
]

export const departments: readonly { name: string; color: string; lead: string; /** Key of a role of the company's own, besides the usual ones. */ ownRole?: string; roles: readonly [position: string, role: string, count: number][] }[] = [
  { name: 'Zarząd', color: 'grey', lead: 'Prezes', roles: [['Prezes', 'manager', 1], ['Asystent zarządu', 'assistant', 1]] },
  { name: 'Sprzedaż Północ', color: 'blue', lead: 'Kierownik regionu', roles: [['Kierownik regionu', 'manager', 1], ['Handlowiec', 'salesperson', 5], ['Asystent sprzedaży', 'assistant', 1]] },
  { name: 'Sprzedaż Południe', color: 'teal', lead: 'Kierownik regionu', roles: [['Kierownik regionu', 'manager', 1], ['Handlowiec', 'salesperson', 5], ['Asystent sprzedaży', 'assistant', 1]] },
  { name: 'Sprzedaż Centrum', color: 'violet', lead: 'Kierownik regionu', roles: [['Kierownik regionu', 'manager', 1], ['Handlowiec', 'salesperson', 5], ['Asystent sprzedaży', 'assistant', 1]] },
  { name: 'Eksport', color: 'amber', lead: 'Kierownik eksportu', ownRole: 'territory-seller', roles: [['Kierownik eksportu', 'manager', 1], ['Handlowiec', 'salesperson', 3]] },
  { name: 'Serwis', color: 'green', lead: 'Kierownik serwisu', ownRole: 'service', roles: [['Kierownik serwisu', 'viewer', 1], ['Technik serwisu', 'viewer', 5]] },
  { name: 'Marketing', color: 'red', lead: 'Kierownik marketingu', roles: [['Kierownik marketingu', 'assistant', 1], ['Specjalista ds. marketingu', 'assistant', 2]] },
  { name: 'Księgowość', color: 'grey', lead: 'Główna księgowość', roles: [['Główna księgowość', 'viewer', 1], ['Specjalista ds. rozliczeń', 'viewer', 2]] },
]

/** Parts of the market, each of one sales department, and the regions that lie in them. */
export const territories: readonly { name: string; department: string; regions: readonly (readonly [region: string, name: string])[] }[] = [
  { name: 'Północ', department: 'Sprzedaż Północ', regions: [['pomorskie', 'Pomorskie'], ['zachodniopomorskie', 'Zachodniopomorskie'], ['kujawskoPomorskie', 'Kujawsko-pomorskie'], ['warminskoMazurskie', 'Warmińsko-mazurskie'], ['podlaskie', 'Podlaskie']] },
  { name: 'Południe', department: 'Sprzedaż Południe', regions: [['dolnoslaskie', 'Dolnośląskie'], ['opolskie', 'Opolskie'], ['slaskie', 'Śląskie'], ['malopolskie', 'Małopolskie'], ['podkarpackie', 'Podkarpackie'], ['swietokrzyskie', 'Świętokrzyskie']] },
  { name: 'Centrum', department: 'Sprzedaż Centrum', regions: [['mazowieckie', 'Mazowieckie'], ['lodzkie', 'Łódzkie'], ['wielkopolskie', 'Wielkopolskie'], ['lubuskie', 'Lubuskie'], ['lubelskie', 'Lubelskie']] },
  { name: 'Zagranica', department: 'Eksport', regions: [] },
]

export const labels = { branch: 'Oddział' } as const

export const commandTexts = {
  usage: { pl: 'demo [--companies N] [--people N]   wczytaj firmę pokazową do pustej instalacji', en: 'demo [--companies N] [--people N]   load the demo company into an empty installation' },
  notEmpty: { pl: 'W tej instalacji są już firmy. Firmę pokazową można wczytać tylko do pustej.', en: 'This installation holds companies already. The demo company can be loaded into an empty one only.' },
  progress: { pl: '{done, number} z {total, number}', en: '{done, number} of {total, number}' },
  done: { pl: 'Wczytano {companies, number} firm i {people, number} osób w {seconds} s.', en: 'Loaded {companies, number} companies and {people, number} people in {seconds} s.' },
} as const

/** The invented company itself: its name stands on quotes and documents. */
export const ourselves = {
  name: 'Instalmar Technika Przemysłowa sp. z o.o.', shortName: 'Instalmar', nip: '5260250274', roles: ['supplier'], industry: 'machinery', region: 'lodzkie',
  addresses: [{ kind: 'seat', street: 'Przemysłowa', building: '12', postalCode: '90-451', city: 'Łódź', country: 'PL' }],
  phones: [{ kind: 'main', value: '+48426300100' }], mails: [{ kind: 'main', value: 'biuro@instalmar.example.pl' }], website: 'https://www.instalmar.example.pl',
}
