/** Every word about people, teams and roles that a person reads. Sign-in, roles and keys have theirs beside them. */
export const user = {
  label: { pl: 'Użytkownik', en: 'User' },
  plural: { pl: 'Użytkownicy', en: 'Users' },
  fields: {
    name: { pl: 'Imię i nazwisko', en: 'Name' },
    mail: { label: { pl: 'E-mail', en: 'E-mail' }, help: { pl: 'Służy do logowania', en: 'Used to sign in' } },
    active: { label: { pl: 'Aktywny', en: 'Active' }, help: { pl: 'Nieaktywny użytkownik nie może się zalogować; jego sesje i klucze API przestają działać od razu', en: 'An inactive user cannot sign in; the sessions and API keys end at once' } },
    position: { pl: 'Stanowisko', en: 'Position' },
    phone: { pl: 'Telefon', en: 'Phone' },
    picture: { pl: 'Zdjęcie', en: 'Picture' },
    superior: { pl: 'Przełożony', en: 'Superior' },
    teams: { pl: 'Zespoły', en: 'Teams' },
    territories: { label: { pl: 'Terytoria', en: 'Territories' }, help: { pl: 'Razem ze wszystkim, co leży pod nimi', en: 'Together with all that lies below them' } },
    roles: { label: { pl: 'Role', en: 'Roles' }, help: { pl: 'Uprawnienia z kilku ról sumują się', en: 'The permissions of several roles add up' } },
    language: { pl: 'Język', en: 'Language' },
    timeZone: { label: { pl: 'Strefa czasowa', en: 'Time zone' }, help: { pl: 'Na przykład Europe/Warsaw', en: 'For example Europe/Warsaw' } },
  },
} as const

export const team = {
  label: { pl: 'Zespół', en: 'Team' },
  plural: { pl: 'Zespoły', en: 'Teams' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    lead: { pl: 'Kierownik', en: 'Lead' },
    color: { pl: 'Kolor', en: 'Colour' },
    description: { pl: 'Opis', en: 'Description' },
  },
} as const

export const territory = {
  label: { pl: 'Terytorium', en: 'Territory' },
  plural: { pl: 'Terytoria', en: 'Territories' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    parent: { label: { pl: 'Należy do', en: 'Part of' }, help: { pl: 'Kto działa na większym terytorium, działa też na tym', en: 'Who works in the greater territory works in this one too' } },
    lead: { pl: 'Kierownik', en: 'Lead' },
    description: { pl: 'Opis', en: 'Description' },
  },
} as const

export const role = {
  label: { pl: 'Rola', en: 'Role' },
  plural: { pl: 'Role', en: 'Roles' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    description: { pl: 'Opis', en: 'Description' },
    isAdministrator: { label: { pl: 'Administrator', en: 'Administrator' }, help: { pl: 'Może wszystko: każdy rekord, każde pole, każda funkcja', en: 'May do everything: every record, every field, every function' } },
    functions: { label: { pl: 'Funkcje', en: 'Functions' }, help: { pl: 'Czynności niezwiązane z jednym rodzajem rekordów', en: 'What is not about one kind of record' } },
  },
} as const

export const sections = {
  basics: { pl: 'Podstawowe', en: 'Basics' },
  place: { pl: 'Miejsce w firmie', en: 'Place in the company' },
  access: { pl: 'Dostęp', en: 'Access' },
  preferences: { pl: 'Ustawienia osobiste', en: 'Preferences' },
} as const

export const views = {
  active: { pl: 'Aktywni', en: 'Active' },
  inactive: { pl: 'Nieaktywni', en: 'Inactive' },
  all: { pl: 'Wszyscy', en: 'Everyone' },
} as const

export const reverse = {
  reports: { pl: 'Podwładni', en: 'Reports' },
  members: { pl: 'Członkowie', en: 'Members' },
  holders: { pl: 'Osoby z tą rolą', en: 'People with this role' },
  leads: { pl: 'Kieruje zespołami', en: 'Leads teams' },
  parts: { pl: 'Części', en: 'Parts' },
  workers: { pl: 'Osoby na tym terytorium', en: 'People in this territory' },
  leadsTerritories: { pl: 'Kieruje terytoriami', en: 'Leads territories' },
} as const

export const languageNames = {
  pl: { pl: 'Polski', en: 'Polish' },
  en: { pl: 'Angielski', en: 'English' },
} as const

export const functionNames = {
  settings: { pl: 'Ustawienia systemu', en: 'System settings' },
  users: { pl: 'Użytkownicy i zespoły', en: 'Users and teams' },
  import: { pl: 'Import danych', en: 'Import of data' },
  shareViews: { pl: 'Udostępnianie widoków', en: 'Sharing of views' },
  audit: { pl: 'Rejestr operacji', en: 'Record of operations' },
} as const

export const teamColors = {
  grey: { pl: 'Szary', en: 'Grey' },
  teal: { pl: 'Morski', en: 'Teal' },
  green: { pl: 'Zielony', en: 'Green' },
  blue: { pl: 'Niebieski', en: 'Blue' },
  violet: { pl: 'Fioletowy', en: 'Violet' },
  amber: { pl: 'Bursztynowy', en: 'Amber' },
  red: { pl: 'Czerwony', en: 'Red' },
} as const

export const actionTexts = {
  endSessions: { pl: 'Zakończ sesje', en: 'End sessions' },
  endSessionsConfirm: { pl: 'Ta osoba zostanie wylogowana ze wszystkich urządzeń.', en: 'This person will be signed out on every device.' },
  unlock: { pl: 'Odblokuj logowanie', en: 'Unlock sign-in' },
  removeTotp: { pl: 'Usuń drugi składnik', en: 'Remove the second factor' },
  removeTotpConfirm: { pl: 'Ta osoba będzie logować się samym hasłem, dopóki nie włączy kodów na nowo. Upewnij się, że prośba naprawdę pochodzi od niej.', en: 'This person will sign in with the password alone until codes are set up again. Make sure that the request really came from this person.' },
} as const

export const refusals = {
  unknownTimeZone: { pl: 'Nie ma takiej strefy czasowej. Wpisz na przykład Europe/Warsaw.', en: 'There is no such time zone. Write, for example, Europe/Warsaw.' },
  ownSuperior: { pl: 'Nikt nie może być swoim przełożonym.', en: 'Nobody can be his own superior.' },
  lastAdministrator: { pl: 'To ostatni administrator, który może się zalogować. Najpierw nadaj tę rolę komuś innemu, kto ma już hasło.', en: 'This is the last administrator who can sign in. Give the role to somebody else first, who has a password already.' },
  administratorsOnly: { pl: 'Uprawnienia i konto administratora może zmieniać tylko administrator.', en: 'Only an administrator may change the permissions and the account of an administrator.' },
  ownRoles: { pl: 'Własnych ról nie można zmieniać. Poproś administratora.', en: 'One cannot change one’s own roles. Ask an administrator.' },
  missing: { pl: 'Nie ma takiej osoby.', en: 'There is no such person.' },
} as const
