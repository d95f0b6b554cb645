export const texts = {
  nothing: { pl: 'Nie znaleziono', en: 'Nothing found' },
  searching: { pl: 'Szukam…', en: 'Searching…' },
} as const
