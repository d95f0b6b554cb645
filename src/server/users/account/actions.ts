import type { Values } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import { change } from '../../kernel/records/change.ts'
import type { Preferences } from './contract.ts'
import { ownAccount, type AccountRow } from './queries.ts'
import { refusals } from './texts.ts'

export interface OwnChange extends Values {
  phone?: string | null
  picture?: AccountRow['picture']
  language?: 'pl' | 'en'
  timeZone?: string
}

export async function readAccount(ctx: Ctx): Promise<AccountRow> {
  const account = ctx.who.userId === null ? null : await ownAccount(ctx.db, ctx.who.userId)
  return account ?? refuse('not_signed_in', refusals.signIn, { status: 401 })
}

/** Everybody may change these few of his own, whatever his roles say of users; the rest is for those who look after accounts. */
export async function changeAccount(ctx: Ctx, { preferences, ...values }: OwnChange & { preferences?: Preferences | undefined }): Promise<AccountRow> {
  const { id, version } = await readAccount(ctx)
  await ctx.db.transaction(async (tx) => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
    if (Object.keys(given).length > 0) await change(asOwner({ ...ctx, db: tx }), 'user', id, { version, values: given })
    if (preferences !== undefined) {
      await tx.rows(sql`
        insert into user_preference (user_id, preferences) values (${id}, ${preferences})
        on conflict (user_id) do update set preferences = user_preference.preferences || excluded.preferences`)
    }
  })
  return readAccount(ctx)
}

/** For the one record that is himself: the history says he did it, the grants are not asked. Its caller has chosen the fields. */
const asOwner = (ctx: Ctx): Ctx => ({ ...ctx, who: { ...ctx.who, all: true, keyScopes: null, fingerprint: `own account ${ctx.who.fingerprint}` } })
