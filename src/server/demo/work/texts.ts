/** What the invented company's people do with their customers, and with one another. */
export const titles: Readonly<Record<string, readonly string[]>> = {
  task: ['Przygotować ofertę na pompy ciepła', 'Wysłać cennik armatury', 'Sprawdzić stan płatności', 'Umówić wizytę techniczną', 'Uzupełnić dane do umowy ramowej', 'Policzyć rabat za obrót', 'Zamówić próbki zaworów', 'Zebrać referencje z podobnych kotłowni', 'Wyjaśnić reklamację palety', 'Przygotować kosztorys modernizacji'],
  call: ['Telefon w sprawie oferty', 'Przypomnienie o płatności', 'Ustalić termin dostawy', 'Zapytać o plany na przyszły kwartał', 'Telefon po dostawie', 'Oddzwonić do działu zakupów', 'Potwierdzić udział w szkoleniu'],
  meeting: ['Spotkanie o umowie ramowej', 'Prezentacja nowych sterowników', 'Omówienie wyników kwartału', 'Negocjacje warunków dostaw', 'Spotkanie z projektantem', 'Przegląd otwartych zamówień'],
  visit: ['Wizyta w kotłowni', 'Wizyta handlowa', 'Pomiary na budowie', 'Odbiór instalacji', 'Wizyta w magazynie klienta'],
  letter: ['Pismo z nowym cennikiem', 'Oferta wysłana pocztą', 'Podziękowanie po targach', 'Wezwanie do zapłaty'],
}

export const outcomeNotes = [
  'Biorą dwie sztuki na próbę, decyzja o reszcie po uruchomieniu.', 'Poproszą o ofertę z terminem dostawy do końca miesiąca.', 'Konkurencja dała niższą cenę, ale bez serwisu. Wracamy z pakietem serwisowym.',
  'Budżet zamknięty w tym roku. Wrócić w styczniu.', 'Umowa uzgodniona, czekamy na podpis zarządu.', 'Nikt nie odebrał, próbować rano.', 'Zadowoleni z ostatniej dostawy, polecą nas w oddziale.', 'Chcą zmiany terminu płatności na 30 dni.',
] as const

export const checklists: readonly (readonly string[])[] = [
  ['Zebrać wymagania', 'Policzyć warianty', 'Sprawdzić dostępność', 'Wysłać do akceptacji'],
  ['Umówić termin', 'Przygotować materiały', 'Zabrać próbki'],
  ['Sprawdzić saldo', 'Uzgodnić rabat z przełożonym', 'Przygotować dokumenty'],
]

export const places = ['Siedziba klienta', 'Biuro Instalmar, sala A', 'Online', 'Budowa', 'Magazyn klienta'] as const
export const privateTitles = ['Lekarz', 'Odbiór dziecka z przedszkola', 'Przegląd samochodu', 'Wizyta w urzędzie'] as const

export const labels = {
  sales: 'Narada działu', report: 'Raport sprzedaży za miesiąc', cleanUp: 'Uporządkować otwarte sprawy', substitution: 'Urlop',
  rules: [['Pilne bez odzewu', "priority = 'urgent'", '2', '8'], ['Zaległe zadania', "type = 'task' and priority != 'low'", '8', '40']] as const,
} as const
