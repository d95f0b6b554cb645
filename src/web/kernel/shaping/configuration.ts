import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Item, ItemBodies, ItemChange, ItemKind } from '../../../contract/configuration.ts'
import type { ObjectDefinition } from '../../../contract/definition.ts'
import type { Answer } from '../../../contract/route.ts'
import { account, change, configuration, keepDraft, undo } from '../../../server/configuration/contract.ts'
import { keys, queries } from '../api/client.ts'
import { useMetadata } from '../api/metadata.ts'
import { call } from '../api/request.ts'

/** What the administrator made, and the objects that come of it: hidden fields are there too. */
export interface Configuration {
  version: string
  items: readonly Item[]
  objects: readonly ObjectDefinition[]
  /** Id of a field → where it stands among those of its object. */
  positions: Readonly<Record<string, number>>
  misfits: Answer<typeof configuration>['misfits']
  /** Of items that were never published; of the others the draft stands with the item. */
  drafts: Answer<typeof configuration>['drafts']
}

export interface Draft {
  body: Record<string, unknown>
  at: string
  by: string | null
}
export function draftOf({ items, drafts }: Configuration, kind: ItemKind, id: string): Draft | null {
  const item = items.find((one) => one.kind === kind && one.id === id) as { draft?: Draft | null } | undefined
  return item?.draft ?? drafts.find((one) => one.kind === kind && one.id === id) ?? null
}

/** Seen by administrators only; null forgets it. Whoever shows drafts elsewhere asks anew when he comes there. */
export const keepDraftOf = (kind: ItemKind, id: string, body: Record<string, unknown> | null): Promise<unknown> => call(keepDraft, { body: { kind, id, body } })
export const readDraftsAnew = (): Promise<void> => queries.invalidateQueries({ queryKey: configurationKey })

const configurationKey = ['configuration'] as const
const accountKey = ['configuration-account'] as const

/** Asked anew whenever the metadata of this browser have become others: somebody, here or elsewhere, changed something. */
export function useConfiguration() {
  const { version } = useMetadata()
  return useQuery({
    queryKey: [...configurationKey, version],
    queryFn: async ({ signal }) => (await call(configuration, {}, signal)) as unknown as Configuration,
    placeholderData: keepPreviousData, staleTime: Infinity,
  })
}

export type ChangeAnswer = Answer<typeof change>
export type Note = ChangeAnswer['notes'][number]

export const rehearse = (changes: readonly ItemChange[]): Promise<ChangeAnswer> => call(change, { body: { changes: changes as never, rehearse: true } })

export async function changeItems(changes: readonly ItemChange[]): Promise<ChangeAnswer> {
  const answer = await call(change, { body: { changes: changes as never } })
  await readAnew()
  return answer
}

export async function undoOperation(operation: string): Promise<ChangeAnswer> {
  const answer = await call(undo, { body: { operation } })
  await readAnew()
  return answer
}

/** What is on the screen follows at once; the other browsers hear of it by themselves. */
async function readAnew(): Promise<void> {
  await queries.invalidateQueries({ queryKey: keys.metadata })
  await Promise.all([configurationKey, accountKey, ['records'], ['matrix']].map((queryKey) => queries.invalidateQueries({ queryKey })))
}

export type Change = Answer<typeof account>['changes'][number]
const accountPage = 50

export function useAccount(of: { kind?: ItemKind; id?: string }) {
  return useInfiniteQuery({
    queryKey: [...accountKey, of], initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call(account, { query: { ...of, before: pageParam, limit: accountPage } }, signal),
    getNextPageParam: ({ changes }) => (changes.length < accountPage ? undefined : changes.at(-1)!.at),
  })
}

/** Removed items too, unless only those that are there are asked for. */
export function itemOf<K extends ItemKind>({ items }: Configuration, kind: K, id: string): Item<K> | null {
  return (items.find((item) => item.kind === kind && item.id === id) as Item<K> | undefined) ?? null
}

export const isThere = (item: { removedAt?: string | null }): boolean => (item.removedAt ?? null) === null

export function itemsOf<K extends ItemKind>({ items }: Configuration, kind: K): Item<K>[] {
  return items.filter((item) => item.kind === kind && isThere(item)) as Item<K>[]
}

/** The change that makes an item be as given; `version` is that of the item as it was seen. */
export const becomes = <K extends ItemKind>(configuration: Configuration, kind: K, id: string, body: ItemBodies[K] | null): ItemChange => ({ kind, id, version: itemOf(configuration, kind, id)?.version ?? null, body })
