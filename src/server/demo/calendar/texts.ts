/** When the invented firm works, and who keeps whose calendar. */
export const firm = { monday: '8–16', tuesday: '8–16', wednesday: '8–16', thursday: '8–16', friday: '8–15', saturday: null, sunday: null, country: 'PL' } as const

/** By their place among the employees: whose calendar, who is let in, how far. */
export const shares: readonly (readonly [whose: number, who: number, level: 'see' | 'edit', title: string])[] = [
  [0, 1, 'edit', 'Prowadzi kalendarz prezesa'],
  [2, 8, 'edit', 'Umawia wizyty regionu'],
  [2, 0, 'see', 'Podgląd kierownika regionu'],
]

/** Who does not work as the firm does. */
export const hours: readonly (readonly [who: number, values: Readonly<Record<string, string>>])[] = [
  [1, { monday: '7:30–15:30', tuesday: '7:30–15:30', wednesday: '7:30–15:30', thursday: '7:30–15:30', friday: '7:30–14:30', title: 'Sekretariat zaczyna wcześniej' }],
  [8, { monday: '8–13', wednesday: '8–13', friday: '8–13', title: 'Część etatu' }],
]

export const daysOff = [
  { name: 'Sylwester', day: '12-31', kind: 'off' },
  { name: 'Inwentaryzacja w sobotę', day: '01-10', kind: 'working' },
] as const
