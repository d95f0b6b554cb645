import { implement } from '../kernel/http/implement.ts'
import { addReminders, dismiss, removeReminder, saveSettings, shownReminders, shownRinging, snooze } from './actions.ts'
import * as contract from './contract.ts'
import { settingsOf } from './queries.ts'

export const routes = [
  implement(contract.listReminders, (ctx, { query }) => shownReminders(ctx, query.activity)),
  implement(contract.addReminders, (ctx, { body }) => addReminders(ctx, body.activity, body.reminders)),
  implement(contract.listRinging, (ctx) => shownRinging(ctx)),
  implement(contract.removeReminder, (ctx, { params }) => removeReminder(ctx, params.id)),
  implement(contract.snoozeReminder, (ctx, { params, body }) => snooze(ctx, params.id, body.until)),
  implement(contract.dismissReminder, (ctx, { params }) => dismiss(ctx, params.id)),
  implement(contract.readSettings, (ctx) => settingsOf(ctx.db, ctx.who.userId!)),
  implement(contract.changeSettings, (ctx, { body }) => saveSettings(ctx, body)),
]
