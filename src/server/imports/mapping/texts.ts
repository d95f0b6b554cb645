/**
 * What people call columns, folded (lower case, no diacritics), beside the labels of the fields themselves:
 * the heads that Polish trade programs, Outlook, Google and other CRMs write.
 */
export const partWords: Record<string, readonly string[]> = {
  street: ['ulica', 'ul', 'street', 'address', 'adres', 'address 1', 'street address', 'mailing street', 'billing street'],
  building: ['nr', 'nr domu', 'numer domu', 'nr budynku', 'nr lokalu', 'nr domu lokalu', 'dom', 'building', 'house number'],
  postalCode: ['kod', 'kod pocztowy', 'kod poczt', 'postal code', 'postcode', 'zip', 'zip code', 'postal', 'postalcode'],
  city: ['miasto', 'miejscowosc', 'poczta', 'city', 'town', 'locality'],
  region: ['wojewodztwo', 'powiat', 'state', 'province', 'county', 'state region'],
  country: ['kraj', 'panstwo', 'country', 'country code', 'kod kraju'],
  amount: ['kwota', 'wartosc', 'amount'],
  currency: ['waluta', 'currency'],
}

export const typeWords: Record<string, readonly string[]> = {
  phones: ['telefon', 'tel', 'nr telefonu', 'numer telefonu', 'phone', 'phone number', 'telephone', 'telefony'],
  mails: ['e mail', 'email', 'mail', 'adres e mail', 'adres email', 'poczta elektroniczna', 'e mail address', 'email address'],
  web: ['www', 'strona', 'strona www', 'strona internetowa', 'web', 'website', 'url', 'homepage', 'web site'],
}

export const kindWords: Record<string, readonly string[]> = {
  mobile: ['tel kom', 'telefon komorkowy', 'komorka', 'kom', 'mobile', 'cell', 'mobile phone', 'cell phone', 'tel komorkowy'],
  fax: ['fax', 'faks'],
  work: ['tel sluzbowy', 'telefon sluzbowy', 'business phone', 'work phone'],
  private: ['tel prywatny', 'telefon prywatny', 'home phone', 'private phone', 'e mail prywatny'],
}

export const fieldWords: Record<string, readonly string[]> = {
  name: ['nazwa', 'firma', 'nazwa firmy', 'kontrahent', 'company', 'company name', 'account name', 'nazwa kontrahenta', 'nazwa pelna', 'nazwa towaru', 'nazwa produktu', 'product name', 'item name'],
  shortName: ['skrot', 'akronim', 'nazwa skrocona', 'nazwa krotka', 'short name'],
  externalId: ['symbol', 'kod', 'kod kontrahenta', 'id', 'identyfikator', 'code', 'customer id', 'external id', 'akronim', 'account id', 'contact id'],
  nip: ['nip', 'nip ue', 'tax id', 'vat id', 'numer nip', 'nr nip'],
  regon: ['regon'],
  krs: ['krs', 'nr krs'],
  vatNumber: ['vat ue', 'vat eu', 'nip ue', 'eu vat', 'vat number'],
  owner: ['opiekun', 'handlowiec', 'przedstawiciel', 'account owner', 'owner', 'sales rep', 'opiekun handlowy', 'contact owner'],
  group: ['grupa', 'grupa kontrahentow', 'grupa klientow', 'group', 'type'],
  turnover: ['obrot', 'obroty', 'przychod', 'turnover', 'annual revenue', 'revenue', 'sprzedaz'],
  lastSaleOn: ['data ostatniej sprzedazy', 'ostatnia sprzedaz', 'data ostatniego zakupu', 'last sale', 'last purchase'],
  employees: ['liczba pracownikow', 'zatrudnienie', 'employees', 'number of employees'],
  description: ['uwagi', 'opis', 'notatki', 'komentarz', 'remarks', 'notes', 'description', 'comment'],
  firstName: ['imie', 'first name', 'given name', 'firstname'],
  lastName: ['nazwisko', 'last name', 'surname', 'family name', 'lastname'],
  position: ['stanowisko', 'funkcja', 'position', 'job title', 'title', 'contact title'],
  company: ['firma', 'company', 'account', 'organization', 'pracodawca', 'nazwa firmy', 'account name'],
  birthday: ['data urodzenia', 'urodziny', 'birthday', 'birth date', 'birthdate'],
  region: ['region', 'rejon'],
  industry: ['branza', 'industry', 'sektor'],
  tags: ['etykiety', 'tagi', 'tags', 'labels'],
  code: ['symbol', 'kod', 'indeks', 'sku', 'kod towaru', 'symbol towaru', 'indeks towaru', 'kod produktu', 'symbol produktu', 'code', 'item code', 'product code', 'part number', 'numer katalogowy'],
  ean: ['ean', 'ean13', 'gtin', 'kod kreskowy', 'barcode'],
  unit: ['jm', 'j m', 'jednostka', 'jednostka miary', 'uom', 'unit of measure'],
  vatRate: ['vat', 'stawka vat', 'stawka', 'ptu', 'tax rate'],
  price: ['cena', 'cena netto', 'cena sprzedazy', 'price', 'net price', 'list price'],
  amount: ['cena', 'cena netto', 'price', 'net price'],
  cost: ['koszt', 'cena zakupu', 'cost', 'purchase price'],
  stock: ['stan', 'stan magazynowy', 'ilosc w magazynie', 'na stanie', 'stock', 'on hand'],
  leadTime: ['czas dostawy', 'termin dostawy', 'lead time'],
  quantity: ['ilosc', 'quantity', 'qty'],
  fromQuantity: ['od ilosci', 'prog', 'ilosc od', 'min quantity', 'from quantity'],
  validFrom: ['od', 'od dnia', 'wazny od', 'wazna od', 'obowiazuje od', 'valid from', 'from'],
  validUntil: ['do', 'do dnia', 'wazny do', 'wazna do', 'obowiazuje do', 'valid until', 'valid to', 'until'],
  product: ['produkt', 'towar', 'product', 'item'],
  priceList: ['cennik', 'price list'],
  whole: ['zestaw', 'wyrob', 'komplet', 'assembly'],
  part: ['czesc', 'skladnik', 'komponent', 'component'],
  on: ['data', 'dzien', 'date', 'day'],
  rate: ['kurs', 'kurs sredni', 'rate', 'exchange rate'],
  parent: ['centrala', 'firma nadrzedna', 'parent account', 'parent'],
}

/** "Symbol firmy", "NIP kontrahenta", "Company ID": a column that names another record by one of its fields. */
export const linkWords: Record<string, readonly string[]> = {
  company: ['firmy', 'kontrahenta', 'klienta', 'company', 'account', 'customer', 'pracodawcy'],
  person: ['osoby', 'kontaktu', 'person', 'contact'],
  product: ['produktu', 'towaru', 'product', 'item'],
  productGroup: ['grupy', 'grupy produktow', 'grupy towarowej', 'group'],
  priceList: ['cennika', 'price list'],
  whole: ['zestawu', 'wyrobu', 'kompletu', 'assembly'],
  part: ['czesci', 'skladnika', 'komponentu', 'component'],
  parent: ['grupy nadrzednej', 'nadrzedny', 'parent', 'parent group'],
  user: ['opiekuna', 'handlowca', 'owner', 'user'],
}
