/** What a person reads about passwords and the links that set them. */
export const refusals = {
  tooShort: { pl: 'Hasło musi mieć co najmniej {min, plural, one {# znak} few {# znaki} other {# znaków}}.', en: 'The password needs at least {min, plural, one {# character} other {# characters}}.' },
  tooLong: { pl: 'Hasło może mieć najwyżej {max, plural, one {# znak} few {# znaki} other {# znaków}}.', en: 'The password may have at most {max, plural, one {# character} other {# characters}}.' },
  common: { pl: 'To hasło jest zbyt łatwe do odgadnięcia: należy do często używanych albo jest jednym słowem z cyframi. Wybierz kilka niezwiązanych słów.', en: 'This password is too easy to guess: it is often used, or one word with digits. Choose a few unrelated words.' },
  pattern: { pl: 'To hasło jest zbyt łatwe do odgadnięcia: powtarza się w nim to samo albo znaki idą po kolei.', en: 'This password is too easy to guess: it repeats itself, or its characters follow one another.' },
  personal: { pl: 'Hasło nie może zawierać imienia, nazwiska, adresu e-mail ani nazwy programu.', en: 'The password may not contain the name or mail address of the person, or the name of this program.' },
  same: { pl: 'Nowe hasło musi różnić się od obecnego.', en: 'The new password must differ from the present one.' },
  wrongCurrent: { pl: 'Obecne hasło jest nieprawidłowe.', en: 'The present password is wrong.' },
  deadLink: { pl: 'Ten odnośnik już nie działa: został użyty, wygasł albo zastąpił go nowszy. Poproś administratora o nowy.', en: 'This link no longer works: it was used, has expired, or a newer one replaced it. Ask the administrator for a new one.' },
  inactive: { pl: 'Ta osoba jest nieaktywna. Najpierw ją aktywuj.', en: 'This person is inactive. Activate the account first.' },
  notWithKey: { pl: 'Tego nie można zrobić kluczem API. Zaloguj się.', en: 'This cannot be done with an API key. Sign in.' },
} as const
