import { RefusalError } from '../../../contract/refusal.ts'
import { say, type Text, type TextValues } from '../../../contract/text.ts'
import type { Command } from '../../kernel/command.ts'
import type { Ctx } from '../../kernel/context.ts'
import { create } from '../../kernel/records/create.ts'
import { unlock } from '../attempts/actions.ts'
import { hashOf, storePassword } from '../passwords/actions.ts'
import { accountByMail } from '../passwords/queries.ts'
import { temporaryPassword } from '../setup/actions.ts'
import { accounts, installation } from '../setup/queries.ts'
import { texts } from './texts.ts'

/** Whoever sits at the server's terminal is master of the database anyway; these commands are his way back in. */
const user: Command = {
  name: 'user',
  usage: texts.user,
  async run(ctx, [what, ...rest], print) {
    const tell = (text: Text, values?: TextValues) => print(say(text, ctx.language, values))
    const words = rest.filter((word) => !word.startsWith('--'))
    const [mail = '', ...name] = words
    try {
      if (what === 'list' && rest.length === 0) return await list(ctx, print)
      if (what === 'add' && name.length > 0) return await add(ctx, { mail, name: name.join(' '), administrator: rest.includes('--admin') }, tell)
      if (what === 'password' && words.length === 1) return await setPassword(ctx, mail.toLowerCase(), tell)
      if (what === 'unlock' && words.length === 1) return await lift(ctx, mail.toLowerCase(), tell)
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error
      for (const { text, values, field } of error.refusals) print([field, say(text, ctx.language, values)].filter((part) => part !== undefined).join(': '))
      return 1
    }
    tell(texts.usage)
    tell(texts.user)
    return 2
  },
}

export const commands: readonly Command[] = [user]

type Tell = (text: Text, values?: TextValues) => void

async function list(ctx: Ctx, print: (line: string) => void): Promise<number> {
  for (const { name, mail, active, roles, totp } of await accounts(ctx.db)) {
    const marks = [say(active ? texts.active : texts.inactive, ctx.language), ...(totp ? [say(texts.codes, ctx.language)] : [])]
    print([mail, name, roles ?? '–', marks.join(', ')].join('\t'))
  }
  return 0
}

async function add(ctx: Ctx, given: { mail: string; name: string; administrator: boolean }, tell: Tell): Promise<number> {
  const facts = await installation(ctx.db)
  if (facts === null) return tell(texts.notSetUp), 1
  const { mail, name, administrator } = given
  const password = temporaryPassword()
  const hash = await hashOf(password)
  await ctx.db.transaction(async (tx) => {
    const values = { name, mail, active: true, language: facts.language, timeZone: facts.timeZone, roles: administrator ? [facts.roles.administrator] : [] }
    const { id } = await create({ ...ctx, db: tx }, 'user', values)
    await storePassword(tx, id, { hash, now: ctx.now, mustChange: true })
  })
  tell(texts.added, { mail, password })
  return 0
}

async function setPassword(ctx: Ctx, mail: string, tell: Tell): Promise<number> {
  const account = await accountByMail(ctx.db, mail)
  if (account === null) return tell(texts.missing, { mail }), 1
  const password = temporaryPassword()
  await storePassword(ctx.db, account.userId, { hash: await hashOf(password), now: ctx.now, mustChange: true })
  await unlock(ctx.db, mail)
  tell(texts.changed, { mail, password })
  return 0
}

async function lift(ctx: Ctx, mail: string, tell: Tell): Promise<number> {
  if ((await accountByMail(ctx.db, mail)) === null) return tell(texts.missing, { mail }), 1
  await unlock(ctx.db, mail)
  tell(texts.unlocked, { mail })
  return 0
}
