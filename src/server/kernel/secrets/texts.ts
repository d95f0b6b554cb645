export const texts = {
  badKey: { pl: 'Plik klucza {file} nie zawiera klucza (32 bajty zapisane w base64).', en: 'The key file {file} holds no key (32 bytes written in base64).' },
  unreadable: { pl: 'Nie można odczytać ani utworzyć pliku klucza {file}: {reason}.', en: 'The key file {file} can be neither read nor made: {reason}.' },
  otherKey: {
    pl: 'Plik klucza {file} nie należy do tej bazy danych. Przywróć właściwy plik (SEDNO_SECRET_FILE); bez niego nie da się odczytać zapisanych tajemnic.',
    en: 'The key file {file} does not belong to this database. Put the right one back (SEDNO_SECRET_FILE); without it the secrets kept there cannot be read.',
  },
} as const
