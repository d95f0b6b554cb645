import { verbs } from '../../../contract/definition.ts'
import type { Answer } from '../../../contract/route.ts'
import type { Ctx } from '../../kernel/context.ts'
import { implement } from '../../kernel/http/implement.ts'
import { changeRoleGrants, readRoleGrants, requireAdministrator } from './actions.ts'
import { changeGrants, matrix, readGrants, type GrantInput } from './contract.ts'
import { rolesWithGrants, type RoleRow } from './queries.ts'

async function accessMatrix(ctx: Ctx): Promise<Answer<typeof matrix>> {
  requireAdministrator(ctx)
  const roles = await rolesWithGrants(ctx.db, ctx.registry)
  const objects = [...ctx.registry.objects.values()].map(({ name, label, baseline = {} }) => ({ name, label: { pl: label.pl, en: label.en }, baseline }))
  return { objects, roles: roles.map(({ grants, fields, ...role }) => ({ ...role, grants: gridOf(grants), fields: narrowedOf(fields) })) }
}

/** Object → verb → what reaches the records. */
function gridOf(grants: RoleRow['grants']): Answer<typeof matrix>['roles'][number]['grants'] {
  const byObject = Map.groupBy(grants as GrantInput[], (grant) => grant.object)
  return Object.fromEntries([...byObject].map(([object, given]) => [object, Object.fromEntries(verbs.flatMap((verb) => {
    const cells = given.filter((grant) => grant.verb === verb).map(({ scope, rule }) => ({ scope, rule }))
    return cells.length === 0 ? [] : [[verb, cells]]
  }))]))
}

function narrowedOf(fields: RoleRow['fields']): Record<string, Record<string, 'none' | 'read'>> {
  const result: Record<string, Record<string, 'none' | 'read'>> = {}
  for (const { object, field, access } of fields) if (access !== 'write') (result[object] ??= {})[field] = access
  return result
}

export const routes = [
  implement(readGrants, (ctx, { params }) => readRoleGrants(ctx, params.id)),
  implement(changeGrants, (ctx, { params, body }) => changeRoleGrants(ctx, params.id, body)),
  implement(matrix, (ctx) => accessMatrix(ctx)),
]
