import type { Text } from '../../../contract/text.ts'

export const texts = {
  asWhom: { pl: 'Jako', en: 'As' },
  role: { pl: 'Rola', en: 'Role' },
  person: { pl: 'Osoba', en: 'Person' },
  myself: { pl: 'Ja', en: 'Myself' },
  chooseRole: { pl: 'Wybierz rolę', en: 'Choose a role' },
  choosePerson: { pl: 'Wybierz osobę', en: 'Choose a person' },
  record: { pl: 'Na przykładzie', en: 'On the example of' },
  findRecord: { pl: 'Szukaj rekordu', en: 'Find a record' },
  newRecord: { pl: 'nowy rekord', en: 'a new record' },
  width: { pl: 'Szerokość', en: 'Width' },
  desktop: { pl: 'Komputer', en: 'Computer' },
  tablet: { pl: 'Tablet', en: 'Tablet' },
  phone: { pl: 'Telefon', en: 'Phone' },
  about: { pl: 'Ekran i pola takie, jak po publikacji zobaczy je ta rola albo osoba. Dane są te, które widzisz Ty; nic się tu nie zmienia.', en: 'The screen and its fields as that role or person will see them once published. The data are those that you see; nothing changes here.' },
  frame: { pl: 'Podgląd ekranu', en: 'Preview of the screen' },
  noRecords: { pl: 'Nie ma jeszcze rekordu, na którym można by to pokazać.', en: 'There is no record yet to show this on.' },
  notSeen: { pl: 'Ta rola w ogóle nie widzi tego obiektu.', en: 'This role does not see this object at all.' },
} as const satisfies Record<string, Text>
