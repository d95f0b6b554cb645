/** Templates made by a test, and documents taken apart again. */
import { unzipSync, strFromU8 } from 'fflate'
import { buildDocx, paragraph, type Content } from '../writers/shipped/build.ts'

export const docxOf = (...body: Content[]): Uint8Array => buildDocx({ language: 'pl', name: 'Próba', header: [paragraph('')], footer: [paragraph('')], body })

/** The words of a part, paragraph by paragraph. */
export function paragraphsOf(docx: Uint8Array, part = 'word/document.xml'): string[] {
  const xml = strFromU8(unzipSync(docx)[part]!)
  return [...xml.matchAll(/<w:p(?: [^>]*)?(?:\/>|>(.*?)<\/w:p>)/gs)].map(([, inside = '']) =>
    [...inside.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<w:tab\/>/g)].map(([whole, text]) => (text !== undefined ? unescaped(text) : whole === '<w:br/>' ? '\n' : '\t')).join(''),
  )
}

const unescaped = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&')
