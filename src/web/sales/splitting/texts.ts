import type { Text } from '../../../contract/text.ts'

export const texts = {
  split: { pl: 'Podziel', en: 'Split' },
  about: { pl: 'Wybrane produkty przejdą do nowej szansy tej samej firmy. Obie zachowają swoją historię.', en: 'The chosen products go to a new opportunity of the same company. Both keep their history.' },
  name: { pl: 'Nazwa nowej szansy', en: 'Name of the new opportunity' },
  which: { pl: 'Co przechodzi', en: 'What goes over' },
  none: { pl: 'Ta szansa nie ma produktów, więc nie ma czego dzielić.', en: 'This opportunity has no products, so there is nothing to split.' },
  all: { pl: 'Wszystkie produkty nie mogą przejść: w tej szansie musi coś zostać.', en: 'Not all products can go: something must stay in this opportunity.' },
  done: { pl: 'Powstała szansa „{name}”', en: 'The opportunity “{name}” was made' },
} as const satisfies Record<string, Text>
