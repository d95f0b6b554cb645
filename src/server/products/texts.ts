/** Every word of this room that a person reads. */
import type { ChoiceValue } from '../../contract/definition.ts'
import type { Text } from '../../contract/text.ts'

export const productGroup = {
  label: { pl: 'Grupa produktów', en: 'Product group' },
  plural: { pl: 'Grupy produktów', en: 'Product groups' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    code: { pl: 'Symbol', en: 'Code' },
    parent: { pl: 'Grupa nadrzędna', en: 'Parent group' },
    description: { pl: 'Opis', en: 'Description' },
  },
} as const

export const product = {
  label: { pl: 'Produkt', en: 'Product' },
  plural: { pl: 'Produkty', en: 'Products' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    foreignName: { label: { pl: 'Nazwa obcojęzyczna', en: 'Name in the other language' }, help: { pl: 'Na ofertach w drugim języku', en: 'On quotes in the other language' } },
    code: { label: { pl: 'Kod', en: 'Code' }, help: { pl: 'Przechodzi bez zmian do logistyki i księgowości', en: 'Goes unchanged to logistics and accounting' } },
    ean: { pl: 'EAN', en: 'EAN' },
    group: { pl: 'Grupa', en: 'Group' },
    kind: { pl: 'Rodzaj', en: 'Kind' },
    unit: { pl: 'Jednostka', en: 'Unit' },
    vatRate: { pl: 'Stawka VAT', en: 'VAT rate' },
    price: { label: { pl: 'Cena podstawowa', en: 'Base price' }, help: { pl: 'Netto; obowiązuje, gdy żaden cennik nie mówi inaczej', en: 'Net; holds where no price list says otherwise' } },
    priceOf: { label: { pl: 'Cena zestawu', en: 'Price of the whole' }, help: { pl: 'Własna albo suma wybranych części', en: 'Its own, or the sum of the chosen parts' } },
    cost: { pl: 'Koszt', en: 'Cost' },
    margin: { pl: 'Marża', en: 'Margin' },
    active: { pl: 'W sprzedaży', en: 'On sale' },
    edition: { label: { pl: 'Wersja', en: 'Version' }, help: { pl: 'Na przykład rocznik albo numer wydania', en: 'A model year, for example, or a release' } },
    validFrom: { pl: 'Ważny od', en: 'Valid from' },
    validUntil: { pl: 'Ważny do', en: 'Valid until' },
    replaces: { pl: 'Zastępuje', en: 'Replaces' },
    stock: { label: { pl: 'Stan magazynu', en: 'Stock' }, help: { pl: 'Z systemu magazynowego', en: 'From the warehouse system' } },
    stockAt: { pl: 'Stan na', en: 'Stock as of' },
    leadTime: { label: { pl: 'Czas dostawy (dni)', en: 'Lead time (days)' } },
    leadTimeAt: { pl: 'Czas dostawy na', en: 'Lead time as of' },
    externalId: { pl: 'Identyfikator zewnętrzny', en: 'External identifier' },
    description: { pl: 'Opis', en: 'Description' },
    picture: { pl: 'Zdjęcie', en: 'Picture' },
  },
} as const

export const component = {
  label: { pl: 'Składnik', en: 'Component' },
  plural: { pl: 'Składniki', en: 'Components' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    whole: { pl: 'Zestaw', en: 'Whole' },
    part: { pl: 'Część', en: 'Part' },
    kind: { pl: 'Rodzaj', en: 'Kind' },
    choiceGroup: { label: { pl: 'Grupa wyboru', en: 'Choice group' }, help: { pl: 'Z części zamiennych o tej samej grupie wybiera się jedną', en: 'Of alternatives with the same group one is chosen' } },
    quantity: { pl: 'Ilość', en: 'Quantity' },
    minQuantity: { pl: 'Najmniej', en: 'At least' },
    maxQuantity: { pl: 'Najwięcej', en: 'At most' },
    chosen: { pl: 'Wybrany na początku', en: 'Chosen at first' },
    price: { label: { pl: 'Cena w zestawie', en: 'Price within' }, help: { pl: 'Zamiast ceny części', en: 'Instead of the part’s own price' } },
    included: { label: { pl: 'W cenie zestawu', en: 'Included in the price' } },
    position: { pl: 'Kolejność', en: 'Order' },
  },
} as const

export const componentRule = {
  label: { pl: 'Reguła składników', en: 'Component rule' },
  plural: { pl: 'Reguły składników', en: 'Component rules' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    whole: { pl: 'Zestaw', en: 'Whole' },
    kind: { pl: 'Rodzaj', en: 'Kind' },
    part: { pl: 'Część', en: 'Part' },
    other: { pl: 'Druga część', en: 'Other part' },
    message: { label: { pl: 'Komunikat', en: 'Message' }, help: { pl: 'Co powiedzieć, gdy reguła nie jest spełniona', en: 'What is said when the rule does not hold' } },
  },
} as const

export const priceList = {
  label: { pl: 'Cennik', en: 'Price list' },
  plural: { pl: 'Cenniki', en: 'Price lists' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    currency: { pl: 'Waluta', en: 'Currency' },
    validFrom: { pl: 'Obowiązuje od', en: 'Valid from' },
    validUntil: { pl: 'Obowiązuje do', en: 'Valid until' },
    companies: { label: { pl: 'Dla firm', en: 'For companies' }, help: { pl: 'Puste: dla wszystkich albo dla grupy', en: 'Empty: for everyone, or for a group' } },
    group: { pl: 'Dla grupy klientów', en: 'For a customer group' },
    basedOn: { label: { pl: 'Na podstawie', en: 'Based on' }, help: { pl: 'Cen, których tu nie ma, szuka się tam', en: 'Prices not found here are looked for there' } },
    factor: { label: { pl: 'Procent cen podstawy', en: 'Percent of those prices' } },
    priority: { label: { pl: 'Pierwszeństwo', en: 'Priority' }, help: { pl: 'Z kilku pasujących cenników bierze się ten o wyższym', en: 'Of several that fit the one with the higher is taken' } },
    active: { pl: 'Obowiązuje', en: 'In force' },
    description: { pl: 'Opis', en: 'Description' },
  },
} as const

export const price = {
  label: { pl: 'Cena', en: 'Price' },
  plural: { pl: 'Ceny', en: 'Prices' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    priceList: { pl: 'Cennik', en: 'Price list' },
    product: { pl: 'Produkt', en: 'Product' },
    amount: { pl: 'Cena netto', en: 'Net price' },
    fromQuantity: { pl: 'Od ilości', en: 'From quantity' },
    validFrom: { pl: 'Od dnia', en: 'From' },
    validUntil: { pl: 'Do dnia', en: 'Until' },
  },
} as const

export const productDocument = {
  label: { pl: 'Dokument produktu', en: 'Product document' },
  plural: { pl: 'Dokumenty produktu', en: 'Product documents' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    product: { pl: 'Produkt', en: 'Product' },
    kind: { pl: 'Rodzaj', en: 'Kind' },
    file: { pl: 'Plik', en: 'File' },
    language: { pl: 'Język', en: 'Language' },
    withQuotes: { label: { pl: 'Dołączaj do ofert', en: 'Send with quotes' } },
    validUntil: { pl: 'Ważny do', en: 'Valid until' },
  },
} as const

export const productKinds: readonly ChoiceValue[] = [
  { value: 'goods', label: { pl: 'Towar', en: 'Goods' } },
  { value: 'service', label: { pl: 'Usługa', en: 'Service' } },
  { value: 'structure', label: { pl: 'Zestaw', en: 'Structure' } },
  { value: 'licence', label: { pl: 'Licencja', en: 'Licence' } },
]
export const priceSources: readonly ChoiceValue[] = [
  { value: 'own', label: { pl: 'Własna', en: 'Its own' } },
  { value: 'sum', label: { pl: 'Suma części', en: 'Sum of the parts' } },
]
export const componentKinds: readonly ChoiceValue[] = [
  { value: 'required', label: { pl: 'Wymagany', en: 'Required' }, color: 'blue' },
  { value: 'optional', label: { pl: 'Opcjonalny', en: 'Optional' }, color: 'grey' },
  { value: 'alternative', label: { pl: 'Zamienny (jeden z grupy)', en: 'Alternative (one of a group)' }, color: 'amber' },
  { value: 'exclusive', label: { pl: 'Wykluczający (najwyżej jeden z grupy)', en: 'Exclusive (at most one of a group)' }, color: 'violet' },
]
export const ruleKinds: readonly ChoiceValue[] = [
  { value: 'needs', label: { pl: 'Wymaga', en: 'Needs' } },
  { value: 'excludes', label: { pl: 'Wyklucza', en: 'Excludes' } },
]
export const documentKinds: readonly ChoiceValue[] = [
  { value: 'brochure', label: { pl: 'Broszura', en: 'Brochure' } },
  { value: 'specification', label: { pl: 'Specyfikacja', en: 'Specification' } },
  { value: 'certificate', label: { pl: 'Certyfikat', en: 'Certificate' } },
  { value: 'manual', label: { pl: 'Instrukcja', en: 'Manual' } },
  { value: 'picture', label: { pl: 'Zdjęcie', en: 'Picture' } },
]
export const reverse = {
  groups: { pl: 'Podgrupy', en: 'Subgroups' },
  products: { pl: 'Produkty', en: 'Products' },
  replacedBy: { pl: 'Zastąpiony przez', en: 'Replaced by' },
  components: { pl: 'Składniki', en: 'Components' },
  partOf: { pl: 'Wchodzi w skład', en: 'Part of' },
  rules: { pl: 'Reguły składników', en: 'Component rules' },
  prices: { pl: 'Ceny', en: 'Prices' },
  documents: { pl: 'Dokumenty produktu', en: 'Product documents' },
  priceLists: { pl: 'Cenniki', en: 'Price lists' },
  derived: { pl: 'Cenniki pochodne', en: 'Derived price lists' },
} as const satisfies Record<string, Text>

export const sections = {
  basics: { pl: 'Podstawowe', en: 'Basics' },
  price: { pl: 'Cena', en: 'Price' },
  validity: { pl: 'Wersja i ważność', en: 'Version and validity' },
  warehouse: { pl: 'Magazyn', en: 'Warehouse' },
  more: { pl: 'Więcej', en: 'More' },
} as const satisfies Record<string, Text>

export const views = {
  onSale: { pl: 'W sprzedaży', en: 'On sale' },
  structures: { pl: 'Zestawy', en: 'Structures' },
  all: { pl: 'Wszystkie', en: 'All' },
  inForce: { pl: 'Obowiązujące', en: 'In force' },
} as const satisfies Record<string, Text>

export const refusals = {
  negative: { pl: 'Cena ani koszt nie mogą być mniejsze od zera.', en: 'A price or a cost cannot be below zero.' },
  crossed: { pl: 'Ostatni dzień jest przed pierwszym.', en: 'The last day is before the first.' },
  ean: { pl: 'To nie jest kod EAN: ma 8, 12, 13 albo 14 cyfr, a ostatnia z nich jest cyfrą kontrolną.', en: 'This is not an EAN: it has 8, 12, 13 or 14 digits, the last of which is a check digit.' },
  noQuantity: { pl: 'Ilość musi być większa od zera.', en: 'The quantity must be above zero.' },
  limits: { pl: 'Największa ilość jest mniejsza od najmniejszej.', en: 'The most is less than the least.' },
  outsideLimits: { pl: 'Ilość nie mieści się między najmniejszą a największą.', en: 'The quantity is not between the least and the most.' },
  sameParts: { pl: 'Reguła mówi o dwóch różnych częściach.', en: 'A rule is about two different parts.' },
  containsItself: { pl: 'Zestaw zawierałby sam siebie: {path}.', en: 'The structure would contain itself: {path}.' },
  otherCurrency: { pl: 'Cennik „{list}” jest w walucie {currency}.', en: 'The price list “{list}” is in {currency}.' },
  hasPrices: { pl: 'Cennik ma już ceny w walucie {currency}.', en: 'The price list has prices in {currency} already.' },
  overlaps: { pl: 'Ten produkt ma w tym cenniku od tej samej ilości inną cenę obowiązującą w tym czasie: {other}.', en: 'In this list the product has another price from the same quantity for that time: {other}.' },
  notThere: { pl: 'Nie ma takiego produktu albo nie jest on dostępny.', en: 'There is no such product, or it is not available to you.' },
} as const satisfies Record<string, Text>
