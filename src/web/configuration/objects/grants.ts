import type { AccessKind } from '../../../contract/definition.ts'
import type { Text } from '../../../contract/text.ts'
import { changeGrants, readGrants, type GrantInput } from '../../../server/users/roles/contract.ts'
import { keys, queries } from '../../kernel/api/client.ts'
import { call } from '../../kernel/api/request.ts'
import { texts } from './texts.ts'

type Verbs = readonly GrantInput['verb'][]
const writing: Verbs = ['read', 'create', 'change']

export interface Level {
  label: Text
  scope: GrantInput['scope']
  verbs: Verbs
  /** Only where records have owners. */
  owned?: true
}

/** What a role gets of a new object, in words; the finer points are set in the role itself. */
export const levels = {
  none: { label: texts.none, scope: 'all', verbs: [] },
  read: { label: texts.read, scope: 'all', verbs: ['read'] },
  own: { label: texts.ownOnes, scope: 'own', verbs: [...writing, 'delete'], owned: true },
  team: { label: texts.teamOnes, scope: 'team', verbs: [...writing, 'delete'], owned: true },
  write: { label: texts.write, scope: 'all', verbs: writing },
  full: { label: texts.full, scope: 'all', verbs: [...writing, 'delete', 'export'] },
} as const satisfies Record<string, Level>
export type LevelName = keyof typeof levels

export const levelsFor = (access: AccessKind['kind']): LevelName[] => (Object.keys(levels) as LevelName[]).filter((name) => access === 'owned' || !('owned' in levels[name]))

/** Role by role, so that one that cannot be given its rights does not keep the others from theirs. True: all were given. */
export async function grantAll(object: string, given: Readonly<Record<string, LevelName>>): Promise<boolean> {
  let isDone = true
  for (const [role, level] of Object.entries(given)) if (level !== 'none') isDone = (await grant(role, object, levels[level])) && isDone
  await Promise.all([keys.metadata, keys.session, ['records'], ['matrix'], ['rights']].map((queryKey) => queries.invalidateQueries({ queryKey })))
  return isDone
}

async function grant(role: string, object: string, { scope, verbs }: Level): Promise<boolean> {
  try {
    const rights = await call(readGrants, { params: { id: role } })
    const added = verbs.map((verb) => ({ object, verb, scope, rule: null }))
    await call(changeGrants, { params: { id: role }, body: { ...rights, grants: [...rights.grants.filter((one) => one.object !== object), ...added] } })
    return true
  } catch {
    return false
  }
}
