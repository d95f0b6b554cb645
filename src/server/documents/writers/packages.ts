/** What the parts of a DOCX or XLSX say of each other: relationships and types. */
import { bytesOf, textOf, type Parts } from '../reading/archive.ts'
import { attribute, below, escaped, parseXml, writeXml, type XmlElement } from '../reading/xml.ts'

const relationsOf = (part: string): string => part.replace(/([^/]+)$/, '_rels/$1.rels')
const pictureType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'

/**
 * Without what lies outside the file, links for the reader to follow excepted: a picture or a template fetched from elsewhere would tell
 * that address who opens the document and when.
 */
export function withoutOutside(given: Parts): Parts {
  const parts = { ...given }
  for (const name of Object.keys(parts).filter((each) => each.endsWith('.rels'))) {
    const text = textOf(parts[name]!)
    if (!/TargetMode\s*=\s*["']External/.test(text)) continue
    const tree = parseXml(text)
    const gone = new Set<string>()
    const root = [...below(tree)].find((each) => each.name === 'Relationships')!
    root.children = root.children.filter((child) => !('name' in child) || !isOutside(child, gone))
    parts[name] = bytesOf(writeXml(tree))
    const owner = name.replace('_rels/', '').replace(/\.rels$/, '')
    if (gone.size > 0 && parts[owner] !== undefined) parts[owner] = bytesOf(withoutReferences(textOf(parts[owner]), gone))
  }
  return parts
}

function isOutside(relation: XmlElement, gone: Set<string>): boolean {
  const isLeft = attribute(relation, 'TargetMode') === 'External' && !(attribute(relation, 'Type') ?? '').endsWith('/hyperlink')
  if (isLeft) gone.add(attribute(relation, 'Id') ?? '')
  return isLeft
}

/** A reference to what is gone makes Word call the file damaged. */
function withoutReferences(text: string, gone: ReadonlySet<string>): string {
  return text
    .replace(/<w:(attachedTemplate|subDoc|frame|src|linkedToFile)\b[^>]*?r:id="([^"]*)"[^>]*?\/>/g, (whole, _name, id: string) => (gone.has(id) ? '' : whole))
    .replace(/\sr:(link|id|href|embed)="([^"]*)"/g, (whole, _name, id: string) => (gone.has(id) ? '' : whole))
}

export function withRelations(parts: Parts, part: string, relations: readonly { id: string; target: string }[]): void {
  if (relations.length === 0) return
  const name = relationsOf(part)
  const before = parts[name] === undefined ? '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>' : textOf(parts[name])
  const added = relations.map(({ id, target }) => `<Relationship Id="${id}" Type="${pictureType}" Target="${escaped(target)}"/>`).join('')
  parts[name] = bytesOf(/<\/Relationships>/.test(before) ? before.replace('</Relationships>', `${added}</Relationships>`) : before.replace(/<Relationships([^>]*)\/>/, `<Relationships$1>${added}</Relationships>`))
}

const types: Readonly<Record<string, string>> = { png: 'image/png', jpeg: 'image/jpeg', gif: 'image/gif' }

/** A type for each kind of picture that has come in. */
export function withTypes(parts: Parts, files: readonly string[]): void {
  const table = '[Content_Types].xml'
  for (const extension of new Set(files.map((file) => file.split('.').at(-1)!))) {
    const text = textOf(parts[table]!)
    if (!new RegExp(`Extension="${extension}"`, 'i').test(text)) parts[table] = bytesOf(text.replace(/(<Types[^>]*>)/, `$1<Default Extension="${extension}" ContentType="${types[extension] ?? 'application/octet-stream'}"/>`))
  }
}
