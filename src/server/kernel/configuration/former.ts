/** Words by which expressions find a field or a way back are kept when others take their place: what was written with them goes on to hold. */
import type { ItemBodies, ItemKind } from '../../../contract/configuration.ts'
import type { Registry } from '../metadata/registry.ts'

type Body = ItemBodies[ItemKind]
interface Worded {
  name?: string
  plural?: { en: string }
  reverse?: { en: string }
  formerNames?: readonly string[]
  formerPlurals?: readonly string[]
  formerReverses?: readonly string[]
}

const most = 50

/** The body with the words that it had, or that the code declared; the same one where none were changed. */
export function rememberingWords(registry: Registry, { kind, id, body }: { kind: ItemKind; id: string; body: Body | null }, before: Body | null): Body | null {
  if (body === null || (kind !== 'object' && kind !== 'objectChange' && kind !== 'field')) return body
  const objects = [...registry.objects.values()]
  const declared = kind === 'field' ? objects.flatMap(({ fields }) => fields).find((field) => field.id === id) : objects.find((object) => object.id === id)
  const bodies: Bodies = { next: body as Worded, was: (before ?? {}) as Worded, known: (declared ?? {}) as Worded }
  const way = kind === 'field' ? (['reverse', 'formerReverses'] as const) : (['plural', 'formerPlurals'] as const)
  // What an object is called now is no former word; a change that says nothing of it leaves it as it is.
  const now = bodies.next[way[0]]?.en ?? (kind === 'objectChange' && bodies.was[way[0]] === undefined ? bodies.known[way[0]]?.en : undefined)
  const words = formerWords(bodies, { former: way[1], had: bodies.known[way[0]]?.en, now })
  const names = kind === 'field' ? formerWords(bodies, { former: 'formerNames', had: bodies.was.name, now: bodies.next.name }) : []
  if (words.length + names.length === 0) return body
  return { ...body, ...(words.length > 0 && { [way[1]]: words }), ...(names.length > 0 && { formerNames: names }) } as Body
}

interface Bodies {
  next: Worded
  was: Worded
  known: Worded
}

/** Those said, those known before, and the one that it had until now. */
function formerWords({ next, was, known }: Bodies, { former, had, now }: { former: 'formerNames' | 'formerPlurals' | 'formerReverses'; had: string | undefined; now: string | undefined }): string[] {
  const all = [...(next[former] ?? []), ...(was[former] ?? []), ...(known[former] ?? []), ...(had === undefined ? [] : [had])]
  return [...new Set(all)].filter((word) => word !== now).slice(-most)
}
