/** A deal once more, and a deal in two. */
import type { ObjectDefinition, Values } from '../../../contract/definition.ts'
import type { RecordRow } from '../../../contract/records.ts'
import { refuse } from '../../../contract/refusal.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import { fieldAccess } from '../../kernel/access/field-access.ts'
import { action } from '../../kernel/actions/action.ts'
import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { one } from '../../kernel/query/one.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { create } from '../../kernel/records/create.ts'
import { mustAll } from '../moving/actions.ts'
import { refusals } from '../texts.ts'
import { partsOf } from './queries.ts'

/** What belongs to one deal alone: where it stands, how it ended, and what nobody writes. */
const ownOnly = ['number', 'stage', 'state', 'probability', 'category', 'closedOn', 'expectedOn', 'lostReason', 'lostTo', 'lostNote', 'copyOf', 'files']

/** Values of a record that whoever copies may read and write; links as ids. */
function copied(ctx: Ctx, object: ObjectDefinition, record: RecordRow, without: readonly string[]): Values {
  const fields = object.fields.filter(({ name, readOnly, formula }) => readOnly !== true && formula === undefined && !without.includes(name) && fieldAccess(ctx, object.name, name) === 'write' && (record[name] ?? null) !== null)
  return Object.fromEntries(fields.map(({ name, type }) => [name, type === 'link' ? idOfLink(record[name]) : type === 'links' ? (record[name] as unknown[]).map(idOfLink) : record[name]]))
}

interface Copying {
  values: Values
  parts: readonly ('opportunityLine' | 'opportunityRole')[]
  operation: string
}

async function copyDeal(ctx: Ctx, deal: RecordRow, { values, parts, operation }: Copying): Promise<RecordRow> {
  const object = ctx.registry.object('opportunity')
  const owner = idOfLink(deal['owner'])
  // Which deal it is a copy of is the program's to say; everything else is judged as if he had typed it.
  const copy = await create(ctx, 'opportunity', { ...copied(ctx, object, deal, ownOnly), ...(owner === null ? {} : { owner }), ...values }, { operation })
  for (const part of parts) {
    const definition = ctx.registry.object(part)
    for (const id of await partsOf(ctx, part, deal.id)) {
      const values = copied(ctx, definition, (await one(ctx, part, id))!, [])
      // What leads to a person or a product that he may not see is not his to copy.
      const isWhole = definition.fields.every(({ name, required }) => required !== true || (values[name] ?? null) !== null)
      if (isWhole) await create(ctx, part, { ...values, opportunity: copy.id }, { operation })
    }
  }
  mustAll(await changeMany(ctx, 'opportunity', [{ id: copy.id, values: { copyOf: deal.id } }], { operation, asProgram: true }))
  return (await one(ctx, 'opportunity', copy.id))!
}

const clone = action({
  object: 'opportunity',
  name: 'clone',
  async run(ctx, deal, { name, expectedOn, withLines, withRoles }) {
    const operation = newId()
    const parts = [...(withLines === true ? (['opportunityLine'] as const) : []), ...(withRoles === true ? (['opportunityRole'] as const) : [])]
    const values = { name: name ?? deal['name'], ...(expectedOn === null ? {} : { expectedOn }) }
    const copy = await ctx.db.transaction((db) => copyDeal({ ...ctx, db }, deal, { values, parts, operation }))
    return { opportunity: copy, operation }
  },
})

export const actions = [clone]

/** Lines go on to a new deal, with the same people; each of the two then comes to what its lines come to. Refuses: 404; 422 for a closed deal, lines of others, and all lines at once. */
export async function splitDeal(ctx: Ctx, id: string, { name, lines, expectedOn }: { name: string; lines: readonly string[]; expectedOn?: string | undefined }): Promise<{ id: string; name: string; operation: string }> {
  const deal = await one(ctx, 'opportunity', id)
  if (deal === null) return refuse('not_found', refusals.notThere, { status: 404 })
  if (deal['state'] !== 'open') refuse('opportunity.closed', refusals.notOpen)
  const own = await partsOf(ctx, 'opportunityLine', id)
  if (lines.some((line) => !own.includes(line))) refuse('opportunity.not_its_lines', refusals.notItsLines, { field: 'lines' })
  if (new Set(lines).size === own.length) refuse('opportunity.all_lines', refusals.allLines, { field: 'lines' })
  const operation = newId()
  const day = expectedOn ?? deal['expectedOn']
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db }
    const copy = await copyDeal(tx, deal, { values: { name, ...(day == null ? {} : { expectedOn: day }) }, parts: ['opportunityRole'], operation })
    mustAll(await changeMany(tx, 'opportunityLine', [...new Set(lines)].map((line) => ({ id: line, values: { opportunity: copy.id } })), { operation }))
    id = copy.id
  })
  return { id, name, operation }
}
