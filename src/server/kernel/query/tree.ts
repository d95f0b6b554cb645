/** The tree that records of one object make by the link its declaration names: groups of companies, of products, price lists, parts of the country. */
import { and, join, name, nothing, raw, sql, type Sql } from '../../../expression/sql.ts'
import { canRead } from '../access/field-access.ts'
import { visible } from '../access/visible.ts'
import type { Ctx } from '../context.ts'
import { columnName } from '../metadata/naming.ts'
import { prepare } from '../records/statements/prepare.ts'
import { tableOf, thereFor, type Draft, type Row } from './draft.ts'

export interface TreeNode {
  id: string
  /** Empty where the caller may not read what records of this object are called by. */
  name: string
  parent: string | null
  /** Steps below the head, which has 0. */
  depth: number
  archived: boolean
}

/** Members of one tree that a screen shows; larger ones are cut, breadth first. */
export const mostNodes = 2_000
/** No real tree is so deep; it also stops a cycle that an older database might hold. */
const deepest = 60

/** The column of the link upwards; null where the object makes no tree or the caller may not read that link: then a record is a tree of its own. */
function parentOf(ctx: Ctx, object: string, row: string): Sql | null {
  const { tree } = ctx.registry.object(object)
  return tree === undefined || !canRead(ctx, object, tree) ? null : name(row, columnName(ctx.registry.field(object, tree)!))
}

/**
 * The highest above this record that the caller may see. An invisible one in between ends the way up:
 * what stands above it belongs to a tree he knows nothing of.
 */
export function headOf(ctx: Ctx, object: string, id: string): Sql {
  const parent = parentOf(ctx, object, 'c')
  if (parent === null) return sql`select ${id}::uuid`
  return sql`
    with recursive up as (
      select c.id, ${parent} as parent, 0 as depth from ${visible(ctx, object)} c where c.id = ${id}
      union all
      select c.id, ${parent}, up.depth + 1 from up join ${visible(ctx, object)} c on c.id = up.parent where up.depth < ${deepest}
    ) select id from up order by depth desc limit 1`
}

interface Descent {
  head: Sql
  /** The records that count, and their link upwards as `c` has it; null: a record is a tree of its own. */
  rows: Sql
  parent: Sql | null
  /** What is told of each beside its id, parent and depth: `, … as …`. */
  told: Sql
}

/** `recursive group_of as (…)`: the head and all that lies below it, as far as one comes over records that count. */
function descent({ head, rows, parent, told }: Descent): Sql {
  const below = parent === null ? nothing : sql`
    union all
    select c.id, ${parent}, g.depth + 1 ${told} from group_of g join ${rows} c on ${parent} = g.id where g.depth < ${deepest}`
  return sql`
  recursive group_of as (
    select c.id, null::uuid as parent, 0 as depth ${told} from ${rows} c where c.id = (${head})
    ${below}
  )`
}

/** `recursive group_of as (…)`: that record and all below it that the caller may see, with id, name, parent, depth, archived and the columns asked for. */
export function groupBelow(ctx: Ctx, object: string, { head, columns = [] }: { head: Sql; columns?: readonly string[] }): Sql {
  const definition = ctx.registry.object(object)
  const parent = parentOf(ctx, object, 'c')
  const called = canRead(ctx, object, definition.nameField) ? sql`${name('c', columnName(ctx.registry.field(object, definition.nameField)!))}::text` : raw(`''::text`) // safe: a constant
  const archived = raw(definition.archivable ? 'c.archived_at is not null' : 'false') // safe: constants
  const more = columns.length === 0 ? nothing : sql`, ${join(columns.map((column) => name('c', column)))}`
  return descent({ head, rows: visible(ctx, object), parent, told: sql`, coalesce(${called}, '') as name, ${archived} as archived ${more}` })
}

/** `(select id …)`, the same for every row of a statement: for conditions of lists. `row` says of which object, and with whose eyes it is looked at. */
export function idsBelow(draft: Draft, row: Row, head: Sql): Sql {
  const { tree } = row.object
  const parent = tree === undefined || !(row.eyes === 'program' || canRead(draft.ctx, row.object.name, tree)) ? null : name('c', columnName(draft.ctx.registry.field(row.object.name, tree)!))
  const rows = sql`(select ${name(row.alias)}.* from ${tableOf(row)} where ${and(thereFor(draft, row))})`
  return sql`(with ${descent({ head, rows, parent, told: nothing })} select id from group_of)`
}

/** The whole tree a record belongs to, from its head down. Null: the record is not there or not visible. */
export async function treeOf(ctx: Ctx, object: string, id: string): Promise<{ root: string; nodes: TreeNode[] } | null> {
  const nodes = await prepare<TreeNode>(ctx.db, sql`with ${groupBelow(ctx, object, { head: headOf(ctx, object, id) })} select id, name, parent, depth, archived from group_of order by depth, name, id limit ${mostNodes}`)
  return nodes.length === 0 ? null : { root: nodes[0]!.id, nodes }
}
