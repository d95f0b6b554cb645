/** A layout as lists of pieces that are put, moved and taken: pure, so that each step can be taken back. */
import type { SectionDefinition } from '../../../contract/definition.ts'
import type { LayoutBodies, LayoutKind, RelatedList, Tile } from '../../../contract/layout.ts'

export type Body = LayoutBodies[LayoutKind]
/** `section KEY` holds the fields of that section. */
export type ListName = 'fields' | 'columns' | 'headline' | 'tiles' | 'sections' | 'related' | `section ${string}`
export type Entry = string | Tile | SectionDefinition | RelatedList

/** Where a piece stands, or is to stand: before the entry at `at`. */
export interface Place {
  list: ListName
  at: number
}
/** What is being put: a field that may have no place yet, or something that stands somewhere. */
export type Piece = { sort: 'field'; path: string; from: Place | null } | { sort: 'section' | 'related'; from: Place }

const plain: Record<LayoutKind, readonly ListName[]> = {
  create: ['sections'], quickCreate: ['fields'], record: ['headline', 'tiles', 'sections', 'related'], list: ['columns'], card: ['fields'], mobile: ['columns', 'sections'],
}

/** In the order of the screen. */
export const listsOf = (kind: LayoutKind, body: Body): ListName[] => plain[kind].flatMap((list) => (list === 'sections' ? [list, ...sectionsOf(body).map(({ key }): ListName => `section ${key}`)] : [list]))

export const sectionsOf = (body: Body): readonly SectionDefinition[] => ('sections' in body ? (body.sections ?? []) : [])
export const tabsOf = (body: Body) => ('tabs' in body ? (body.tabs ?? []) : [])
export const keyOfSection = (list: ListName): string | null => (list.startsWith('section ') ? list.slice('section '.length) : null)

export function entriesOf(body: Body, list: ListName): readonly Entry[] {
  const key = keyOfSection(list)
  if (key !== null) return sectionsOf(body).find((section) => section.key === key)?.fields ?? []
  return (body as unknown as Partial<Record<string, readonly Entry[]>>)[list] ?? []
}

function withEntries<B extends Body>(body: B, list: ListName, entries: readonly Entry[]): B {
  const key = keyOfSection(list)
  if (key === null) return { ...body, [list]: entries }
  return { ...body, sections: sectionsOf(body).map((section) => (section.key === key ? { ...section, fields: entries as readonly string[] } : section)) }
}

export const pathOf = (entry: Entry): string => (typeof entry === 'string' ? entry : 'field' in entry ? entry.field : '')
const entryOf = (list: ListName, path: string): Entry => (list === 'tiles' ? { field: path } : path)
const isField = (list: ListName) => list !== 'sections' && list !== 'related'

/** Forms and tiles take the record's own fields; columns, cards and chips paths to others too. */
export function takes(kind: LayoutKind, list: ListName, piece: Piece): boolean {
  if (piece.sort !== 'field') return list === (piece.sort === 'section' ? 'sections' : 'related')
  return isField(list) && (takesPaths(kind, list) || !piece.path.includes('.'))
}
export const takesPaths = (kind: LayoutKind, list: ListName): boolean => list === 'headline' || list === 'columns' || (list === 'fields' && kind === 'card')

/** Puts the piece before what stands at the place. A field has one place among the sections, and one in each other list. */
export function put<B extends Body>(body: B, piece: Piece, to: Place): B {
  if (piece.sort === 'field') return putField(body, piece, to)
  const entries = entriesOf(body, to.list)
  const moved = entries[piece.from.at]!
  const at = piece.from.at < to.at ? to.at - 1 : to.at
  return withEntries(body, to.list, entries.toSpliced(piece.from.at, 1).toSpliced(at, 0, moved))
}

function putField<B extends Body>(body: B, { path, from }: Extract<Piece, { sort: 'field' }>, to: Place): B {
  const inSection = keyOfSection(to.list) !== null
  // What stands in a section may be a chip or a tile besides; all else is moved.
  const isMove = from !== null && (inSection || keyOfSection(from.list) === null)
  const cleared = [...new Set([to.list, ...(inSection ? sectionsOf(body).map(({ key }): ListName => `section ${key}`) : []), ...(isMove ? [from.list] : [])])]
  const entry = (from !== null && from.list === to.list ? entriesOf(body, from.list)[from.at] : undefined) ?? entryOf(to.list, path)
  const before = entriesOf(body, to.list).slice(0, to.at).filter((one) => pathOf(one) !== path).length
  const free = cleared.reduce((rest, list) => withEntries(rest, list, entriesOf(rest, list).filter((one) => pathOf(one) !== path)), body)
  return withEntries(free, to.list, entriesOf(free, to.list).toSpliced(before, 0, entry))
}

export const take = <B extends Body>(body: B, { list, at }: Place): B => withEntries(body, list, entriesOf(body, list).toSpliced(at, 1))

/** An entry as it is to be, in its place: a tile with another name, a related list with other columns. */
export const replaced = <B extends Body>(body: B, { list, at }: Place, entry: Entry): B => withEntries(body, list, entriesOf(body, list).toSpliced(at, 1, entry))

/** All places where the piece may go, in the order of the screen; those that change nothing are left out. */
export function placesFor(kind: LayoutKind, body: Body, piece: Piece): Place[] {
  return listsOf(kind, body).filter((list) => takes(kind, list, piece)).flatMap((list) => {
    const places = Array.from({ length: entriesOf(body, list).length + 1 }, (_, at): Place => ({ list, at }))
    return piece.from?.list === list ? places.filter(({ at }) => at !== piece.from!.at + 1) : places
  })
}

/** Paths that have a place: in a section, or wherever the layout has no sections. */
export function placedPaths(kind: LayoutKind, body: Body): ReadonlySet<string> {
  const lists = listsOf(kind, body).filter(isField)
  const sections = lists.filter((list) => keyOfSection(list) !== null)
  return new Set((kind === 'record' || kind === 'create' ? sections : lists).flatMap((list) => entriesOf(body, list).map(pathOf)))
}

/** Where a field goes that is added without saying where. */
export function lastPlace(kind: LayoutKind, body: Body, tab: string | null): Place | null {
  const [first] = tabsOf(body)
  const sections = sectionsOf(body).filter((section) => tab === null || (section.tab ?? first?.key ?? null) === tab)
  const list = plain[kind].includes('sections') && kind !== 'mobile' ? sections.at(-1) && (`section ${sections.at(-1)!.key}` as const) : plain[kind][0]
  return list === undefined ? null : { list, at: entriesOf(body, list).length }
}
