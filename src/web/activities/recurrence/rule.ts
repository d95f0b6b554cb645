/** The rules that the form offers, and those that it can change piece by piece. */
import { isRefusal } from '../../../contract/refusal.ts'
import { readRecurrence, writeRecurrence, type Frequency, type Recurrence, type WeekdayCode } from '../../../server/activities/recurrence/contract.ts'

export const plain: Recurrence = { frequency: 'WEEKLY', interval: 1, count: null, until: null, days: [], monthDays: [], months: [], positions: [], yearDays: [], weeks: [], weekStart: null }
export type Preset = 'never' | 'daily' | 'workdays' | 'weekly' | 'monthly' | 'yearly' | 'own'
export const presets: readonly Preset[] = ['never', 'daily', 'workdays', 'weekly', 'monthly', 'yearly', 'own']

const workdays: readonly WeekdayCode[] = ['MO', 'TU', 'WE', 'TH', 'FR']
const ofPreset: Record<Exclude<Preset, 'never' | 'own'>, Recurrence> = {
  daily: { ...plain, frequency: 'DAILY' },
  workdays: { ...plain, days: workdays.map((day) => ({ day, place: null })) },
  weekly: plain,
  monthly: { ...plain, frequency: 'MONTHLY' },
  yearly: { ...plain, frequency: 'YEARLY' },
}

/** null: no rule, or one that cannot be read. */
export function ruleOf(text: string | null): Recurrence | null {
  const read = text === null || text === '' ? null : readRecurrence(text)
  return read === null || isRefusal(read) ? null : read
}

/** Which preset it is; how it ends is asked beside it. */
export function presetOf(rule: Recurrence | null): Preset {
  if (rule === null) return 'never'
  const shape = writeRecurrence({ ...rule, count: null, until: null })
  return (Object.entries(ofPreset).find(([, preset]) => writeRecurrence(preset) === shape)?.[0] as Preset | undefined) ?? 'own'
}

/** The end stays when another preset is chosen. */
export function withPreset(rule: Recurrence | null, preset: Preset): Recurrence | null {
  if (preset === 'never') return null
  const ends = { count: rule?.count ?? null, until: rule?.until ?? null }
  return preset === 'own' ? { ...plain, interval: 2, ...ends } : { ...ofPreset[preset], ...ends }
}

export const withFrequency = (rule: Recurrence, frequency: Frequency): Recurrence => ({ ...plain, interval: rule.interval, count: rule.count, until: rule.until, frequency, days: frequency === 'WEEKLY' ? rule.days.filter(({ place }) => place === null) : [] })

/** YYYYMMDD or a moment ↔ the day a person reads. */
export const dayOfUntil = (until: string | null): string | null => (until === null ? null : `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`)
export const untilOfDay = (day: string | null): string | null => day?.replaceAll('-', '') ?? null
