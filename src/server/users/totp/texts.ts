/** What a person reads about codes at sign-in. */
export const refusals = {
  notBegun: { pl: 'Najpierw rozpocznij włączanie kodów. Rozpoczęte wygasa po godzinie.', en: 'Begin to set up codes first. What was begun ends after an hour.' },
  wrongCode: { pl: 'Kod jest nieprawidłowy. Sprawdź, czy zegar w telefonie dobrze chodzi.', en: 'The code is wrong. Check that the clock of the phone is right.' },
  required: { pl: 'W tej firmie kody są wymagane, więc nie można ich wyłączyć.', en: 'Codes are required here, so they cannot be turned off.' },
  notOn: { pl: 'Kody nie są włączone.', en: 'Codes are not set up.' },
} as const
