import { crc32 } from 'node:zlib'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const prefix = 'sedno_'
const bodyLength = 43
const sumLength = 6

/**
 * `sedno_` + 43 letters and digits + 6 of their checksum. The prefix lets scanners of leaked secrets find it, the checksum tells a
 * mistyped key from a foreign one without asking the database. 43 letters of 62 hold the 256 random bits given.
 */
export function writeKey(random: Uint8Array): string {
  const body = inLetters(random.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n), bodyLength)
  return `${prefix}${body}${checksum(body)}`
}

export function looksLikeKey(text: string): boolean {
  if (!text.startsWith(prefix) || text.length !== prefix.length + bodyLength + sumLength) return false
  const body = text.slice(prefix.length, prefix.length + bodyLength)
  return /^[0-9A-Za-z]+$/.test(body) && text.endsWith(checksum(body))
}

/** What is kept in sight of it, so that a person knows which one it was. */
export const hintOf = (key: string): string => `${key.slice(0, prefix.length + 4)}…${key.slice(-4)}`

const checksum = (body: string): string => inLetters(BigInt(crc32(body)), sumLength)

function inLetters(number: bigint, length: number): string {
  let text = ''
  for (let rest = number; rest > 0n; rest /= 62n) text = letters[Number(rest % 62n)]! + text
  return text.padStart(length, '0').slice(-length)
}
