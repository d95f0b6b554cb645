import type { Text } from '../../../contract/text.ts'

export const texts = {
  help: { pl: 'Spacja podnosi, strzałki przenoszą przez cały ekran, Spacja odkłada, Delete zdejmuje z ekranu, Escape odwołuje.', en: 'Space picks up, arrows move through the whole screen, Space drops, Delete takes it off, Escape cancels.' },
  move: { pl: 'Przenieś: {name}', en: 'Move: {name}' },
  acts: { pl: 'Działania: {name}', en: 'Actions: {name}' },
  settings: { pl: 'Ustawienia', en: 'Settings' },
  up: { pl: 'Wcześniej', en: 'Earlier' },
  down: { pl: 'Później', en: 'Later' },
  take: { pl: 'Zdejmij z ekranu', en: 'Take off the screen' },
  lifted: { pl: 'Podniesiono: {name}. {where}', en: 'Picked up: {name}. {where}' },
  at: { pl: '{list}, miejsce {n}', en: '{list}, place {n}' },
  put: { pl: 'Odłożono: {name}. {where}', en: 'Dropped: {name}. {where}' },
  cancelled: { pl: 'Odwołano. {name} zostaje, gdzie było.', en: 'Cancelled. {name} stays where it was.' },
  out: { pl: 'poza ekranem', en: 'off the screen' },
} as const satisfies Record<string, Text>
