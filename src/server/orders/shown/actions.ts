/** The checklist of an order as this person sees it: what is open, who settled what and when, and what he may settle himself. */
import type { RecordRow } from '../../../contract/records.ts'
import { refuse } from '../../../contract/refusal.ts'
import { say } from '../../../contract/text.ts'
import { fieldAccess } from '../../kernel/access/field-access.ts'
import type { Ctx } from '../../kernel/context.ts'
import { list } from '../../kernel/query/list.ts'
import { one } from '../../kernel/query/one.ts'
import { maySettle, namesOf } from '../checklists/actions.ts'
import { asListed, rolesHeld, type Holding } from '../checklists/queries.ts'
import { choicesOf } from '../checklists/rules.ts'
import type { Check } from '../contract.ts'
import { isAccepted } from '../rules.ts'
import { refusals } from '../texts.ts'

const columns = ['title', 'kind', 'required', 'done', 'text', 'day', 'file', 'agreedWith', 'choices', 'settledBy', 'settledAt']
/** More than anybody settles with one customer. */
const most = 500

export async function orderChecklist(ctx: Ctx, id: string) {
  const order = (await one(ctx, 'salesOrder', id, { columns: readable(ctx, 'salesOrder', ['state']) })) ?? refuse('not_found', refusals.notThere, { status: 404 })
  const shown = await list(ctx, { object: 'orderCheck', columns: readable(ctx, 'orderCheck', columns), linkedTo: { link: 'salesOrder', id }, order: 'position,createdAt', limit: most, can: true })
  const listed = new Map((await asListed(ctx, id)).map((one) => [one.id, one]))
  const asked = [...listed.values()].flatMap(({ roles }) => roles ?? [])
  const held = ctx.who.userId === null || asked.length === 0 ? [] : await rolesHeld(ctx, ctx.who.userId, asked)
  const state = String(order['state'] ?? '')
  const checks = shown.rows.map((row) => {
    const found = listed.get(row.id)
    const named = held.filter(({ id }) => found?.roles?.includes(id))
    return checkOf(ctx, row, { isFromList: found?.isFromList === true, accepted: isAccepted(state), named })
  })
  const required = checks.filter((check) => check.required)
  return { state, isAccepted: isAccepted(state), checks, required: required.length, requiredDone: required.filter(({ done }) => done).length }
}

const readable = (ctx: Ctx, object: string, fields: readonly string[]): string[] => fields.filter((field) => fieldAccess(ctx, object, field) !== 'none')

function checkOf(ctx: Ctx, row: RecordRow, about: { isFromList: boolean; accepted: boolean; named: readonly Holding[] }): Check {
  const { title, kind, required, done, text, day, file, agreedWith, choices, settledBy, settledAt } = row as unknown as Partial<Omit<Check, 'choices'>> & { choices?: string | null }
  return {
    id: row.id, version: row.version, title: title ?? '', kind: kind ?? 'tick', required: required === true, done: done === true, text: text ?? null, day: day ?? null, file: file ?? null,
    agreedWith: agreedWith ?? null, choices: choicesOf(choices), roles: about.named.map(({ id, name }) => ({ id, name })), settledBy: settledBy ?? null, settledAt: settledAt ?? null,
    isFromList: about.isFromList, whyNot: whyNot(ctx, row, about),
  }
}

function whyNot(ctx: Ctx, row: RecordRow, { accepted, named }: { accepted: boolean; named: readonly Holding[] }): string | null {
  const title = String(row['title'] ?? '')
  if (accepted && row['required'] === true) return say(refusals.settledForGood, ctx.language, { title })
  if (row.can?.change === false) return say(refusals.mayNotChange, ctx.language)
  return maySettle(named) ? null : say(refusals.mayNotSettle, ctx.language, { title, roles: namesOf(named) })
}
