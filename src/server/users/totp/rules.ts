import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as every authenticator knows it. One step before and after is taken: clocks differ, and people type slowly. */
const period = 30
const digits = 6
const tolerance = 1

export const issuer = 'Sedno'

const totpOf = (secret: string, label = ''): TOTP => new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits, period })

/** 160 random bits in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** What the QR code holds. */
export const otpauthUri = (secret: string, mail: string): string => totpOf(secret, mail).toString()

/** The step of 30 seconds that the code belongs to; null when it belongs to none near `now`. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totpOf(secret).validate({ token, timestamp: now.getTime(), window: tolerance })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta
}

/** For tests and nothing else would a server make a code; it stands here beside its reader. */
export const codeAt = (secret: string, now: Date): string => totpOf(secret).generate({ timestamp: now.getTime() })

export const recoveryCodeCount = 10
/** 32 signs, none to be taken for another: no I and 1, no O and 0. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** 24 letters in sixes: 120 bits, so that a fast hash is enough to keep them (ASVS 5, 6.5.2). */
export function writeRecoveryCode(random: Uint8Array): string {
  const signs = [...random.subarray(0, 24)].map((byte) => letters[byte & 31]!)
  return [0, 6, 12, 18].map((from) => signs.slice(from, from + 6).join('')).join('-')
}

/** As typed, in whatever case, with or without dashes: the form that was hashed. null when it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[\s-]/g, '')
  return /^[A-HJ-NP-Z2-9]{24}$/.test(signs) ? signs : null
}
