import type { Language } from '../../../contract/text.ts'
import { sql } from '../../../expression/sql.ts'
import type { Acting, Who } from '../../kernel/access/who.ts'
import type { Db } from '../../kernel/db/database.ts'
import { nobody, type SignedIn } from '../../kernel/http/signedIn.ts'
import type { Registry } from '../../kernel/metadata/registry.ts'
import { rememberedWho } from '../roles/queries.ts'

interface Looking {
  real: Who
  actingUser?: string | null
  actingRole?: string | null
  accessVersion: number
  language: Language
  timeZone: string
}

/**
 * With whose rights the session looks. Whoever is no administrator any more looks with his own. A person who was deactivated meanwhile,
 * or a role that is gone, shows only what everybody sees: it never falls back to the rights of the administrator, whose open pages would then write.
 */
export async function otherEyes(db: Db, registry: Registry, looking: Looking): Promise<Omit<SignedIn, 'sessionId'> | null> {
  const { real } = looking
  if (!real.all || real.userId === null) return null
  const { who, as, language, timeZone } = looking.actingUser == null ? await eyesOfRole(db, registry, { ...looking, role: looking.actingRole!, realId: real.userId }) : await eyesOfPerson(db, registry, { ...looking, user: looking.actingUser })
  return { who, language, timeZone, acting: { by: { id: real.userId, name: real.name }, as } }
}

type Eyes = { who: Who; as: Acting['as']; language: Language; timeZone: string }

async function eyesOfPerson(db: Db, registry: Registry, { user, accessVersion, ...own }: Looking & { user: string }): Promise<Eyes> {
  const [row] = await db.rows<{ name: string; language: Language; timeZone: string }>(sql`select name, language, time_zone as "timeZone" from "user" where id = ${user}`)
  const { name, language, timeZone } = row ?? { ...own, name: '–' }
  const who = (await rememberedWho(db, registry, { userId: user, keyScopes: null, accessVersion })) ?? blind(user, name)
  return { who: { ...who, borrowed: true, fingerprint: `borrowed ${who.fingerprint}` }, as: { kind: 'user', id: user, name }, language, timeZone }
}

async function eyesOfRole(db: Db, registry: Registry, { role, realId, accessVersion, language, timeZone }: Looking & { role: string; realId: string }): Promise<Eyes> {
  const [row] = await db.rows<{ name: string }>(sql`select name from role where id = ${role}`)
  const who = (await rememberedWho(db, registry, { userId: realId, keyScopes: null, roles: [role], accessVersion })) ?? blind(realId, '–')
  return { who, as: { kind: 'role', id: role, name: row?.name ?? '–' }, language, timeZone }
}

/** Only what everybody who has signed in sees. */
const blind = (userId: string, name: string): Who => ({ ...nobody, userId, name, keyScopes: null })

export async function roleToActAs(db: Db, roleId: string): Promise<{ name: string; administrator: boolean } | null> {
  const [row] = await db.rows<{ name: string; administrator: boolean }>(sql`select name, coalesce(is_administrator, false) as administrator from role where id = ${roleId} and deleted_at is null`)
  return row ?? null
}
