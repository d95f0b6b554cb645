/** A formula while it is being written: what is wrong with it and where, how it would be kept, and what it comes to on a few records. */
import type { FieldDefinition, FieldTypeName } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import { say } from '../../../contract/text.ts'
import { and, join, name, sql } from '../../../expression/sql.ts'
import type { ExprType } from '../../../expression/types.ts'
import { serverOf } from '../../../fields/servers.ts'
import { calculable } from '../../../fields/calculable.ts'
import { typeOf } from '../../../fields/types.ts'
import { rowRule } from '../access/row-rule.ts'
import type { Ctx } from '../context.ts'
import { assemble } from '../metadata/build.ts'
import { columnName, tableName } from '../metadata/naming.ts'
import type { Registry } from '../metadata/registry.ts'
import { draftFor, nameOf, rootRow } from '../query/draft.ts'
import { fill, rightsValues } from '../query/slots.ts'
import { understood } from './check.ts'
import { formulasOf, type Formula, type FormulaKind } from './plan.ts'
import { formulaSelect } from './sql.ts'
import { texts } from './texts.ts'

export interface SampleRequest {
  object: string
  formula: string
  /** Of the field; left out: the one that fits what the formula comes to. */
  type?: FieldTypeName
  /** The field that is being changed, when it is there already. */
  field?: string
  /** What else the field says: decimals, choices, maxLength. */
  options?: Readonly<Record<string, unknown>>
  /** Ids of records to try it on; left out: the newest. */
  records?: readonly string[]
}

export interface SampleProblem {
  code: string
  at: number
  length: number
  message: string
}

export interface SampleAnswer {
  problems: SampleProblem[]
  /** Type of field that it fits, and how it would be kept; null while there are problems. */
  type: FieldTypeName | null
  computed: 'stored' | 'live' | null
  kind: FormulaKind | null
  results: { id: string; name: string; value: unknown }[]
}

const fitting: Partial<Record<ExprType['kind'], FieldTypeName>> = { text: 'text', number: 'number', money: 'money', yesNo: 'yesNo', date: 'date', time: 'time', dateTime: 'dateTime', choice: 'text' }
const mostRecords = 5
const trialName = 'formulaBeingWritten'

export const mayWriteFormulas = ({ who }: Pick<Ctx, 'who'>): boolean => who.all || who.functions.has('settings')

/** For administrators: 403 to all others, 404 for an object that is not there. Problems of the text are an answer and no refusal. */
export async function sampleFormula(ctx: Ctx, request: SampleRequest): Promise<SampleAnswer> {
  if (!mayWriteFormulas(ctx)) refuse('not_allowed', texts.notAllowed, { status: 403 })
  const object = ctx.registry.objects.get(request.object) ?? refuse('unknown_object', texts.unknownObject, { status: 404, values: { name: request.object } })
  const field = fieldOf(ctx.registry, request)
  const { typed, problems } = understood(ctx.registry, object.name, { text: request.formula, ...(field === null ? {} : { expected: typeOf(field).exprType(field) }) })
  if (typed === undefined) return refusedWith(problems.map(({ code, text, values, at, length }) => ({ code, at, length, message: say(text, ctx.language, values) })))
  const whole = field ?? fieldOf(ctx.registry, { ...request, type: fitting[typed.type.kind] ?? 'text' })!
  const { registry, faults } = trial(ctx.registry, object.name, whole)
  const mine = faults.filter((fault) => fault.code.startsWith('formula.') || fault.field === `${object.name}.${whole.name}`)
  const formula = registry === null ? null : formulasOf(registry).of(object.name, whole.name)
  if (mine.length > 0 || registry === null || formula === null) {
    return refusedWith(mine.map(({ code, text, values }) => ({ code, at: Number(values?.['at'] ?? 0), length: Number(values?.['length'] ?? request.formula.length), message: say(text, ctx.language, values) })))
  }
  return { problems: [], type: whole.type, computed: formula.kind === 'live' ? 'live' : 'stored', kind: formula.kind, results: await resultsOf(ctx, formula, request.records) }
}

const refusedWith = (problems: SampleProblem[]): SampleAnswer => ({ problems, type: null, computed: null, kind: null, results: [] })

/** null: the type is not known yet. */
function fieldOf(registry: Registry, { object, formula, type, field, options }: SampleRequest): FieldDefinition | null {
  const known = field === undefined ? null : registry.field(object, field)
  const kind = type ?? known?.type
  if (kind === undefined) return null
  if (!calculable.has(kind)) refuse('formula.type', texts.notCalculable, { field: 'type' })
  const label = known?.label ?? { pl: trialName, en: trialName }
  const needed = kind === 'choice' ? { choices: known !== null && 'choices' in known ? known.choices : [] } : {}
  return { ...needed, ...options, id: known?.id ?? trialName, name: known?.name ?? trialName, label, type: kind, formula } as FieldDefinition
}

/** The registry as it would be with the field. */
function trial(registry: Registry, object: string, field: FieldDefinition): ReturnType<typeof assemble> {
  return assemble([...registry.objects.values()].map((each) => (each.name === object ? { ...each, fields: [...each.fields.filter(({ name: other }) => other !== field.name), field] } : each)))
}

/** With the registry as it is: what the formula mentions is there already. Of the records, those that the caller may see. */
async function resultsOf(ctx: Ctx, formula: Formula, asked: readonly string[] | undefined): Promise<SampleAnswer['results']> {
  const draft = draftFor(ctx)
  const row = rootRow(ctx.registry.object(formula.object), 't')
  const { field } = formula
  const server = serverOf(field)
  const chosen = asked === undefined ? [] : [sql`t.id = any(${asked.slice(0, mostRecords)}::uuid[])`]
  const where = and([sql`t.deleted_at is null`, rowRule(ctx, formula.object, 'read', 't'), ...chosen])
  const select = join([sql`t.id`, sql`${nameOf(row)} as name`, sql`${server.select(field, columnName(field), 'v')} as value`])
  const some = sql`select * from ${name(tableName(row.object))} t where ${where} order by t.created_at desc, t.id desc limit ${mostRecords}`
  const statement = sql`select ${select} from (${some}) t cross join lateral (${formulaSelect(draft, row, formula)}) v order by t.created_at desc, t.id desc`
  const rows = await ctx.db.transaction(async (tx) => {
    await tx.rows(sql`set local statement_timeout = '5s'`)
    return tx.rows<{ id: string; name: string | null; value: unknown }>(fill(statement, rightsValues(ctx)))
  })
  return rows.map(({ id, name: called, value }) => ({ id, name: called ?? '', value: server.fromSql(value, field) }))
}
