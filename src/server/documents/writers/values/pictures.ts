/** A picture by its own bytes: what it is and how large. Only what Word and Excel show everywhere. */
import { createHash } from 'node:crypto'

export interface Picture {
  bytes: Uint8Array
  hash: string
  extension: 'png' | 'jpeg' | 'gif'
  /** In pixels. */
  width: number
  height: number
}

/** Null for what is none, or of a kind that Word does not show. */
export function pictureOf(bytes: Uint8Array): Picture | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const size = pngSize(view) ?? gifSize(view) ?? jpegSize(view)
  return size === null || size.width < 1 || size.height < 1 ? null : { bytes, hash: createHash('sha256').update(bytes).digest('hex'), ...size }
}

type Size = Pick<Picture, 'extension' | 'width' | 'height'>

const pngSize = (view: Buffer): Size | null =>
  view.length > 24 && view.readUInt32BE(0) === 0x89504e47 ? { extension: 'png', width: view.readUInt32BE(16), height: view.readUInt32BE(20) } : null

const gifSize = (view: Buffer): Size | null => (view.length > 10 && view.toString('latin1', 0, 4) === 'GIF8' ? { extension: 'gif', width: view.readUInt16LE(6), height: view.readUInt16LE(8) } : null)

/** From one segment to the next up to the frame, which says the size. */
function jpegSize(view: Buffer): Size | null {
  if (view.length < 4 || view.readUInt16BE(0) !== 0xffd8) return null
  for (let at = 2; at + 9 < view.length; ) {
    if (view[at] !== 0xff) return null
    const kind = view[at + 1]!
    const isFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind)
    if (isFrame) return { extension: 'jpeg', height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) }
    at += kind === 0xff ? 1 : 2 + view.readUInt16BE(at + 2)
  }
  return null
}
