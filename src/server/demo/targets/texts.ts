/** Plans of the invented company. */
export const plans = {
  value: (year: number) => `Sprzedaż ${year}`,
  groups: (year: number) => `Grupy produktów ${year}`,
  visits: (year: number) => `Wizyty u klientów ${year}`,
} as const
