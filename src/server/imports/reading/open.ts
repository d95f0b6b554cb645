/** A file that came in, understood: what kind it is is told by its first bytes, never by its name. */
import type { Readable } from 'node:stream'
import { openCsv } from './csv/reading.ts'
import { refuseFile } from './limits.ts'
import type { OpenReading } from './rows.ts'
import { openWorkbook } from './workbook/reading.ts'

export const openReading: OpenReading = async (source, wanted = {}) => {
  const beginning = await firstBytes(await source.open())
  if (beginning.length === 0) refuseFile('import.empty')
  if (beginning.subarray(0, 4).equals(zipMark)) return openWorkbook(source, wanted)
  refuseForeign(beginning)
  return openCsv(source, wanted)
}

const zipMark = Buffer.from([0x50, 0x4b, 3, 4])
/** Excel before 2007, and every Office file behind a password. */
const compoundMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
const enough = 1024 ** 2

async function firstBytes(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of stream) {
    pieces.push(piece as Buffer)
    length += (piece as Buffer).length
    if (length >= enough) break
  }
  return Buffer.concat(pieces)
}

function refuseForeign(beginning: Buffer): void {
  if (beginning.subarray(0, 4).equals(compoundMark)) {
    const encrypted = beginning.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    if (encrypted) refuseFile('import.encrypted')
    refuseFile('import.old_excel', { format: 'XLS' })
  }
  const text = beginning.toString('latin1', 0, 4096).replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe)/, '').trimStart().toLowerCase()
  if (/^(<!doctype html|<html|<table|<head|<body|<meta)/.test(text)) refuseFile('import.web_page')
  if (text.startsWith('<?xml') || /^(%pdf|\{\\rtf|gif8|\u0089png|\u00ff\u00d8\u00ff|\u001f\u008b|rar!|7z\u00bc)/.test(text) || isBinary(beginning)) refuseFile('import.not_a_table')
}

/** Control characters that no text has; but UTF-16 is full of zeros and, where it is Polish, of ones. */
function isBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 65_536)
  const odd = sample.reduce((count, byte) => count + (byte > 1 && byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 ? 1 : 0), 0)
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0)
  return odd > sample.length * 0.05 || zeros > sample.length * 0.7
}
