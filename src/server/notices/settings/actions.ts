import { refuse } from '../../../contract/refusal.ts'
import type { NoticeKind } from '../../../contract/notices.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import { recordOperation } from '../../kernel/monitoring/operations.ts'
import { noticeKinds } from '../rules.ts'
import type { Choices, OwnSettings, ShownKind } from './contract.ts'
import { defaultsKey, keptDefaults, reachOf } from './queries.ts'
import { refusals } from './texts.ts'

const shown = ({ language }: Ctx, { name, label, ways }: NoticeKind, defaults: Choices): ShownKind => {
  const { low, normal, high, urgent } = defaults[name] ?? ways
  return { name, label: label[language], ways: { low: [...low], normal: [...normal], high: [...high], urgent: [...urgent] } }
}

export async function shownOwn(ctx: Ctx) {
  const [defaults, reach] = await Promise.all([keptDefaults(ctx.db), ctx.who.userId === null ? null : reachOf(ctx.db, ctx.who.userId)])
  if (reach === null) return refuse('no_account', refusals.noAccount, { status: 403 })
  const { mail, phone, devices, settings } = reach
  return { settings, kinds: noticeKinds().map((kind) => shown(ctx, kind, defaults)), reach: { mail, sms: phone, devices }, timeZone: ctx.timeZone }
}

/** Kinds that were kept and are no more are no fault of whoever saves the rest. */
export async function saveOwn(ctx: Ctx, settings: OwnSettings): Promise<OwnSettings> {
  await ctx.db.rows(sql`
    insert into notice_settings (person, settings, changed_at) values (${ctx.who.userId}, ${settings}, ${ctx.now})
    on conflict (person) do update set settings = excluded.settings, changed_at = excluded.changed_at`)
  return settings
}

export function requireSettings({ who }: Ctx): void {
  if (!who.all && !who.functions.has('settings')) refuse('not_allowed', refusals.needsSettings, { status: 403 })
}

/** As the rooms have it, and what the administrator set otherwise. */
export async function shownDefaults(ctx: Ctx) {
  requireSettings(ctx)
  return { kinds: noticeKinds().map((kind) => shown(ctx, kind, {})), choices: await keptDefaults(ctx.db) }
}

export async function saveDefaults(ctx: Ctx, choices: Choices) {
  requireSettings(ctx)
  const unknown = Object.keys(choices).find((kind) => !noticeKinds().some(({ name }) => name === kind))
  if (unknown !== undefined) refuse('notices.unknown_kind', refusals.unknownKind, { field: 'choices', values: { kind: unknown } })
  await ctx.db.rows(sql`
    insert into sedno_state (key, value, changed_at) values (${defaultsKey}, ${choices}, ${ctx.now})
    on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`)
  await recordOperation(ctx, { what: 'notices.defaults', detail: { kinds: Object.keys(choices) } })
  return shownDefaults(ctx)
}
