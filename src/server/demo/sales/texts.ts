/** How the demo company sells. In its own language: it is what its people typed. */
export const methods = [{ name: 'Sprzedaż doradcza', description: 'Badanie potrzeb, rozwiązanie na miarę, negocjacje.' }, { name: 'Odnowienia', description: 'Umowy serwisowe obecnych klientów.' }] as const

export const pipelines = [
  {
    name: 'Nowa sprzedaż', method: 0, nextStepRequired: true, position: '1',
    stages: [
      { name: 'Zapytanie', probability: '10', days: '7', category: 'pipeline', color: 'grey', stays: 0.8 },
      { name: 'Badanie potrzeb', probability: '20', days: '14', category: 'pipeline', color: 'blue', stays: 0.78 },
      { name: 'Koncepcja', probability: '35', days: '21', category: 'pipeline', color: 'teal', stays: 0.82 },
      { name: 'Oferta', probability: '50', days: '21', category: 'bestCase', color: 'violet', stays: 0.75 },
      { name: 'Negocjacje', probability: '70', days: '14', category: 'bestCase', color: 'amber', stays: 0.82 },
      { name: 'Umowa', probability: '90', days: '10', category: 'commit', color: 'green', stays: 0.94 },
    ],
  },
  {
    name: 'Umowy serwisowe', method: 1, nextStepRequired: false, position: '2',
    stages: [
      { name: 'Przegląd wygasających', probability: '40', days: '14', category: 'pipeline', color: 'grey', stays: 0.9 },
      { name: 'Propozycja', probability: '60', days: '14', category: 'bestCase', color: 'blue', stays: 0.85 },
      { name: 'Uzgodnienia', probability: '75', days: '14', category: 'bestCase', color: 'amber', stays: 0.9 },
      { name: 'Podpisanie', probability: '90', days: '7', category: 'commit', color: 'green', stays: 0.96 },
    ],
  },
] as const

/** By pipeline and stage; made when a deal enters. */
export const stageActivities = [
  { pipeline: 0, stage: 1, title: 'Rozmowa o potrzebach', type: 'call', afterDays: '2', required: true },
  { pipeline: 0, stage: 2, title: 'Wizyta na hali', type: 'visit', afterDays: '7', required: false },
  { pipeline: 0, stage: 3, title: 'Omówienie oferty z klientem', type: 'call', afterDays: '3', required: true },
  { pipeline: 1, stage: 1, title: 'Telefon w sprawie odnowienia', type: 'call', afterDays: '3', required: false },
] as const
export const entry = { pipeline: 0, stage: 3, enterWhen: 'amount is not empty and contact is not empty', enterNot: 'Do oferty potrzebna jest wartość i osoba kontaktowa.' } as const

export const subjects = [
  ['Linia pakująca', 'Przenośnik rolkowy', 'Modernizacja linii', 'Stanowisko paletyzacji', 'Automat etykietujący', 'Wyposażenie hali', 'Regały przesuwne', 'System wagowy', 'Wózki AGV', 'Zestaw części zamiennych'],
  ['Umowa serwisowa', 'Przeglądy roczne', 'Serwis z gwarancją czasu reakcji', 'Kontrakt na części'],
] as const
/** By type of activity. */
export const talks = {
  call: ['Pierwsza rozmowa o potrzebach', 'Telefon w sprawie oferty', 'Pytania techniczne do oferty', 'Ustalenie terminu decyzji'],
  meeting: ['Omówienie koncepcji', 'Prezentacja rozwiązania', 'Negocjacje ceny i terminu', 'Spotkanie z zarządem'],
  visit: ['Wizja lokalna', 'Pomiary na hali', 'Wizyta referencyjna'],
} as const
export const nextSteps = ['Zadzwonić w sprawie decyzji', 'Wysłać poprawioną ofertę', 'Umówić spotkanie', 'Zebrać wymagania techniczne'] as const
export const lostNotes = { other: 'Inwestycja przeniesiona do innego zakładu grupy.', price: 'Konkurent był tańszy o ponad 10%.' } as const
