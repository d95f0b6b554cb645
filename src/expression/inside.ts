/** What an expression is made of, for whoever goes through it. */
import type { LookedUp } from './functions/definition.ts'
import type { Collection, Path, Typed } from './language.ts'

/** The parts evaluated on the same record: not those inside an aggregate. */
export function insideOf(typed: Typed): readonly Typed[] {
  switch (typed.kind) {
    case 'and':
    case 'or':
    case 'join':
      return typed.parts
    case 'not':
    case 'minus':
      return [typed.of]
    case 'compare':
      return [typed.left, ...typed.right]
    case 'list':
      return typed.items
    case 'arithmetic':
      return [typed.left, typed.right]
    case 'call':
      return typed.args
    default:
      return []
  }
}

/** Every path and collection that is mentioned, at any depth: what must be read, watched or joined. */
export function mentions(typed: Typed): { paths: Path[]; collections: Collection[] } {
  const paths: Path[] = []
  const collections: Collection[] = []
  const visit = (each: Typed) => {
    if (each.kind === 'path') paths.push(each.path)
    if (each.kind === 'aggregate') {
      collections.push(each.collection)
      for (const part of [each.value, each.where, each.by]) if (part !== null) visit(part)
    }
    insideOf(each).forEach(visit)
  }
  visit(typed)
  return { paths, collections }
}

/** Does its value differ from record to record? */
export function looksAtRow(typed: Typed): boolean {
  const { paths, collections } = mentions(typed)
  return collections.length > 0 || paths.some(({ root }) => root === 'record')
}

/** What it needs of the database beside what it mentions. */
export const lookedUpBy = (typed: Typed): LookedUp | null => (typed.kind === 'call' ? (typed.definition.looksUp?.(typed.args.map((arg) => arg.type)) ?? null) : null)
