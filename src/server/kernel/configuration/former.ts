/** Words that give a way back its name in expressions are kept when others take their place: what was written with them goes on to hold. */
import type { ItemBodies, ItemKind } from '../../../contract/configuration.ts'
import type { Registry } from '../metadata/registry.ts'

type Body = ItemBodies[ItemKind]
interface Worded {
  plural?: { en: string }
  reverse?: { en: string }
  formerPlurals?: readonly string[]
  formerReverses?: readonly string[]
}

const most = 50

/** The body with the words that it had, or that the code declared; the same one where none were changed. */
export function rememberingWords(registry: Registry, { kind, id, body }: { kind: ItemKind; id: string; body: Body | null }, before: Body | null): Body | null {
  if (body === null || (kind !== 'object' && kind !== 'objectChange' && kind !== 'field')) return body
  const objects = [...registry.objects.values()]
  const declared = kind === 'field' ? objects.flatMap(({ fields }) => fields).find((field) => field.id === id) : objects.find((object) => object.id === id)
  const [next, was, known] = [body as Worded, (before ?? {}) as Worded, (declared ?? {}) as Worded]
  const [word, former] = kind === 'field' ? (['reverse', 'formerReverses'] as const) : (['plural', 'formerPlurals'] as const)
  const all = [...(next[former] ?? []), ...(was[former] ?? []), ...(known[former] ?? []), ...(known[word] === undefined ? [] : [known[word].en])]
  // What an object is called now is no former word; a change that says nothing of it leaves it as it is.
  const now = next[word]?.en ?? (kind === 'objectChange' && was[word] === undefined ? known[word]?.en : undefined)
  const words = [...new Set(all)].filter((one) => one !== now).slice(-most)
  return words.length === 0 ? body : ({ ...body, [former]: words } as Body)
}
