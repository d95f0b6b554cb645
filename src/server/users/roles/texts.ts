/** What a person reads about permissions. */
export const refusals = {
  administratorOnly: { pl: 'To może zrobić tylko administrator.', en: 'Only an administrator may do this.' },
  needsUsers: { pl: 'Do tego potrzebna jest funkcja „Użytkownicy i zespoły”.', en: 'This needs the function “Users and teams”.' },
  notAdministrator: { pl: 'Konto administratora może zmieniać tylko administrator.', en: 'Only an administrator may change an administrator’s account.' },
  noPerson: { pl: 'Nie ma takiej osoby.', en: 'There is no such person.' },
  noRole: { pl: 'Nie ma takiej roli.', en: 'There is no such role.' },
  noObject: { pl: 'Nie ma obiektu {name}.', en: 'There is no object {name}.' },
  noField: { pl: 'Obiekt {object} nie ma pola {name}.', en: 'The object {object} has no field {name}.' },
  noFunction: { pl: 'Nie ma funkcji {name}.', en: 'There is no function {name}.' },
  administratorHasAll: { pl: 'Rola administratora pozwala na wszystko; nie nadaje się jej osobnych uprawnień.', en: 'An administrator’s role allows everything; it takes no further grants.' },
  doubledGrant: { pl: 'To samo uprawnienie podano dwa razy.', en: 'The same grant is given twice.' },
  doubledField: { pl: 'To samo pole podano dwa razy.', en: 'The same field is given twice.' },
  stale: { pl: 'Ktoś zmienił tę rolę w międzyczasie. Wczytaj ją ponownie.', en: 'Somebody changed this role meanwhile. Load it again.' },
  onlySelf: { pl: 'O uprawnienia innych może pytać tylko administrator.', en: 'Only an administrator may ask about the permissions of others.' },
  inactive: { pl: '{name}: konto jest nieaktywne, więc nie daje dostępu do niczego.', en: 'The account of {name} is inactive and so reaches nothing.' },
  noRecord: { pl: 'Nie ma takiego rekordu.', en: 'There is no such record.' },
} as const
