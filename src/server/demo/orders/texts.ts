export const templates = [
  {
    name: 'Dostawa urządzeń', of: 'group', kind: null, description: 'Co ustalić, zanim urządzenia wyjadą z magazynu.',
    questions: [
      { title: 'Adres i godziny rozładunku', kind: 'text', required: true },
      { title: 'Potwierdzony dzień dostawy', kind: 'day', required: true },
      { title: 'Sposób rozładunku', kind: 'choice', required: true, choices: 'wózek klienta\nHDS\nręcznie' },
      { title: 'Kto odbiera dostawę', kind: 'person', required: false },
      { title: 'Podpisana karta doboru', kind: 'file', required: false },
    ],
  },
  {
    name: 'Zlecenie serwisowe', of: 'kind', kind: 'service', description: 'Przed wysłaniem ekipy do klienta.',
    questions: [
      { title: 'Dostęp do urządzenia potwierdzony', kind: 'tick', required: true },
      { title: 'Osoba na miejscu', kind: 'person', required: true },
      { title: 'Okno serwisowe', kind: 'choice', required: true, choices: 'w dni robocze 8–16\npopołudniami\nw weekend' },
      { title: 'Przepustki i szkolenie BHP', kind: 'tick', required: false },
    ],
  },
  {
    name: 'Wynajem agregatów', of: 'kind', kind: 'rental', description: 'Kaucja, ubezpieczenie i stan przy wydaniu.',
    questions: [
      { title: 'Kaucja zaksięgowana', kind: 'tick', required: true },
      { title: 'Koniec najmu', kind: 'day', required: true },
      { title: 'Numer polisy klienta', kind: 'text', required: true },
      { title: 'Protokół wydania', kind: 'file', required: false },
    ],
  },
] as const

export const answers: Readonly<Record<string, string>> = { 'Adres i godziny rozładunku': 'Magazyn B, brama 3, w dni robocze 7–14', 'Numer polisy klienta': 'PZU 1042/55321/2026' }
export const titles = {
  sale: ['Armatura do kotłowni', 'Uzupełnienie magazynu', 'Pompy obiegowe, etap II', 'Rozdzielacze i zawory', 'Wyposażenie węzła cieplnego', 'Rury i kształtki na budowę'],
  service: ['Przegląd roczny kotłowni', 'Naprawa pompy obiegowej', 'Uruchomienie węzła', 'Wymiana uszczelnień'],
  rental: ['Wynajem agregatu pompowego', 'Wynajem osuszaczy', 'Wynajem kotłowni kontenerowej'],
} as const
export const contracts = ['Serwis i przeglądy kotłowni', 'Stałe dostawy armatury', 'Dzierżawa urządzeń', 'Umowa ramowa na dostawy', 'Utrzymanie węzłów cieplnych', 'Dyżur serwisowy 24/7'] as const
export const amendment = 'Aneks: rozszerzenie o kolejny obiekt'
export const lines: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  service: [['Dojazd ekipy', '1', '280.00'], ['Roboczogodzina serwisu', '6', '190.00']],
  rental: [['Doba wynajmu', '14', '320.00'], ['Transport w obie strony', '1', '900.00']],
}
