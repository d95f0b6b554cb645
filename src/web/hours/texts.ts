import type { Text } from '../../contract/text.ts'

export const texts = {
  lead: { pl: 'Obowiązują każdą osobę, która nie ma własnych. Według nich liczą się wolne terminy, eskalacje i dni robocze w formułach.', en: 'They hold for everybody who has none of their own. Free times, escalations and working days in formulas go by them.' },
  week: { pl: 'Tydzień', en: 'Week' },
  weekAbout: { pl: 'Na przykład 8–16 albo 8:00–12:00, 13:00–17:00. Puste: dzień wolny.', en: 'For example 8–16 or 8:00–12:00, 13:00–17:00. Empty: a day off.' },
  holidays: { pl: 'Święta', en: 'Public holidays' },
  holidaysAbout: { pl: 'Własne dni wolne i robocze soboty dodaje się na liście „Dni firmowe”.', en: 'Own days off and worked Saturdays are added in the list “Days of the firm”.' },
  country: { pl: 'Kraj', en: 'Country' },
  none: { pl: 'Bez świąt', en: 'No public holidays' },
  region: { pl: 'Region', en: 'Region' },
  regionAbout: { pl: 'Gdzie święta zależą od regionu, np. BY dla Bawarii', en: 'Where holidays go by region, e.g. BY for Bavaria' },
  counted: { pl: 'Po zmianie kraju wartości formuł z dniami roboczymi liczą się od nowa w tle.', en: 'After a change of the country, values of formulas with working days are worked out anew in the background.' },
  save: { pl: 'Zapisz', en: 'Save' },
  discard: { pl: 'Odrzuć', en: 'Discard' },
  saved: { pl: 'Zapisano', en: 'Saved' },
} as const satisfies Record<string, Text>
