/** The letter that takes a quote to its customer, in his language. */
export const letters = {
  subject: { pl: 'Oferta {number} – {title}', en: 'Quote {number} – {title}' },
  message: {
    pl: 'Dzień dobry,\n\nprzesyłamy ofertę. Pod odnośnikiem można ją obejrzeć, wybrać opcje, zadać pytanie i udzielić odpowiedzi.',
    en: 'Good morning,\n\nplease find our quote. The link shows it: there you can choose options, ask a question, and answer.',
  },
  number: { pl: 'Numer oferty', en: 'Quote number' },
  gross: { pl: 'Wartość brutto', en: 'Gross value' },
  validUntil: { pl: 'Ważna do', en: 'Valid until' },
  button: { pl: 'Zobacz ofertę', en: 'See the quote' },
  footer: { pl: 'Odnośnik jest przeznaczony tylko dla adresata tej wiadomości. Ofertę przesyła {seller}.', en: 'The link is for the addressee of this message alone. The quote is sent by {seller}.' },
} as const
