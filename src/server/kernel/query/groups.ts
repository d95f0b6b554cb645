/** Groups and measures over the records the caller may see, in one statement. */
import { refuse } from '../../../contract/refusal.ts'
import { and, join, name, raw, sql, whole, type Sql } from '../../../expression/sql.ts'
import { serverOf } from '../../../fields/servers.ts'
import { canRead } from '../access/field-access.ts'
import type { Ctx } from '../context.ts'
import { columnName } from '../metadata/naming.ts'
import { checkRequest, refuseUnknown } from './asked.ts'
import { circumstance } from './circumstances.ts'
import type { Answered } from './columns.ts'
import { draftOf, joinsOf, leadsSomewhere, linkedRow, nameOf, rootRow, tableOf, type Draft, type Row } from './draft.ts'
import { filterOf } from './filter.ts'
import { slotValues } from './list.ts'
import { aliasOf } from './live.ts'
import { countMeasure, measureOf, type Measure } from './measures.ts'
import { pathOf, rowAt, type FieldPath } from './path.ts'
import type { Group, GroupsAnswer, GroupsRequest } from './request.ts'
import { run, statementOf, type Statement } from './run.ts'
import { searchBox, type SearchBox } from './search-box.ts'
import { compiled } from './statements.ts'
import { texts } from './texts.ts'

const parameters = ['object', 'by', 'measures', 'where', 'search', 'archived', 'limit']
const mostBy = 4
const mostMeasures = 10
const usualGroups = 1_000
const mostGroups = 10_000

/** One thing records are grouped by. */
interface By {
  key: string
  /** What makes a group, each an expression; answered as g0, g0_name … */
  select: { as: string; expression: Sql }[]
  read(row: Answered): unknown
}

interface GroupsStatement extends Statement {
  by: readonly By[]
  measures: readonly Measure[]
}

export async function groups(ctx: Ctx, request: GroupsRequest): Promise<GroupsAnswer> {
  refuseUnknown(request, parameters)
  checkRequest(ctx, { object: request.object, ...(request.archived === undefined ? {} : { archived: request.archived }) })
  const limit = checkBounds(request)
  const box = searchBox(request.search)
  const { object, by, measures, where, archived } = request
  const shape = `groups ${JSON.stringify([object, by, measures, where, archived, limit, box?.shape])}`
  const statement = compiled(ctx, shape, (draft) => compileGroups(draft, request, { limit, box }))
  const rows = await run<Answered & { parts: Record<string, unknown>[] }>(ctx, statement, slotValues(ctx, box))
  return { groups: rows.slice(0, limit).map((row) => groupOf(statement, row)), more: rows.length > limit }
}

function checkBounds({ by, measures = [], limit = usualGroups }: GroupsRequest): number {
  const tooMany = (name: string, max: number): never => refuse('too_many', texts.tooMany, { field: name, values: { name, max }, status: 400 })
  if (by.length > mostBy) tooMany('by', mostBy)
  if (measures.length > mostMeasures) tooMany('measures', mostMeasures)
  if (!Number.isInteger(limit) || limit < 1 || limit > mostGroups) refuse('malformed', texts.badLimit, { field: 'limit', values: { max: mostGroups }, status: 400 })
  return limit
}

function groupOf({ by, measures }: GroupsStatement, row: Answered & { parts: Record<string, unknown>[] }): Group {
  const keys = by.map((each) => [each.key, each.read(row)] as const)
  return Object.fromEntries([...keys, ...measures.map((measure) => [measure.key, measure.read(row.parts)] as const)])
}

/** Inside: by the groups and the currencies of measured money. Outside: the biggest groups, each with its parts. */
function compileGroups(given: Draft, request: GroupsRequest, { limit, box }: { limit: number; box: SearchBox | null }): GroupsStatement {
  const draft = draftOf(given, 'all rows')
  const row = rootRow(draft.ctx.registry.object(request.object), 'r')
  const by = request.by.map((path, index) => byOf(draft, row, path, `g${index}`))
  const measures = (request.measures ?? ['count']).map((measure, index) => measureOf(draft, row, measure, index))
  const { conditions } = filterOf(draft, row, request, box)
  const keys = by.flatMap((each) => each.select)
  const currencies = measures.flatMap((measure) => (measure.currency === null ? [] : [measure.currency]))
  const partColumns = [sql`count(*)::int as count`, ...measures.flatMap((measure) => measure.select)]
  const inner = sql`select ${join([...keys.map(({ as, expression }) => sql`${expression} as ${name(as)}`), ...partColumns])}
    from ${tableOf(row)}${joinsOf(row)} where ${and(conditions)} ${grouped([...keys.map((key) => key.expression), ...currencies])}`
  const outerKeys = keys.map(({ as }) => name('part', as))
  const statement = sql`select ${join([...outerKeys, sql`json_agg(row_to_json(part)) as parts`])} from (${inner}) as part
    ${grouped(outerKeys)} order by ${join([sql`sum(part.count) desc`, ...outerKeys])} limit ${whole(limit + 1)}`
  return { ...statementOf(statement), by, measures: measures.includes(countMeasure) ? measures : [countMeasure, ...measures] }
}

const grouped = (keys: readonly Sql[]): Sql => (keys.length === 0 ? raw('having count(*) > 0') : sql`group by ${join(keys)}`)

/** to_char's patterns; raw is safe: they are constants. */
const periods: Readonly<Record<string, string>> = { year: 'YYYY', quarter: 'YYYY-"Q"Q', month: 'YYYY-MM', week: 'IYYY-"W"IW', day: 'YYYY-MM-DD' }

function byOf(draft: Draft, root: Row, asked: string, as: string): By {
  const [called = '', period] = asked.split(':')
  const path = pathOf(draft.ctx, root.object, called, 'by')
  const row = rowAt(draft, root, path)
  if (path.type.kind === 'date' || path.type.kind === 'dateTime') return periodOf(draft, row, { path, asked, period: period ?? 'day', as })
  if (period !== undefined) refuse('unknown_period', texts.unknownPeriod, { field: 'by', values: { name: period, known: '–' }, status: 400 })
  if (path.field.type === 'link' && path.part === null) return linkOf(draft, row, path, as)
  if (path.field.name === 'id' || !['text', 'choice', 'yesNo', 'number'].includes(path.type.kind)) {
    refuse('not_groupable', texts.notGroupable, { field: 'by', values: { name: called }, status: 400 })
  }
  return { key: asked, select: [{ as, expression: valueAt(draft, row, path) }], read: (answered) => answered[as] }
}

function valueAt(draft: Draft, row: Row, { field, part }: FieldPath): Sql {
  const server = serverOf(field)
  const alias = aliasOf(draft, row, field)
  return part === null ? server.expr(field, columnName(field), alias) : server.part!(field, columnName(field), alias, part)
}

function periodOf(draft: Draft, row: Row, { path, asked, period, as }: { path: FieldPath; asked: string; period: string; as: string }): By {
  const pattern = periods[period] ?? refuse('unknown_period', texts.unknownPeriod, { field: 'by', values: { name: period, known: Object.keys(periods).join(', ') }, status: 400 })
  const value = valueAt(draft, row, path)
  if (path.type.kind === 'dateTime') draft.uses.add('timeZone')
  const local = path.type.kind === 'date' ? sql`${value}::timestamp` : sql`(${value} at time zone ${timeZone(draft)})`
  // raw is safe: patterns are the constants above.
  return { key: asked, select: [{ as, expression: sql`to_char(${local}, ${raw(`'${pattern}'`)})` }], read: (answered) => answered[as] }
}

/** A literal and not a parameter: the same expression must stand in SELECT and GROUP BY. raw is safe: zones are letters and signs. */
function timeZone(draft: Draft): Sql {
  const zone = circumstance(draft.ctx, 'timeZone')
  if (!/^[A-Za-z0-9_+/-]+$/.test(zone)) throw new Error(`not a time zone: ${zone}`)
  return raw(`'${zone}'`) // letters and signs alone, by the line above
}

function linkOf(draft: Draft, row: Row, path: FieldPath, as: string): By {
  if (!leadsSomewhere(draft, path.field)) return { key: path.path, select: [], read: () => null }
  const linked = linkedRow(draft, row, path.field.name)
  const called = canRead(draft.ctx, linked.object.name, linked.object.nameField) ? nameOf(linked) : raw(`''::text`)
  const select = [{ as, expression: name(linked.alias, 'id') }, { as: `${as}_name`, expression: called }]
  return { key: path.path, select, read: (answered) => (answered[as] === null ? null : { id: answered[as], name: answered[`${as}_name`] ?? '' }) }
}
