import { refusal, type Refusal } from '../../../contract/refusal.ts'
import { fold } from '../../../expression/fold.ts'
import { refusals } from './texts.ts'

/** Longer ones are no safer and only cost time to hash. */
export const longestPassword = 256

export interface PasswordFacts {
  minLength: number
  /** Folded passwords and words that are tried first. */
  common: ReadonlySet<string>
  name: string
  mail: string
}

/** One Unicode form, so that ą typed on another keyboard is the same ą (NIST SP 800-63B, 3.1.1.2). Nothing is cut or trimmed. */
export function normalPassword(password: string): string {
  return password.normalize('NFKC')
}

/**
 * Length and guessability only: forced digits and signs make passwords worse, so there are none
 * (NIST SP 800-63B 3.1.1.2, OWASP ASVS 5 6.2).
 */
export function whyNotPassword(password: string, facts: PasswordFacts): Refusal | null {
  const characters = [...normalPassword(password)]
  const about = { field: 'password' }
  if (characters.length < facts.minLength) return refusal('password.too_short', refusals.tooShort, { ...about, values: { min: facts.minLength } })
  if (characters.length > longestPassword) return refusal('password.too_long', refusals.tooLong, { ...about, values: { max: longestPassword } })
  const folded = fold(password)
  if (isCommon(folded, facts.common)) return refusal('password.common', refusals.common, about)
  if (isPattern(folded)) return refusal('password.pattern', refusals.pattern, about)
  if (isPersonal(folded, facts)) return refusal('password.personal', refusals.personal, about)
  return null
}

/** Itself in the list, or when digits and signs at both ends are taken away: 'Haslo123456!' is 'haslo'. */
function isCommon(folded: string, common: ReadonlySet<string>): boolean {
  const core = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const plain = unleet(folded).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return common.has(folded) || common.has(core) || common.has(plain)
}

const leet: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }
const unleet = (text: string): string => text.replace(/[013457@$!]/g, (sign) => leet[sign]!)

/** A short piece over and over ('abcabcabcabc'), or signs that follow one another ('abcdefghijkl', '987654321098'). */
function isPattern(folded: string): boolean {
  if (/^(.{1,6}?)\1+.{0,5}$/su.test(folded) && new Set(folded).size <= 6) return true
  const rows = ['abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz', '123456789012345678901234567890', '012345678901234567890123456789', 'qwertyuiopasdfghjklzxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p']
  return [...rows, ...rows.map((row) => [...row].reverse().join(''))].some((row) => row.includes(folded))
}

const programNames = ['sedno']

/** What an acquaintance would try: parts of the name and the mail, this program's name, and beside them nothing that is hard to guess. */
function isPersonal(folded: string, facts: PasswordFacts): boolean {
  const [local = '', domain = ''] = fold(facts.mail).split('@')
  const known = [fold(facts.mail), local, ...local.split(/[._+-]/), domain.split('.')[0]!, ...fold(facts.name).split(/[\s-]+/), ...programNames]
  const parts = known.filter((part) => part.length >= 4 && folded.includes(part)).sort((a, b) => b.length - a.length)
  if (parts.length === 0) return false
  const rest = parts.reduce((text, part) => text.replaceAll(part, ''), folded)
  return [...rest].length < 8 || isCommon(rest, facts.common) || isPattern(rest)
}

/** Of an argon2id hash in PHC form: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`, base64 without padding. */
export interface HashParts {
  memory: number
  passes: number
  parallelism: number
  salt: Buffer
  tag: Buffer
}

/** OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. A stronger setting here rehashes each password at its next use. */
export const hashStrength = { memory: 19_456, passes: 2, parallelism: 1 } as const

export function readHash(text: string): HashParts {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(text)
  if (match === null) throw new Error('a stored password hash is not argon2id in PHC form')
  const [, memory, passes, parallelism, salt, tag] = match
  return { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism), salt: Buffer.from(salt!, 'base64'), tag: Buffer.from(tag!, 'base64') }
}

export function writeHash({ memory, passes, parallelism, salt, tag }: HashParts): string {
  const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain(salt)}$${plain(tag)}`
}

export function isWeakerThanNow(text: string): boolean {
  const { memory, passes, parallelism } = readHash(text)
  return memory < hashStrength.memory || passes < hashStrength.passes || parallelism < hashStrength.parallelism
}

/**
 * What is compared for an address that nobody has: a hash of the present strength that no password gives.
 * So the answer takes as long as for a person who exists.
 */
export const nobodysHash = writeHash({ ...hashStrength, salt: Buffer.from('nobody has this mail'), tag: Buffer.alloc(32) })
