import type { Text } from '../../../contract/text.ts'

export const texts = {
  lists: { pl: 'Listy wartości', en: 'Lists of choices' },
  lead: { pl: 'Wspólne listy: z jednej korzysta wiele pól, a zmiana w niej jest zmianą we wszystkich.', en: 'Shared lists: many fields use one, and a change in it is a change in all of them.' },
  newList: { pl: 'Nowa lista', en: 'New list' },
  noLists: { pl: 'Nie ma jeszcze wspólnych list', en: 'There are no shared lists yet' },
  noListsAbout: { pl: 'Przydają się, gdy te same wartości są w kilku obiektach: branże, regiony sprzedaży, powody rezygnacji.', en: 'They help where several objects have the same values: industries, sales regions, reasons for leaving.' },
  noList: { pl: 'Nie ma takiej listy', en: 'There is no such list' },
  name: { pl: 'Nazwa listy', en: 'Name of the list' },
  values: { pl: 'Wartości', en: 'Values' },
  valuesAbout: { pl: 'Od pierwszej do ostatniej: w tej kolejności są podpowiadane i sortowane.', en: 'From first to last: in this order they are offered and sorted.' },
  used: { pl: 'Gdzie jest używana', en: 'Where it is used' },
  unused: { pl: 'Żadne pole jeszcze z niej nie korzysta. Wybierz ją w ustawieniach pola „Jedno z listy” albo „Kilka z listy”.', en: 'No field uses it yet. Choose it in the settings of a field “One of a list” or “Several of a list”.' },
  usedBy: { pl: '{count, plural, =0 {nieużywana} one {# pole} few {# pola} many {# pól} other {# pola}}', en: '{count, plural, =0 {not used} one {# field} other {# fields}}' },
  create: { pl: 'Utwórz listę', en: 'Create the list' },
  created: { pl: 'Utworzono listę „{name}”', en: 'Created the list “{name}”' },
  saved: { pl: 'Zapisano listę „{name}”', en: 'Saved the list “{name}”' },
  remove: { pl: 'Usuń listę', en: 'Remove the list' },
} as const satisfies Record<string, Text>
