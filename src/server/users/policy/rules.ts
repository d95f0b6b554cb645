/** How strict sign-in is. An administrator sets it; these are the values of a new installation. */
/** From whom codes of an authenticator are required at sign-in; the others may use them. */
export const codePolicies = ['nobody', 'administrators', 'everybody'] as const

export interface SignInPolicy {
  minPasswordLength: number
  /** A session not used for so long ends. Over a weekend by default: people come back on Monday signed in. */
  idleHours: number
  /** A session ends after so many days however much it is used. */
  sessionDays: number
  /** A link to set a password works for so long. */
  linkHours: number
  codesFrom: (typeof codePolicies)[number]
}

export const newPolicy: SignInPolicy = { minPasswordLength: 12, idleHours: 72, sessionDays: 30, linkHours: 72, codesFrom: 'nobody' }

/** NIST SP 800-63B: eight at the very least; beyond what is listed here a setting would be a mistake. */
export const policyRanges: Record<Exclude<keyof SignInPolicy, 'codesFrom'>, { min: number; max: number }> = {
  minPasswordLength: { min: 8, max: 64 },
  idleHours: { min: 1, max: 24 * 30 },
  sessionDays: { min: 1, max: 90 },
  linkHours: { min: 1, max: 24 * 14 },
}
