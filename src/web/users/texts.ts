import type { Text } from '../../contract/text.ts'

/** Names of the screens, and what stands on the pages of others. */
export const texts = {
  profile: { pl: 'Profil i wygląd', en: 'Profile and look' },
  security: { pl: 'Logowanie i sesje', en: 'Sign-in, sessions' },
  keys: { pl: 'Klucze API', en: 'API keys' },
  account: { pl: 'Moje konto', en: 'My account' },
  settings: { pl: 'Ustawienia', en: 'Settings' },
  role: { pl: 'Rola', en: 'Role' },
  compare: { pl: 'Porównanie ról', en: 'Comparison of roles' },
  compareRoles: { pl: 'Porównaj role', en: 'Compare roles' },
  overview: { pl: 'Przegląd dostępu', en: 'Access overview' },
  policy: { pl: 'Zasady logowania', en: 'Sign-in policy' },
  invite: { pl: 'Zaproś osobę', en: 'Invite a person' },
  whyMenu: { pl: 'Kto to widzi i dlaczego…', en: 'Who sees this, and why…' },
  whyMine: { pl: 'Co mi tu wolno i dlaczego…', en: 'What may I do here, and why…' },
  whyPerson: { pl: 'Sprawdź dostęp do rekordu…', en: 'Check access to a record…' },
  actAs: { pl: 'Obejrzyj Sedno jako ta osoba', en: 'Look at Sedno as this person' },
  actAsRole: { pl: 'Obejrzyj Sedno z tą rolą', en: 'Look at Sedno with this role' },
  effective: { pl: 'Wszystkie uprawnienia osoby', en: 'All rights of the person' },
  signInBlock: { pl: 'Konto i logowanie', en: 'Account and sign-in' },
} satisfies Record<string, Text>
