/** Words that are needed before a screen of this room is opened. */
export const titles = {
  calendar: { pl: 'Kalendarz', en: 'Calendar' },
  own: { pl: 'Mój kalendarz', en: 'My calendar' },
  firm: { pl: 'Godziny pracy i święta', en: 'Working hours and holidays' },
  attendees: { pl: 'Uczestnicy i odpowiedzi', en: 'Who comes' },
  findTime: { pl: 'Znajdź inny termin', en: 'Find another time' },
} as const
