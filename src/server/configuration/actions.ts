import type { ItemChange, ItemKind } from '../../contract/configuration.ts'
import type { MetadataAnswer } from '../../contract/records.ts'
import { refuse, RefusalError } from '../../contract/refusal.ts'
import { say } from '../../contract/text.ts'
import { sql } from '../../expression/sql.ts'
import type { Who } from '../kernel/access/who.ts'
import { changeConfiguration, registryAfter, requireConfigurator, type ChangeAnswer } from '../kernel/configuration/change.ts'
import { positionsOf } from '../kernel/configuration/compose.ts'
import { readItems } from '../kernel/configuration/items.ts'
import { liveRegistryOf } from '../kernel/configuration/live.ts'
import { whereUsed, type WhereUsed } from '../kernel/configuration/where-used.ts'
import type { Ctx } from '../kernel/context.ts'
import { metadataFor } from '../kernel/http/metadata.ts'
import { whoIs } from '../users/index.ts'
import type { ItemShown } from './contract.ts'
import { changesMade, drafts } from './queries.ts'
import { refusals } from './texts.ts'

export async function readConfiguration(ctx: Ctx) {
  requireConfigurator(ctx)
  const [{ items }, kept] = [await readItems(ctx.db), await drafts(ctx)]
  const draftOf = new Map(kept.map(({ kind, id, ...draft }) => [`${kind} ${id}`, draft]))
  const known = new Set(items.map((item) => `${item.kind} ${item.id}`))
  return {
    version: ctx.registry.version,
    items: items.map((item) => ({ ...item, draft: draftOf.get(`${item.kind} ${item.id}`) ?? null })) as unknown as ItemShown[],
    objects: [...ctx.registry.objects.values()].map(({ rules: _, ...object }) => object as unknown as Record<string, unknown>),
    positions: positionsOf(liveRegistryOf(ctx.db)?.code ?? [], items),
    drafts: kept.filter(({ kind, id }) => !known.has(`${kind} ${id}`)),
    misfits: (liveRegistryOf(ctx.db)?.misfits() ?? []).map(({ item, fault }) => ({ kind: item.kind, id: item.id, reason: say(fault.text, ctx.language, fault.values) })),
  }
}

export async function usesOf(ctx: Ctx, { object, field }: { object: string; field: string }): Promise<WhereUsed> {
  requireConfigurator(ctx)
  const found = ctx.registry.objects.has(object) ? ctx.registry.field(object, field) : null
  return found === null ? refuse('not_found', refusals.noField, { status: 404 }) : whereUsed(ctx, { object, field: found.name })
}

/** Each item as it was before the operation; refuses when somebody changed one of them later. */
export async function undoChange(ctx: Ctx, operation: string): Promise<ChangeAnswer> {
  requireConfigurator(ctx)
  const made = await changesMade(ctx, { operation, limit: 1_000 })
  if (made.length === 0) refuse('not_found', refusals.noOperation, { status: 404 })
  const now = new Map((await readItems(ctx.db)).items.map((item) => [`${item.kind} ${item.id}`, item]))
  const later = made.filter(({ kind, id, version }) => now.get(`${kind} ${id}`)?.version !== version)
  if (later.length > 0) refuse('changed_since', refusals.changedSince, { status: 409, values: { items: later.map(({ id }) => id).join(', ') } })
  return changeConfiguration(ctx, made.map(({ kind, id, version, before }) => ({ kind, id, version, body: before }))).catch(sayWidened)
}

/** A type was made wider: what was written since may not fit the one of before. */
function sayWidened(error: unknown): never {
  const widened = error instanceof RefusalError ? error.refusals.find(({ code }) => code === 'configuration.other_type') : undefined
  if (widened === undefined) throw error
  return refuse('configuration.widened', refusals.widened, { field: widened.field ?? '', values: widened.values ?? {} })
}


export async function storeDraft(ctx: Ctx, { kind, id, body }: { kind: ItemKind; id: string; body: Record<string, unknown> | null }): Promise<null> {
  requireConfigurator(ctx)
  if (body === null) await ctx.db.rows(sql`delete from configuration_draft where kind = ${kind} and id = ${id}`)
  else
    await ctx.db.rows(sql`insert into configuration_draft (kind, id, body, updated_at, updated_by) values (${kind}, ${id}, ${JSON.stringify(body)}::jsonb, ${ctx.now}, ${ctx.who.userId})
      on conflict (kind, id) do update set body = excluded.body, updated_at = excluded.updated_at, updated_by = excluded.updated_by`)
  return null
}

/** Nothing is kept: the registry is composed as it would be, and looked at with other eyes. */
export async function previewAs(ctx: Ctx, asked: { changes: readonly ItemChange[]; roles?: readonly string[] | undefined; user?: string | undefined }): Promise<MetadataAnswer> {
  requireConfigurator(ctx)
  const registry = asked.changes.length === 0 ? ctx.registry : await registryAfter(ctx, asked.changes)
  return metadataFor({ ...ctx, registry, who: await eyesOf({ ...ctx, registry }, asked) })
}

async function eyesOf(ctx: Ctx, { roles, user }: { roles?: readonly string[] | undefined; user?: string | undefined }): Promise<Who> {
  if (user !== undefined) return (await whoIs(ctx.db, ctx.registry, { userId: user })) ?? refuse('not_found', refusals.noPerson, { field: 'user' })
  if (roles === undefined || ctx.who.userId === null) return ctx.who
  return (await whoIs(ctx.db, ctx.registry, { userId: ctx.who.userId, roles })) ?? ctx.who
}
