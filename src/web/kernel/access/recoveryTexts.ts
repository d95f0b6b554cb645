import type { Text } from '../../../contract/text.ts'

/** Of setting up codes: when signing in, and in one's own account. */
export const texts = {
  scan: { pl: 'Zeskanuj kod aplikacją', en: 'Scan the code with the app' },
  byHand: { pl: 'albo wpisz klucz ręcznie', en: 'or type the key by hand' },
  secret: { pl: 'Klucz do wpisania w aplikacji', en: 'Key to type into the app' },
  qr: { pl: 'Kod QR do aplikacji uwierzytelniającej', en: 'QR code for the authenticator app' },
  thenCode: { pl: 'Wpisz sześć cyfr, które pokazuje aplikacja', en: 'Type the six digits the app shows' },
  code: { pl: 'Kod z aplikacji', en: 'Code from the app' },
  onlyNow: { pl: 'Te kody widać tylko teraz. Każdy wpuści raz, gdy nie ma pod ręką telefonu. Trzymaj je poza telefonem.', en: 'These codes are shown only now. Each lets you in once when your phone is not at hand. Keep them somewhere other than the phone.' },
  codes: { pl: 'Kody zapasowe', en: 'Recovery codes' },
  copyAll: { pl: 'Kopiuj wszystkie', en: 'Copy all' },
  download: { pl: 'Pobierz plik', en: 'Download a file' },
  fileName: { pl: 'sedno-kody-zapasowe.txt', en: 'sedno-recovery-codes.txt' },
  fileTitle: { pl: 'Kody zapasowe do Sedno ({mail})', en: 'Recovery codes for Sedno ({mail})' },
  kept: { pl: 'Kody są zapisane w bezpiecznym miejscu', en: 'The codes are kept in a safe place' },
} satisfies Record<string, Text>
