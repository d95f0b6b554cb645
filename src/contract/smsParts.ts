/** How long a text message is: what it costs is counted in parts. Both sides count alike: as one types, and before it is sent. */

export interface SmsLength {
  /** gsm: the alphabet of GSM 03.38, 7 bits a letter · unicode: UCS-2, 16 bits, as soon as one letter is not in it (ą, ć, emoji). */
  encoding: 'gsm' | 'unicode'
  /** Letters as they count: € takes two of GSM, an emoji two or more of Unicode. */
  units: number
  parts: number
  /** Letters that still fit into the last part. */
  left: number
}

// 3GPP TS 23.038, 6.2.1, without the escape itself.
const basic = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const extended = '\f^{}\\[~]|€'
const unitsOfGsm = new Map([...[...basic].map((letter) => [letter, 1] as const), ...[...extended].map((letter) => [letter, 2] as const)])

/** Of one message, and of each part of a longer one, which carries a header of 6 bytes. */
const room = { gsm: { alone: 160, part: 153 }, unicode: { alone: 70, part: 67 } } as const

export function smsLength(text: string): SmsLength {
  const letters = [...text]
  const isGsm = letters.every((letter) => unitsOfGsm.has(letter))
  const encoding = isGsm ? 'gsm' : 'unicode'
  const sizes = letters.map((letter) => (isGsm ? unitsOfGsm.get(letter)! : letter.length))
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const { alone, part } = room[encoding]
  if (units <= alone) return { encoding, units, parts: units === 0 ? 0 : 1, left: alone - units }
  return { encoding, units, ...inParts(sizes, part) }
}

/** Neither an escaped letter nor an emoji is cut in two: what no longer fits begins the next part. */
function inParts(sizes: readonly number[], room: number): { parts: number; left: number } {
  let parts = 1
  let left = room
  for (const size of sizes) {
    if (size > left) {
      parts++
      left = room
    }
    left -= size
  }
  return { parts, left }
}
