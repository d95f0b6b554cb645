/** A DOCX or XLSX taken apart under watch: what it would unpack to is known before it is unpacked. */
import { unzipSync, zipSync } from 'fflate'
import { faultOf, type Fault } from './faults.ts'

export type TemplateKind = 'docx' | 'xlsx'
export type Parts = Record<string, Uint8Array>

export interface Archive {
  kind: TemplateKind
  parts: Parts
}

export const maxPacked = 20 * 1024 ** 2
const maxUnpacked = 150 * 1024 ** 2
const maxXml = 30 * 1024 ** 2
const maxParts = 2_000

class TooLarge extends Error {}

/** The parts of a template, or why it is none. */
export function openArchive(bytes: Uint8Array): Archive | Fault {
  if (bytes.length > maxPacked) return faultOf('template.too_large', null)
  // 'PK': everything else (the old .doc, a PDF, a page saved under the name) is told apart from a damaged archive.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return faultOf('template.not_office', null)
  let unpacked = 0
  let count = 0
  try {
    const parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        unpacked += originalSize
        if (unpacked > maxUnpacked || ++count > maxParts || (/\.(xml|rels)$/i.test(name) && originalSize > maxXml)) throw new TooLarge()
        return !name.endsWith('/')
      },
    })
    return kindOf(parts)
  } catch (error) {
    return faultOf(error instanceof TooLarge ? 'template.too_large' : 'template.not_office', null)
  }
}

function kindOf(parts: Parts): Archive | Fault {
  const types = parts['[Content_Types].xml']
  if (types === undefined) return faultOf('template.not_office', null)
  if (Object.keys(parts).some((name) => /vbaProject|\/activeX\/|vbaData/i.test(name)) || /macroEnabled/i.test(new TextDecoder().decode(types))) return faultOf('template.macros', null)
  if (parts['word/document.xml'] !== undefined) return { kind: 'docx', parts }
  if (parts['xl/workbook.xml'] !== undefined) return { kind: 'xlsx', parts }
  return faultOf('template.not_office', null)
}

/** The table of types comes first, where programs look for it. */
export function closeArchive(parts: Parts): Uint8Array {
  const { '[Content_Types].xml': types, ...rest } = parts
  return zipSync({ '[Content_Types].xml': types!, ...rest }, { level: 3, mtime: new Date(1980, 0, 1) })
}

export const textOf = (part: Uint8Array): string => new TextDecoder().decode(part)
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
