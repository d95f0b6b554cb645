export const refusals = {
  wait: {
    pl: 'Za dużo nieudanych prób. Spróbuj ponownie za {seconds, plural, one {# sekundę} few {# sekundy} other {# sekund}}.',
    en: 'Too many failed attempts. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  },
} as const
