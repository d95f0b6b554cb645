/** Every sentence with which a field refuses a value: what is wrong with it and what was expected. Keys are the refusals' codes. */
import type { Text } from '../contract/text.ts'

const characters = { pl: '{max, plural, one {# znak} few {# znaki} many {# znaków} other {# znaku}}', en: '{max, plural, one {# character} other {# characters}}' }
const digitsAfter = { pl: '{max, plural, one {# cyfrę} few {# cyfry} many {# cyfr} other {# cyfry}}', en: '{max, plural, one {# digit} other {# digits}}' }

export const sentences = {
  'value.type': { pl: 'Oczekiwano wartości innego rodzaju: {expected}.', en: 'A value of another kind was expected: {expected}.' },
  'value.unknown_key': { pl: 'Nieznana część „{key}”. Dozwolone: {allowed}.', en: 'Unknown part “{key}”. Allowed: {allowed}.' },
  'value.too_many': { pl: 'Za dużo pozycji: {count}. Najwięcej może być {max}.', en: 'Too many items: {count}. The most is {max}.' },
  'needs_lookup': { pl: '„{value}” trzeba odszukać: z samego tekstu nie wiadomo, o który zapis chodzi.', en: '“{value}” has to be looked up: the text alone does not tell which record is meant.' },
  'value.read_only': { pl: 'Ten numer nadaje program.', en: 'The program gives this number.' },

  'text.control': { pl: 'Tekst zawiera znak sterujący ({sign}), którego nie można zapisać. Usuń go i spróbuj ponownie.', en: 'The text contains a control character ({sign}) that cannot be stored. Remove it and try again.' },
  'text.broken': { pl: 'Tekst jest uszkodzony: zawiera połowę znaku. Wpisz go ponownie.', en: 'The text is damaged: it contains half of a character. Type it again.' },
  'text.too_long': { pl: `Tekst ma {length} znaków, a zmieści się ${characters.pl}.`, en: `The text has {length} characters; at most ${characters.en} fit.` },

  'richText.tag': { pl: 'W tekście jest znacznik {tag}, którego tu nie ma. Dozwolone: {allowed}.', en: 'The text has an element {tag} that is unknown here. Allowed: {allowed}.' },
  'richText.form': { pl: 'Formatowanie tekstu jest uszkodzone: znacznik jest niedomknięty albo zamknięty nie w tym miejscu.', en: 'The formatting is damaged: an element is left open or closed in the wrong place.' },
  'richText.place': { pl: 'Znacznik {tag} nie może stać w tym miejscu.', en: 'The element {tag} cannot stand in this place.' },
  'richText.deep': { pl: 'Formatowanie jest zagnieżdżone zbyt głęboko: najwięcej {max} poziomów.', en: 'The formatting is nested too deeply: at most {max} levels.' },
  'richText.link': { pl: 'Odnośnik {value} nie jest adresem strony (http, https), poczty (mailto) ani telefonu (tel).', en: 'The link {value} is not the address of a page (http, https), a mailbox (mailto) or a telephone (tel).' },

  'nip.length': { pl: 'NIP ma 10 cyfr, a w „{value}” jest ich {count}.', en: 'A NIP has 10 digits; “{value}” has {count}.' },
  'nip.form': { pl: '„{value}” nie jest numerem NIP. Oczekiwano 10 cyfr, np. 123-456-32-18.', en: '“{value}” is not a NIP. Expected 10 digits, such as 123-456-32-18.' },
  'nip.check_digit': { pl: 'NIP {value} ma błędną cyfrę kontrolną. Sprawdź, czy nie ma w nim przestawionych cyfr.', en: 'The check digit of NIP {value} is wrong. See whether two digits changed places.' },
  'nip.foreign': { pl: '{value} to numer zagraniczny (przedrostek {prefix}). Wpisz go w polu numeru VAT UE; tutaj jest miejsce na polski NIP.', en: '{value} is a foreign number (prefix {prefix}). Put it into the EU VAT field; this one is for the Polish NIP.' },
  'regon.length': { pl: 'REGON ma 9 albo 14 cyfr, a w „{value}” jest ich {count}.', en: 'A REGON has 9 or 14 digits; “{value}” has {count}.' },
  'regon.form': { pl: '„{value}” nie jest numerem REGON. Oczekiwano 9 albo 14 cyfr.', en: '“{value}” is not a REGON. Expected 9 or 14 digits.' },
  'regon.check_digit': { pl: 'REGON {value} ma błędną cyfrę kontrolną. Sprawdź, czy nie ma w nim przestawionych cyfr.', en: 'The check digit of REGON {value} is wrong. See whether two digits changed places.' },
  'krs.form': { pl: '„{value}” nie jest numerem KRS. Oczekiwano 10 cyfr, np. 0000123456.', en: '“{value}” is not a KRS number. Expected 10 digits, such as 0000123456.' },
  'vat.prefix': { pl: 'Numer VAT „{value}” powinien zaczynać się od kodu kraju, np. DE136695976.', en: 'The VAT number “{value}” should begin with the country’s code, such as DE136695976.' },
  'vat.country': { pl: '„{prefix}” nie jest kodem kraju, którego numery VAT znamy. Oczekiwano kraju UE, XI, GB, CH albo NO.', en: '“{prefix}” is not a country whose VAT numbers we know. Expected an EU country, XI, GB, CH or NO.' },
  'vat.form': { pl: '{value} nie ma postaci numeru VAT kraju {prefix}. Oczekiwano: {expected}.', en: '{value} does not have the form of a VAT number of {prefix}. Expected: {expected}.' },
  'vat.check_digit': { pl: 'Numer VAT {value} ma błędną cyfrę kontrolną. Sprawdź, czy nie ma w nim przestawionych cyfr.', en: 'The check digit of VAT number {value} is wrong. See whether two digits changed places.' },

  'number.form': { pl: '„{value}” nie jest liczbą. Oczekiwano np. {example}.', en: '“{value}” is not a number. Expected something like {example}.' },
  'number.imprecise': { pl: 'Liczba {value} jest za duża, by przyszła bez strat jako liczba JSON. Podaj ją jako tekst.', en: 'The number {value} is too large to arrive exactly as a JSON number. Give it as a string.' },
  'number.too_large': { pl: 'Liczba „{value}” ma {count} cyfr przed przecinkiem, a zmieści się najwyżej {max}.', en: 'The number “{value}” has {count} digits before the point; at most {max} fit.' },
  'number.decimals': { pl: `Liczba „{value}” ma za dużo cyfr po przecinku: {count}. To pole przyjmuje najwyżej ${digitsAfter.pl}.`, en: `The number “{value}” has too many digits after the point: {count}. This field takes at most ${digitsAfter.en}.` },
  'number.whole': { pl: 'Oczekiwano liczby całkowitej, a nie „{value}”.', en: 'A whole number was expected, not “{value}”.' },
  'number.min': { pl: '{value} to za mało. Najmniej może być {min}.', en: '{value} is too little. The least is {min}.' },
  'number.max': { pl: '{value} to za dużo. Najwięcej może być {max}.', en: '{value} is too much. The most is {max}.' },
  'money.form': { pl: '„{value}” nie jest kwotą. Oczekiwano np. 1234,50 zł.', en: '“{value}” is not an amount of money. Expected something like PLN 1,234.50.' },
  'money.currency': { pl: '„{value}” nie jest znaną walutą. Oczekiwano kodu takiego jak PLN albo EUR.', en: '“{value}” is not a known currency. Expected a code such as PLN or EUR.' },
  'money.currency_missing': { pl: 'Kwota nie ma waluty.', en: 'The amount has no currency.' },

  'date.form': { pl: '„{value}” nie jest datą. Oczekiwano np. 15.03.2026, 2026-03-15, jutro albo +2t.', en: '“{value}” is not a date. Expected something like 15/03/2026, 2026-03-15, tomorrow or +2w.' },
  'date.impossible': { pl: 'Nie ma takiego dnia: {value}.', en: 'There is no such day: {value}.' },
  'date.year': { pl: 'Rok w „{value}” jest poza zakresem 0001–9999.', en: 'The year in “{value}” is outside 0001–9999.' },
  'time.form': { pl: '„{value}” nie jest godziną. Oczekiwano np. 9:30 albo 14:05.', en: '“{value}” is not a time. Expected something like 9:30 or 2:05 pm.' },
  'dateTime.form': { pl: '„{value}” nie jest datą z godziną. Oczekiwano np. 15.03.2026 14:05.', en: '“{value}” is not a date with a time. Expected something like 15/03/2026 14:05.' },
  'dateTime.zone': { pl: 'W „{value}” brakuje strefy czasowej. Oczekiwano np. 2026-03-15T14:05:00Z.', en: '“{value}” lacks its time zone. Expected something like 2026-03-15T14:05:00Z.' },

  'yesNo.form': { pl: '„{value}” to ani tak, ani nie.', en: '“{value}” is neither yes nor no.' },
  'choice.unknown': { pl: '„{value}” nie jest jedną z wartości: {allowed}.', en: '“{value}” is not one of: {allowed}.' },
  'link.form': { pl: '„{value}” nie jest identyfikatorem zapisu.', en: '“{value}” is not the identifier of a record.' },

  'mail.form': { pl: '„{value}” nie jest adresem e-mail. Oczekiwano np. jan.kowalski@firma.pl.', en: '“{value}” is not an e-mail address. Expected something like jan.kowalski@firma.pl.' },
  'mail.space': { pl: 'W adresie e-mail „{value}” jest odstęp. Usuń go.', en: 'The e-mail address “{value}” contains a space. Remove it.' },
  'mail.too_long': { pl: 'Adres e-mail jest za długi: {length} znaków. Najwięcej 254, a przed znakiem @ 64.', en: 'The e-mail address is too long: {length} characters. At most 254, and 64 before the @.' },
  'phone.form': { pl: '„{value}” nie jest numerem telefonu. Oczekiwano np. 601 234 567 albo +49 30 123456.', en: '“{value}” is not a telephone number. Expected something like 601 234 567 or +49 30 123456.' },
  'phone.length': { pl: 'Numer „{value}” ma niewłaściwą liczbę cyfr. Polski numer ma ich 9, np. 601 234 567; zagraniczny zaczyna się od +.', en: 'The number “{value}” has the wrong number of digits. A Polish one has 9, such as 601 234 567; a foreign one begins with +.' },
  'phone.extension': { pl: 'Numer wewnętrzny ({extension}) nie należy do numeru telefonu. Podaj sam numer, a wewnętrzny w uwadze.', en: 'An extension ({extension}) is not part of the number. Give the number alone and the extension in a note.' },
  'web.form': { pl: '„{value}” nie jest adresem strony. Oczekiwano np. www.firma.pl.', en: '“{value}” is not a web address. Expected something like www.firma.pl.' },
  'web.protocol': { pl: 'Adres strony może zaczynać się tylko od http:// albo https://, a nie od „{protocol}”.', en: 'A web address may begin with http:// or https:// only, not with “{protocol}”.' },
  'web.password': { pl: 'Adres strony nie może zawierać nazwy użytkownika ani hasła.', en: 'A web address may not contain a user name or password.' },
  'address.country': { pl: '„{value}” nie jest znanym krajem. Oczekiwano nazwy albo dwuliterowego kodu, np. Polska albo PL.', en: '“{value}” is not a known country. Expected a name or a two-letter code, such as Poland or PL.' },
  'entry.kind': { pl: '„{value}” nie jest jednym z rodzajów: {allowed}.', en: '“{value}” is not one of the kinds: {allowed}.' },
  'option.missing': { pl: 'Brakuje ustawienia „{option}”.', en: '“{option}” is missing.' },
  'option.kind': { pl: 'Ustawienie „{option}” ma wartość niewłaściwego rodzaju. Oczekiwano: {expected}.', en: '“{option}” has a value of the wrong kind. Expected: {expected}.' },
  'option.range': { pl: 'Ustawienie „{option}” może wynosić od {min} do {max}.', en: '“{option}” may be from {min} to {max}.' },
  'option.unknown': { pl: 'Pole tego typu nie ma ustawienia „{value}”.', en: 'A field of this type has no option “{value}”.' },
  'text.unique_length': { pl: 'Pole bez powtórzeń może mieć najwyżej {max, number} znaków, a ma {length, number}.', en: 'A field without repetitions may have {max, number} characters at most; it has {length, number}.' },
  'number.limits': { pl: 'Najmniejsza wartość ({min}) jest większa od największej ({max}).', en: 'The least value ({min}) is greater than the greatest ({max}).' },
  'choice.none': { pl: 'Lista jest pusta. Podaj co najmniej jedną wartość.', en: 'The list is empty. Give at least one value.' },
  'choice.code': { pl: '„{value}” nie może być kodem wartości. Kod składa się z liter, cyfr, _ i -, a znaków ma najwyżej 60.', en: '“{value}” cannot be the code of a value. A code is of letters, digits, _ and -, at most 60 characters.' },
  'choice.doubled': { pl: 'Kod „{value}” jest na liście więcej niż raz.', en: 'The code “{value}” is in the list more than once.' },
  'choice.label': { pl: 'Wartość „{value}” nie ma nazwy we wszystkich językach.', en: 'The value “{value}” has no name in some language.' },
  'choice.color': { pl: 'Wartość „{value}” ma kolor spoza palety. Dozwolone: {allowed}.', en: 'The value “{value}” has a colour outside the palette. Allowed: {allowed}.' },
  'choice.parent': { pl: 'Wartość „{value}” leży pod „{parent}”, której nie ma na liście.', en: 'The value “{value}” lies under “{parent}”, which is not in the list.' },
  'choice.circle': { pl: 'Wartości leżą jedna pod drugą w kółko: {circle}.', en: 'Values lie under one another in a circle: {circle}.' },
  'choice.kinds_flat': { pl: 'Rodzaje nie leżą jeden pod drugim, a „{value}” ma nadrzędny.', en: 'Kinds do not lie under one another, but “{value}” has a parent.' },
  'autoNumber.pattern': { pl: 'Wzór „{pattern}” nie jest wzorem numeru. Musi w nim być dokładnie jedno miejsce na numer, np. \'{nnn}\', a w nawiasach klamrowych poza tym tylko yyyy, yy, mm i dd.', en: '“{pattern}” is not a pattern of numbers. It must have exactly one place for the number, such as \'{nnn}\', and in braces besides only yyyy, yy, mm and dd.' },
  'autoNumber.repeats': { pl: 'Przy wzorze „{pattern}” te same numery wracałyby po roku. Dodaj do niego rok: \'{yyyy}\' albo \'{yy}\', a do dnia także miesiąc.', en: 'With the pattern “{pattern}” the same numbers would come again after a year. Add the year: \'{yyyy}\' or \'{yy}\', and to a day also the month.' },
  'file.hash': { pl: 'Plik wskazuje się 64-znakowym skrótem jego treści.', en: 'A file is named by the 64-digit hash of its contents.' },
  'file.name': { pl: '„{value}” nie może być nazwą pliku. Nazwa nie zawiera ukośników ani znaków sterujących i ma najwyżej 255 znaków.', en: '“{value}” cannot be a file name. A name has no slashes or control characters and at most 255 characters.' },
  'file.size': { pl: 'Rozmiar pliku musi być liczbą bajtów.', en: 'The size of a file must be a number of bytes.' },
  'file.kind': { pl: 'Tutaj nie można włożyć pliku „{value}” ({type}). Dozwolone: {allowed}.', en: 'The file “{value}” ({type}) cannot be put here. Allowed: {allowed}.' },
} as const satisfies Record<string, Text>

export type Sentence = keyof typeof sentences

/** What a value of the wrong JSON type should have been. */
export const expected = {
  text: { pl: 'tekst', en: 'a text' },
  number: { pl: 'liczba albo tekst z liczbą', en: 'a number or a decimal string' },
  yesNo: { pl: 'true albo false', en: 'true or false' },
  money: { pl: '{"amount": "1234.50", "currency": "PLN"}', en: '{"amount": "1234.50", "currency": "PLN"}' },
  date: { pl: 'tekst „RRRR-MM-DD”', en: 'a string “YYYY-MM-DD”' },
  time: { pl: 'tekst „GG:MM”', en: 'a string “HH:MM”' },
  dateTime: { pl: 'tekst z datą i godziną ze strefą, np. 2026-03-15T14:05:00Z', en: 'a string with date, time and zone, such as 2026-03-15T14:05:00Z' },
  texts: { pl: 'lista tekstów', en: 'a list of texts' },
  id: { pl: 'identyfikator zapisu', en: 'the id of a record' },
  ids: { pl: 'lista identyfikatorów zapisów', en: 'a list of record ids' },
  address: { pl: 'obiekt z częściami adresu', en: 'an object with the parts of the address' },
  entries: { pl: 'lista obiektów z polami kind i value', en: 'a list of objects with kind and value' },
  addresses: { pl: 'lista obiektów z polem kind i częściami adresu', en: 'a list of objects with kind and the parts of the address' },
  whole: { pl: 'liczba całkowita', en: 'a whole number' },
  words: { pl: 'słowa po polsku i po angielsku', en: 'words in Polish and English' },
  oneOf: { pl: 'jedna z podanych wartości', en: 'one of the values given' },
  name: { pl: 'nazwa', en: 'a name' },
  currency: { pl: 'kod waluty, np. PLN', en: 'a currency code such as PLN' },
  fileTypes: { pl: 'lista rodzajów plików, np. .pdf albo image/*', en: 'a list of kinds of files, such as .pdf or image/*' },
  choiceValues: { pl: 'lista wartości z kodem i nazwą', en: 'a list of values with code and name' },
  file: { pl: 'obiekt z polami hash, name, size i type', en: 'an object with hash, name, size and type' },
  files: { pl: 'lista plików', en: 'a list of files' },
} as const satisfies Record<string, Text>

export const yesNoWords = { yes: { pl: 'tak', en: 'yes' }, no: { pl: 'nie', en: 'no' } } as const satisfies Record<string, Text>

export const partLabels = {
  amount: { pl: 'kwota', en: 'amount' },
  currency: { pl: 'waluta', en: 'currency' },
  street: { pl: 'ulica', en: 'street' },
  building: { pl: 'nr domu i lokalu', en: 'building and flat' },
  postalCode: { pl: 'kod pocztowy', en: 'postal code' },
  city: { pl: 'miejscowość', en: 'city' },
  region: { pl: 'województwo lub region', en: 'region' },
  country: { pl: 'kraj', en: 'country' },
  main: { pl: 'główny', en: 'main' },
  value: { pl: 'wszystkie', en: 'all' },
} as const satisfies Record<string, Text>
