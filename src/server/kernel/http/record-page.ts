/** All that the page of a record shows, in one answer: the record, its related lists, its time line, and what rooms add. */
import { z } from 'zod'
import type { ObjectDefinition } from '../../../contract/definition.ts'
import type { RelatedList as RelatedDefinition } from '../../../contract/layout.ts'
import type { ListAnswer, RecordRow } from '../../../contract/records.ts'
import { refuse } from '../../../contract/refusal.ts'
import { withStandsOut } from '../../../contract/standsOut.ts'
import { route } from '../../../contract/route.ts'
import { mayVerb } from '../access/row-rule.ts'
import type { ActionImplementation } from '../actions/action.ts'
import { actionAbilities } from '../actions/run.ts'
import type { Ctx } from '../context.ts'
import { inOneMessage } from '../db/together.ts'
import { timeline, type TimelineAnswer } from '../history/timeline.ts'
import { recordOperation } from '../monitoring/operations.ts'
import { layoutFor, standsOutFor } from '../metadata/layouts.ts'
import { list } from '../query/list.ts'
import { one } from '../query/one.ts'
import { treeOf } from '../query/tree.ts'
import { implement, type Implementation } from './implement.ts'
import { movesOf } from './records.ts'
import { texts } from './texts.ts'

/** A part of the page that a room knows how to make: the group of a company with its figures. */
export interface PagePart {
  object: string
  name: string
  read(ctx: Ctx, id: string): Promise<unknown>
}

interface RelatedList {
  object: string
  link: string
  where?: string
  rows: RecordRow[]
  next: string | null
  count: ListAnswer['count']
}

interface RecordPage {
  record: RecordRow
  related: RelatedList[]
  timeline: TimelineAnswer | null
  parts: Record<string, unknown>
}

const pageRoute = route({
  method: 'GET', path: '/api/records/:object/:id/page', summary: 'Record, related lists, time line and what rooms add, in one answer', scope: 'records:read',
  params: z.object({ object: z.string().max(100), id: z.uuid() }), answer: z.unknown(),
})

const treeRoute = route({
  method: 'GET', path: '/api/records/:object/:id/tree', summary: 'The tree a record belongs to, from its head down', scope: 'records:read',
  params: z.object({ object: z.string().max(100), id: z.uuid() }),
  answer: z.object({ root: z.string(), nodes: z.array(z.object({ id: z.string(), name: z.string(), parent: z.string().nullable(), depth: z.int(), archived: z.boolean() })) }),
})

const relatedRows = 20

/** Which lists a page has may depend on the record's type: only then they wait for the record. */
async function relatedLists(ctx: Ctx, object: ObjectDefinition, { id, reading }: { id: string; reading: Promise<RecordRow | null> }): Promise<RelatedList[]> {
  const isByType = object.layouts?.some(({ kind, type }) => kind === 'record' && type !== null) === true
  const type = isByType ? ((await reading)?.[object.typeField!] ?? null) : null
  const { related } = layoutFor(ctx, object, 'record', type as string | null)
  return Promise.all(related.map((each) => relatedList(ctx, id, each)))
}

async function relatedList(ctx: Ctx, id: string, { object, link, columns, where }: RelatedDefinition): Promise<RelatedList> {
  const answer = await list(ctx, { object, columns: withStandsOut({ standsOut: standsOutFor(ctx, ctx.registry.object(object)) }, columns), linkedTo: { link, id }, limit: relatedRows, count: true, ...(where === undefined ? {} : { where }) })
  return { object, link, ...(where === undefined ? {} : { where }), rows: answer.rows, next: answer.next, count: answer.count }
}

/** What rooms add, and the tree of whatever makes one, unless a room knows more of it. */
function partsOf(parts: readonly PagePart[], { name: object, tree }: ObjectDefinition): readonly PagePart[] {
  const own = parts.filter((part) => part.object === object)
  return tree === undefined || own.some(({ name }) => name === 'tree') ? own : [...own, { object, name: 'tree', read: (ctx, id) => treeOf(ctx, object, id) }]
}

export function pageRoutes(actions: readonly ActionImplementation[], parts: readonly PagePart[]): Implementation[] {
  return [
    implement(pageRoute, async (given, { params: { object, id } }): Promise<RecordPage> => {
      const ctx: Ctx = { ...given, db: inOneMessage(given.db) }
      const definition = ctx.registry.objects.get(object)
      if (definition === undefined || !mayVerb(ctx, object, 'read')) return refuse('not_found', texts.badId, { status: 404 })
      const own = partsOf(parts, definition)
      const reading = one(ctx, object, id)
      const [record, related, line, ...made] = await Promise.all([
        reading,
        relatedLists(ctx, definition, { id, reading }),
        // A record that is not visible is told of below; its time line alone must not end the request another way.
        definition.timeline ? timeline(ctx, object, id, { gather: ['predecessors'] }).catch((error: unknown) => ({ error })) : null,
        ...own.map((part) => part.read(ctx, id)),
      ])
      if (record === null) return refuse('not_found', texts.badId, { status: 404 })
      if (line !== null && 'error' in line) throw line.error
      recordOperation(ctx, { what: 'open', object, record: id })
      const can = record.can === undefined ? {} : { can: { ...record.can, actions: actionAbilities(ctx, actions, object, record), ...(await movesOf(ctx, object, id)) } }
      return { record: { ...record, ...can }, related, timeline: line, parts: Object.fromEntries(own.map((part, at) => [part.name, made[at]])) }
    }),
    implement(treeRoute, async (ctx, { params: { object, id } }) => {
      const tree = ctx.registry.objects.get(object)?.tree === undefined || !mayVerb(ctx, object, 'read') ? null : await treeOf(ctx, object, id)
      if (tree === null) return refuse('not_found', texts.badId, { status: 404 })
      recordOperation(ctx, { what: 'tree', object, record: id })
      return tree
    }),
  ]
}
