import type { NodemailerError } from 'nodemailer'
import { refuse } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { namesOf } from '../../kernel/history/names.ts'
import { recordOperation } from '../../kernel/monitoring/operations.ts'
import { hurry, lanesOf, troubled, tryAgain } from '../../kernel/outgoing/state.ts'
import { seal } from '../../kernel/secrets/seal.ts'
import { say, type Text } from '../../../contract/text.ts'
import { way } from '../actions.ts'
import type { MailSettings, MailState, NewSettings, TestedMail } from '../contract.ts'
import { letter } from '../letters/rules.ts'
import { keptSettings, mailOf, purpose, settingsKey, type KeptSettings } from '../queries.ts'
import { verdictOf, type OutgoingMail } from '../rules.ts'
import { composed, isGiven, senderOf, transportOf, type Sender } from '../sending/actions.ts'
import { refusals, test } from '../texts.ts'

export function requireSettings({ who }: Ctx): void {
  if (!who.all && !who.functions.has('settings')) refuse('not_allowed', refusals.needsSettings, { status: 403 })
}

export async function shownSettings(ctx: Ctx): Promise<MailSettings> {
  requireSettings(ctx)
  const kept = await keptSettings(ctx.db)
  const sender = await senderOf(ctx.db)
  const server = isGiven() && sender !== null ? { ...sender.server } : kept
  return {
    host: server.host, port: server.port, security: server.security, user: server.user, hasPassword: server.password !== null, isGiven: isGiven(),
    fromName: kept.fromName, fromAddress: kept.fromAddress, sender: sender === null ? null : `${sender.from.name} <${sender.from.address}>`,
  }
}

export async function saveSettings(ctx: Ctx, { password, ...given }: NewSettings): Promise<MailSettings> {
  requireSettings(ctx)
  const kept = await keptSettings(ctx.db)
  const { fromName, fromAddress, ...server } = given
  const sealed = password === undefined ? kept.password : password === null || password === '' ? null : seal(password, purpose)
  if (server.host !== null && !/^[\w.:-]+$/.test(server.host)) refuse('mail.bad_host', refusals.badHost, { field: 'host' })
  // Whoever names another server must know the password: otherwise it would be sent there.
  if (password === undefined && kept.password !== null && server.host !== kept.host && !isGiven()) refuse('mail.password_again', refusals.passwordAgain, { field: 'password' })
  if (sealed !== null && server.user === null && !isGiven()) refuse('mail.no_user', refusals.noUser, { field: 'user' })
  const value: KeptSettings = isGiven() ? { ...kept, fromName, fromAddress } : { ...server, password: sealed, fromName, fromAddress }
  await ctx.db.transaction(async (tx) => {
    await tx.rows(sql`
      insert into sedno_state (key, value, changed_at) values (${settingsKey}, ${value}, ${ctx.now})
      on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`)
    // What was held up by the former settings need not wait for its turn.
    await hurry(tx, way)
  })
  await recordOperation(ctx, { what: 'mail.settings', detail: { host: value.host, port: value.port, user: value.user, from: value.fromAddress } })
  return shownSettings(ctx)
}

/** At once and not through the queue: whoever waits before the screen wants to hear what the server says. */
export async function sendTest(ctx: Ctx): Promise<TestedMail> {
  requireSettings(ctx)
  const [person, sender] = await Promise.all([ctx.who.userId === null ? null : mailOf(ctx.db, ctx.who.userId), senderOf(ctx.db)])
  if (sender === null) return refuse('mail.no_server', refusals.noServer)
  if (person === null || person.mail === null) return refuse('mail.no_address', refusals.noOwnMail)
  await recordOperation(ctx, { what: 'mail.test', detail: { to: person.mail, host: sender.server.host } })
  const transport = transportOf(sender.server)
  try {
    const { response } = await transport.sendMail(composed(newId(), sender.from, testLetter(ctx, { name: person.name, address: person.mail }, sender)))
    return { sent: true, to: person.mail, why: null, said: String(response) }
  } catch (error) {
    const { why, said = null } = verdictOf(error as NodemailerError)
    return { sent: false, to: person.mail, why: why[ctx.language], said }
  } finally {
    transport.close()
  }
}

function testLetter({ language }: Ctx, to: { name: string; address: string }, { server, from }: Sender): OutgoingMail {
  const t = (text: Text, values?: Record<string, string>) => say(text, language, values)
  const title = t(test.title)
  const facts = [{ label: t(test.server), value: `${server.host}:${server.port}` }, { label: t(test.from), value: `${from.name ?? ''} <${from.address}>`.trim() }]
  return { key: 'test', to: [to], subject: title, ...letter({ language, title, paragraphs: [t(test.sent, { name: to.name })], facts, footer: t(test.footer) }) }
}

export async function stateOfMail(ctx: Ctx): Promise<MailState> {
  requireSettings(ctx)
  const [[lane], list] = await Promise.all([lanesOf(ctx.db, way), troubled<OutgoingMail>(ctx.db, way)])
  const { down = null, waiting = 0, sending = 0, failed = 0, sentToday = 0, oldestWaiting = null } = lane ?? {}
  const titles = await titlesOf(ctx, list.map(({ payload }) => payload))
  const inWords = (why: Text | null) => why?.[ctx.language] ?? null
  return {
    waiting, sending, failed, sentToday, oldestWaiting,
    down: down === null ? null : { ...down, why: inWords(down.why) },
    troubled: list.map(({ id, payload, state, attempts, createdAt, nextAt, why, said }, at) => ({
      id, to: payload.to.map(({ address }) => address), title: titles[at]!, state, attempts, createdAt, nextAt, why: inWords(why), said, about: payload.about ?? null,
    })),
  }
}

/** Subjects speak of records, private ones too: whoever looks after the mail sees of them what he may see anywhere. */
async function titlesOf(ctx: Ctx, mails: readonly OutgoingMail[]): Promise<(string | null)[]> {
  const abouts = Map.groupBy(mails.flatMap(({ about }) => about ?? []), ({ object }) => object)
  const named = await Promise.all([...abouts].map(async ([object, of]) => [object, await namesOf(ctx, object, of.map(({ id }) => id))] as const))
  const names = new Map(named)
  return mails.map(({ about, subject }) => (about === undefined ? (ctx.who.all ? subject : null) : (names.get(about.object)?.get(about.id)?.name ?? null)))
}

export async function retryMail(ctx: Ctx, ids: readonly string[] | undefined): Promise<{ again: number }> {
  requireSettings(ctx)
  const again = await tryAgain(ctx.db, way, ids ?? null)
  await recordOperation(ctx, { what: 'mail.retry', detail: { count: again.length } })
  return { again: again.length }
}
