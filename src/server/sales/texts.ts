/** Every word of this room that a person reads. */
import type { ChoiceValue } from '../../contract/definition.ts'
import type { Text } from '../../contract/text.ts'

export const salesMethod = {
  label: { pl: 'Metoda sprzedaży', en: 'Sales method' },
  plural: { pl: 'Metody sprzedaży', en: 'Sales methods' },
  fields: { name: { pl: 'Nazwa', en: 'Name' }, description: { pl: 'Opis', en: 'Description' } },
} as const

export const pipeline = {
  label: { pl: 'Proces sprzedaży', en: 'Pipeline' },
  plural: { pl: 'Procesy sprzedaży', en: 'Pipelines' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    method: { pl: 'Metoda', en: 'Method' },
    nextStepRequired: { label: { pl: 'Wymagany następny krok', en: 'Next step required' }, help: { pl: 'Otwarta szansa musi mieć zaplanowane działanie', en: 'An open opportunity must have an activity planned' } },
    position: { pl: 'Kolejność', en: 'Order' },
    active: { pl: 'Używany', en: 'In use' },
    description: { pl: 'Opis', en: 'Description' },
  },
} as const

export const stage = {
  label: { pl: 'Etap', en: 'Stage' },
  plural: { pl: 'Etapy', en: 'Stages' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    pipeline: { pl: 'Proces', en: 'Pipeline' },
    position: { pl: 'Kolejność', en: 'Order' },
    color: { pl: 'Kolor', en: 'Colour' },
    probability: { pl: 'Szansa wygranej', en: 'Probability' },
    days: { label: { pl: 'Zwykły czas (dni)', en: 'Normal time (days)' }, help: { pl: 'Po tym czasie szansa zaczyna się wyróżniać', en: 'After that an opportunity begins to stand out' } },
    category: { pl: 'Kategoria prognozy', en: 'Forecast category' },
    enterWhen: { label: { pl: 'Warunek wejścia', en: 'Entry condition' }, help: { pl: 'Wyrażenie o szansie, np. amount > 0 and contact is not empty', en: 'An expression over the opportunity, e.g. amount > 0 and contact is not empty' } },
    enterNot: { label: { pl: 'Komunikat, gdy nie wolno', en: 'What is said when it does not hold' } },
    description: { pl: 'Opis', en: 'Description' },
  },
} as const

export const stageActivity = {
  label: { pl: 'Działanie etapu', en: 'Stage activity' },
  plural: { pl: 'Działania etapu', en: 'Stage activities' },
  fields: {
    title: { pl: 'Temat', en: 'Subject' },
    stage: { pl: 'Etap', en: 'Stage' },
    type: { pl: 'Rodzaj', en: 'Type' },
    afterDays: { pl: 'Po ilu dniach', en: 'After how many days' },
    required: { label: { pl: 'Konieczne do wyjścia', en: 'Needed to go on' }, help: { pl: 'Bez wykonania nie można przejść do dalszego etapu', en: 'Without it the opportunity does not go on to a later stage' } },
    description: { pl: 'Opis', en: 'Description' },
  },
} as const

export const opportunity = {
  label: { pl: 'Szansa', en: 'Opportunity' },
  plural: { pl: 'Szanse', en: 'Opportunities' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    number: { pl: 'Numer', en: 'Number' },
    company: { pl: 'Firma', en: 'Company' },
    contact: { pl: 'Osoba kontaktowa', en: 'Contact' },
    pipeline: { pl: 'Proces', en: 'Pipeline' },
    stage: { pl: 'Etap', en: 'Stage' },
    state: { pl: 'Stan', en: 'State' },
    amount: { pl: 'Wartość', en: 'Amount' },
    amountBase: { label: { pl: 'Wartość w walucie firmy', en: 'Amount in base currency' }, help: { pl: 'Po kursie z dnia zamknięcia, a otwarte po dzisiejszym', en: 'At the rate of the closing day; of what is open at today’s' } },
    margin: { pl: 'Marża', en: 'Margin' },
    probability: { pl: 'Szansa wygranej', en: 'Probability' },
    weighted: { pl: 'Wartość ważona', en: 'Weighted amount' },
    category: { pl: 'Kategoria prognozy', en: 'Forecast category' },
    expectedOn: { pl: 'Planowane zamknięcie', en: 'Expected close' },
    closedOn: { pl: 'Zamknięto', en: 'Closed on' },
    stageSince: { pl: 'W etapie od', en: 'In stage since' },
    furthest: { pl: 'Najdalszy etap', en: 'Furthest stage' },
    rotting: { label: { pl: 'Stoi za długo', en: 'Stalled' }, help: { pl: 'Jest w etapie dłużej niż zwykle', en: 'It has been in its stage for longer than usual' } },
    nextActivity: { pl: 'Następny krok', en: 'Next step' },
    source: { pl: 'Źródło', en: 'Source' },
    method: { pl: 'Metoda', en: 'Method' },
    campaign: { pl: 'Kampania', en: 'Campaign' },
    market: { pl: 'Rynek', en: 'Market' },
    partner: { pl: 'Partner', en: 'Partner' },
    lostReason: { pl: 'Powód przegranej', en: 'Reason lost' },
    lostTo: { pl: 'Przegrana z', en: 'Lost to' },
    lostNote: { pl: 'Co się stało', en: 'What happened' },
    copyOf: { pl: 'Kopia', en: 'Copy of' },
    description: { pl: 'Opis', en: 'Description' },
    tags: { pl: 'Znaczniki', en: 'Tags' },
    files: { pl: 'Pliki', en: 'Files' },
  },
} as const

export const opportunityRole = {
  label: { pl: 'Rola osoby', en: 'Contact role' },
  plural: { pl: 'Role osób', en: 'Contact roles' },
  fields: { name: { pl: 'Nazwa', en: 'Name' }, opportunity: { pl: 'Szansa', en: 'Opportunity' }, person: { pl: 'Osoba', en: 'Person' }, role: { pl: 'Rola', en: 'Role' }, attitude: { pl: 'Nastawienie', en: 'Attitude' }, note: { pl: 'Uwagi', en: 'Remarks' } },
} as const

export const competitor = {
  label: { pl: 'Konkurent', en: 'Competitor' },
  plural: { pl: 'Konkurenci', en: 'Competitors' },
  fields: { name: { pl: 'Nazwa', en: 'Name' }, opportunity: { pl: 'Szansa', en: 'Opportunity' }, company: { pl: 'Firma', en: 'Company' }, threat: { pl: 'Zagrożenie', en: 'Threat' }, strengths: { pl: 'Mocne strony', en: 'Strengths' }, weaknesses: { pl: 'Słabe strony', en: 'Weaknesses' } },
} as const

export const opportunityLine = {
  label: { pl: 'Produkt szansy', en: 'Opportunity product' },
  plural: { pl: 'Produkty szansy', en: 'Opportunity products' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    opportunity: { pl: 'Szansa', en: 'Opportunity' },
    product: { pl: 'Produkt', en: 'Product' },
    quantity: { pl: 'Ilość', en: 'Quantity' },
    unitPrice: { pl: 'Cena', en: 'Unit price' },
    discount: { pl: 'Rabat', en: 'Discount' },
    amount: { pl: 'Wartość', en: 'Amount' },
    margin: { pl: 'Marża', en: 'Margin' },
    position: { pl: 'Kolejność', en: 'Order' },
  },
} as const

export const stageStay = {
  label: { pl: 'Pobyt w etapie', en: 'Stay in a stage' },
  plural: { pl: 'Historia etapów', en: 'Stage history' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    opportunity: { pl: 'Szansa', en: 'Opportunity' },
    pipeline: { pl: 'Proces', en: 'Pipeline' },
    stage: { pl: 'Etap', en: 'Stage' },
    seller: { pl: 'Handlowiec', en: 'Salesperson' },
    since: { pl: 'Od', en: 'From' },
    until: { pl: 'Do', en: 'Until' },
    expectedOn: { pl: 'Planowane zamknięcie', en: 'Expected close' },
    leftFor: { pl: 'Następny etap', en: 'Left for' },
    state: { pl: 'Stan na koniec', en: 'State at the end' },
  },
} as const

/** Whose deal it is. */
export const seller = { pl: 'Handlowiec', en: 'Salesperson' } as const

export const states: readonly ChoiceValue[] = [
  { value: 'open', label: { pl: 'Otwarta', en: 'Open' }, color: 'blue' },
  { value: 'won', label: { pl: 'Wygrana', en: 'Won' }, color: 'green' },
  { value: 'lost', label: { pl: 'Przegrana', en: 'Lost' }, color: 'red' },
]
export const categories: readonly ChoiceValue[] = [
  { value: 'commit', label: { pl: 'Pewna', en: 'Commit' }, color: 'green' },
  { value: 'bestCase', label: { pl: 'Prawdopodobna', en: 'Best case' }, color: 'teal' },
  { value: 'pipeline', label: { pl: 'W toku', en: 'Pipeline' }, color: 'blue' },
  { value: 'omitted', label: { pl: 'Poza prognozą', en: 'Omitted' }, color: 'grey' },
]
export const sources: readonly ChoiceValue[] = [
  { value: 'customer', label: { pl: 'Obecny klient', en: 'Existing customer' } },
  { value: 'referral', label: { pl: 'Polecenie', en: 'Referral' } },
  { value: 'website', label: { pl: 'Strona internetowa', en: 'Website' } },
  { value: 'fair', label: { pl: 'Targi', en: 'Trade fair' } },
  { value: 'call', label: { pl: 'Telefon do klienta', en: 'Cold call' } },
  { value: 'campaign', label: { pl: 'Kampania', en: 'Campaign' } },
  { value: 'partner', label: { pl: 'Partner', en: 'Partner' } },
  { value: 'tender', label: { pl: 'Przetarg', en: 'Tender' } },
]
export const markets: readonly ChoiceValue[] = [
  { value: 'domestic', label: { pl: 'Kraj', en: 'Domestic' } },
  { value: 'eu', label: { pl: 'Unia Europejska', en: 'European Union' } },
  { value: 'other', label: { pl: 'Poza Unią', en: 'Outside the Union' } },
]
export const lostReasons: readonly ChoiceValue[] = [
  { value: 'price', label: { pl: 'Cena', en: 'Price' } },
  { value: 'product', label: { pl: 'Brak funkcji lub parametrów', en: 'Product does not fit' } },
  { value: 'competitor', label: { pl: 'Lepsza oferta konkurencji', en: 'Better competing offer' } },
  { value: 'time', label: { pl: 'Termin', en: 'Timing' } },
  { value: 'budget', label: { pl: 'Brak budżetu', en: 'No budget' } },
  { value: 'silence', label: { pl: 'Klient przestał odpowiadać', en: 'The customer fell silent' } },
  { value: 'other', label: { pl: 'Inny', en: 'Other' } },
]
export const roles: readonly ChoiceValue[] = [
  { value: 'decides', label: { pl: 'Decyduje', en: 'Decision maker' }, color: 'green' },
  { value: 'influences', label: { pl: 'Wpływa na decyzję', en: 'Influencer' }, color: 'teal' },
  { value: 'uses', label: { pl: 'Będzie używać', en: 'User' }, color: 'blue' },
  { value: 'buys', label: { pl: 'Zamawia', en: 'Buyer' }, color: 'violet' },
  { value: 'sponsors', label: { pl: 'Popiera', en: 'Champion' }, color: 'amber' },
  { value: 'blocks', label: { pl: 'Jest przeciw', en: 'Blocker' }, color: 'red' },
]
export const levels: readonly ChoiceValue[] = [
  { value: 'low', label: { pl: 'Małe', en: 'Low' }, color: 'green' },
  { value: 'medium', label: { pl: 'Średnie', en: 'Medium' }, color: 'amber' },
  { value: 'high', label: { pl: 'Duże', en: 'High' }, color: 'red' },
]
export const attitudes: readonly ChoiceValue[] = [
  { value: 'for', label: { pl: 'Za', en: 'For' }, color: 'green' },
  { value: 'neutral', label: { pl: 'Obojętne', en: 'Neutral' }, color: 'grey' },
  { value: 'against', label: { pl: 'Przeciw', en: 'Against' }, color: 'red' },
]
export const stageColors: readonly ChoiceValue[] = [
  { value: 'grey', label: { pl: 'Szary', en: 'Grey' }, color: 'grey' },
  { value: 'blue', label: { pl: 'Niebieski', en: 'Blue' }, color: 'blue' },
  { value: 'teal', label: { pl: 'Morski', en: 'Teal' }, color: 'teal' },
  { value: 'violet', label: { pl: 'Fioletowy', en: 'Violet' }, color: 'violet' },
  { value: 'amber', label: { pl: 'Bursztynowy', en: 'Amber' }, color: 'amber' },
  { value: 'green', label: { pl: 'Zielony', en: 'Green' }, color: 'green' },
]
export const moves = {
  win: { pl: 'Wygrana', en: 'Win' },
  lose: { pl: 'Przegrana', en: 'Lose' },
  reopen: { pl: 'Otwórz ponownie', en: 'Reopen' },
} as const satisfies Record<string, Text>
export const reverse = {
  stages: { pl: 'Etapy', en: 'Stages' },
  pipelines: { pl: 'Procesy', en: 'Pipelines' },
  opportunities: { pl: 'Szanse', en: 'Opportunities' },
  asContact: { pl: 'Szanse', en: 'Opportunities' },
  asPartner: { pl: 'Szanse z udziałem partnera', en: 'Opportunities as a partner' },
  wonFromUs: { pl: 'Szanse przegrane z tą firmą', en: 'Opportunities lost to it' },
  activities: { pl: 'Działania etapu', en: 'Stage activities' },
  roles: { pl: 'Role osób', en: 'Contact roles' },
  inOpportunities: { pl: 'Role w szansach', en: 'Roles in opportunities' },
  competitors: { pl: 'Konkurenci', en: 'Competitors' },
  competes: { pl: 'Konkuruje w szansach', en: 'Competes for' },
  lines: { pl: 'Produkty', en: 'Products' },
  inLines: { pl: 'Produkty szans', en: 'Opportunity products' },
  stays: { pl: 'Historia etapów', en: 'Stage history' },
  copies: { pl: 'Kopie', en: 'Copies' },
} as const satisfies Record<string, Text>
export const sections = {
  basics: { pl: 'Podstawowe', en: 'Basics' },
  forecast: { pl: 'Prognoza', en: 'Forecast' },
  origin: { pl: 'Pochodzenie', en: 'Origin' },
  result: { pl: 'Wynik', en: 'Result' },
  more: { pl: 'Więcej', en: 'More' },
} as const satisfies Record<string, Text>
export const views = {
  open: { pl: 'Otwarte', en: 'Open' },
  mine: { pl: 'Moje otwarte', en: 'My open ones' },
  rotting: { pl: 'Stoją za długo', en: 'Stalled' },
  thisMonth: { pl: 'Do zamknięcia w 30 dni', en: 'Closing within 30 days' },
  won: { pl: 'Wygrane', en: 'Won' },
  lost: { pl: 'Przegrane', en: 'Lost' },
  all: { pl: 'Wszystkie', en: 'All' },
} as const satisfies Record<string, Text>

export const refusals = {
  foreignStage: { pl: 'Ten etap należy do innego procesu.', en: 'This stage belongs to another pipeline.' },
  noPipeline: { pl: 'Nie ma jeszcze procesu sprzedaży z etapami.', en: 'There is no pipeline with stages yet.' },
  entry: { pl: 'Etap „{stage}” ma warunek wejścia, którego ta szansa nie spełnia.', en: 'The stage “{stage}” has an entry condition that this opportunity does not meet.' },
  todo: { pl: 'Przed przejściem dalej trzeba wykonać: {activities}.', en: 'To be done before it goes on: {activities}.' },
  nextStep: { pl: 'Zaplanuj najpierw następne działanie: wymaga tego ten proces.', en: 'Plan the next activity first: this pipeline requires it.' },
  closedLater: { pl: 'Dzień zamknięcia nie może być w przyszłości.', en: 'The closing day cannot be in the future.' },
  notThere: { pl: 'Nie ma takiej szansy albo nie masz do niej dostępu.', en: 'There is no such opportunity, or you have no access to it.' },
  noStages: { pl: 'Nie ma takiego procesu albo nie masz do niego dostępu.', en: 'There is no such pipeline, or you have no access to it.' },
  notItsLines: { pl: 'Wskazane pozycje nie należą do tej szansy.', en: 'These lines do not belong to this opportunity.' },
  allLines: { pl: 'Co najmniej jedna pozycja musi zostać w tej szansie.', en: 'At least one line must stay with this opportunity.' },
  notOpen: { pl: 'Ta szansa jest już zamknięta.', en: 'This opportunity is closed already.' },
  hiddenField: { pl: 'Nieznane pole: {name}.', en: 'Unknown field: {name}.' },
  reversed: { pl: 'Koniec okresu jest przed jego początkiem.', en: 'The period ends before it begins.' },
  quantity: { pl: 'Ilość musi być większa od zera.', en: 'The quantity must be above zero.' },
  noSuchType: { pl: 'Nie ma takiego rodzaju działania; są: {known}.', en: 'There is no such type of activity; there are: {known}.' },
  stageHeld: { pl: 'Etap przenosi się do innego procesu dopiero, gdy nie ma w nim szans.', en: 'A stage goes to another pipeline only when no opportunity is in it.' },
} as const satisfies Record<string, Text>

export const actions = {
  clone: { pl: 'Powiel', en: 'Duplicate' },
  cloneName: { pl: 'Nazwa kopii', en: 'Name of the copy' },
  cloneExpectedOn: { pl: 'Planowane zamknięcie', en: 'Expected close' },
  cloneLines: { pl: 'Z produktami', en: 'With products' },
  cloneRoles: { pl: 'Z rolami osób', en: 'With contact roles' },
} as const satisfies Record<string, Text>
/** Where expressions of this room stand, for whoever changes the fields they use. */
export const places = { enterWhen: { pl: 'Warunek wejścia do etapu „{stage}”', en: 'Entry condition of the stage “{stage}”' } } as const satisfies Record<string, Text>
