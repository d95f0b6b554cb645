/** Links in history are ids; a reader sees names, and nothing of a record he may not see. */
import type { HistoryEntry, LinkValue } from '../../../contract/records.ts'
import type { Ctx } from '../context.ts'
import { namesOf } from './names.ts'

type Changes = HistoryEntry['changes']

export async function nameLinks(ctx: Ctx, object: string, all: readonly Changes[], people: readonly string[]): Promise<{ changes: Changes[]; people: ReadonlyMap<string, LinkValue> }> {
  const wanted = new Map<string, Set<string>>([['user', new Set(people)]])
  for (const changes of all) {
    for (const [field, { from, to }] of Object.entries(changes)) {
      const target = targetOf(ctx, object, field)
      if (target === null) continue
      const ids = wanted.get(target) ?? new Set<string>()
      wanted.set(target, ids)
      for (const id of [from, to].flat()) if (typeof id === 'string') ids.add(id)
    }
  }
  const names = new Map(await Promise.all([...wanted].map(async ([target, ids]) => [target, await namesOf(ctx, target, [...ids])] as const)))
  return { changes: all.map((changes) => withNames(ctx, object, changes, names)), people: names.get('user')! }
}

function withNames(ctx: Ctx, object: string, changes: Changes, names: ReadonlyMap<string, ReadonlyMap<string, LinkValue>>): Changes {
  return Object.fromEntries(
    Object.entries(changes).map(([field, { from, to }]) => {
      const target = targetOf(ctx, object, field)
      if (target === null) return [field, { from, to }]
      return [field, { from: named(from, names.get(target)!), to: named(to, names.get(target)!) }]
    }),
  )
}

function named(value: unknown, names: ReadonlyMap<string, LinkValue>): unknown {
  if (Array.isArray(value)) return value.flatMap((id) => names.get(String(id)) ?? [])
  return value === null ? null : (names.get(String(value)) ?? null)
}

function targetOf(ctx: Ctx, object: string, field: string): string | null {
  const definition = ctx.registry.field(object, field)
  return definition !== null && 'target' in definition ? definition.target : null
}
