/** Pictures put into a part: their files, what refers to them, and the drawing itself. */
import type { Parts } from '../../reading/archive.ts'
import { below, withAttribute, writeXml, type XmlElement } from '../../reading/xml.ts'
import type { Shown } from '../template.ts'
import type { Picture } from '../values/pictures.ts'
import type { Drawings } from './pieces.ts'

/** English Metric Units. */
const perCm = 360_000
const perPixel = 9_525
const widestCm = 16

export interface Album extends Drawings {
  /** Relationships to be added to those of the part. */
  relations: { id: string; target: string }[]
}

/** `media` is of the whole file: one picture is kept once, however often it is shown. */
export function albumOf(media: Map<string, string>, parts: Parts): Album {
  const relations: Album['relations'] = []
  let drawn = 0
  const relationOf = (picture: Picture): string => {
    const target = fileOf(media, parts, picture)
    const known = relations.find((relation) => relation.target === target)
    if (known !== undefined) return known.id
    relations.push({ id: `rIdPicture${relations.length + 1}`, target })
    return relations.at(-1)!.id
  }
  return {
    relations,
    put({ picture }) {
      if (picture === null) return ''
      const { width, height } = sizeOf(picture)
      return inline(relationOf(picture.picture), { width, height, number: 9_000 + ++drawn })
    },
    replace(drawing, { picture }) {
      return picture === null ? '' : replaced(drawing, relationOf(picture.picture), picture.picture)
    },
  }
}

function fileOf(media: Map<string, string>, parts: Parts, picture: Picture): string {
  const known = media.get(picture.hash)
  if (known !== undefined) return known
  const target = `media/sedno${media.size + 1}.${picture.extension}`
  media.set(picture.hash, target)
  parts[`word/${target}`] = picture.bytes
  return target
}

function sizeOf({ picture, widthCm }: NonNullable<Shown['picture']>): { width: number; height: number } {
  const width = Math.min(widthCm === null ? picture.width * perPixel : widthCm * perCm, widestCm * perCm)
  return { width: Math.round(width), height: Math.round((width * picture.height) / picture.width) }
}

function inline(id: string, { width, height, number }: { width: number; height: number; number: number }): string {
  const size = `cx="${width}" cy="${height}"`
  const name = `name="Picture ${number}"`
  return `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${number}" ${name}/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="${number}" ${name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

/** Into the frame that was there, whole and undistorted. */
function replaced(drawing: XmlElement, id: string, { width, height }: Picture): string {
  const copy = structuredClone(drawing)
  const all = [...below(copy)]
  const blip = all.find(({ name }) => name === 'a:blip')
  if (blip === undefined) return ''
  withAttribute(blip, 'r:embed', id)
  withAttribute(blip, 'r:link', null)
  blip.children = []
  const extents = all.filter(({ name }) => name === 'wp:extent' || name === 'a:ext')
  for (const extent of extents) fit(extent, width / height)
  for (const properties of all.filter(({ name }) => name === 'wp:docPr' || name === 'pic:cNvPr')) {
    withAttribute(properties, 'descr', null)
    withAttribute(properties, 'title', null)
  }
  return writeXml(copy)
}

function fit(extent: XmlElement, ratio: number): void {
  const side = (name: string) => Number(new RegExp(`\\s${name}="(\\d+)"`).exec(extent.attributes)?.[1] ?? 0)
  const [cx, cy] = [side('cx'), side('cy')]
  if (cx === 0 || cy === 0) return
  withAttribute(extent, 'cx', String(Math.round(Math.min(cx, cy * ratio))))
  withAttribute(extent, 'cy', String(Math.round(Math.min(cy, cx / ratio))))
}
