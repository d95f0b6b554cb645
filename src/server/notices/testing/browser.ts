/** A browser that takes push messages: it keeps the private key by which alone they are read. By RFC 8291 and 8188, and not by the library that writes them. */
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

export interface Browser {
  p256dh: string
  auth: string
  /** Throws when the message is for somebody else. */
  read(body: Buffer): unknown
}

export function newBrowser(): Browser {
  const curve = createECDH('prime256v1')
  const mine = curve.generateKeys()
  const auth = randomBytes(16)
  return {
    p256dh: mine.toString('base64url'), auth: auth.toString('base64url'),
    read(body) {
      const [salt, keyLength] = [body.subarray(0, 16), body[20]!]
      const theirs = body.subarray(21, 21 + keyLength)
      const shared = derived(curve.computeSecret(theirs), { salt: auth, info: Buffer.concat([Buffer.from('WebPush: info\0'), mine, theirs]), length: 32 })
      const key = derived(shared, { salt, info: Buffer.from('Content-Encoding: aes128gcm\0'), length: 16 })
      const nonce = derived(shared, { salt, info: Buffer.from('Content-Encoding: nonce\0'), length: 12 })
      const record = body.subarray(21 + keyLength)
      const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(record.subarray(-16))
      const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
      // The last record ends with 2 and zeros.
      return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString()) as unknown
    },
  }
}

const derived = (secret: Buffer, { salt, info, length }: { salt: Buffer; info: Buffer; length: number }): Buffer => Buffer.from(hkdfSync('sha256', secret, salt, info, length))
