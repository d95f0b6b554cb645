import { implement } from '../kernel/http/implement.ts'
import { copyEntry } from './copying/actions.ts'
import { findFreeTime } from './free-time/actions.ts'
import { freeTime } from './free-time/contract.ts'
import { routes as feedRoutes } from './feed/routes.ts'
import { routes as invitationRoutes } from './invitations/routes.ts'
import { changeEntry, moveEntry, removeEntry } from './moving/actions.ts'
import { readCalendar } from './occurrences/actions.ts'
import * as occurrences from './occurrences/contract.ts'
import { sharesOf } from './occurrences/queries.ts'
import { idsIn } from './rules.ts'

export const routes = [
  implement(occurrences.readCalendar, (ctx, { query: { from, until, ...query } }) => {
    const [people, teams] = [idsIn(query.people), idsIn(query.teams)]
    return readCalendar(ctx, { from, until, people, teams, mine: query.mine ?? people.length + teams.length === 0, tasks: query.tasks === true })
  }),
  implement(occurrences.moveRoute, (ctx, { body }) => moveEntry(ctx, body)),
  implement(occurrences.copyRoute, (ctx, { body }) => copyEntry(ctx, body)),
  implement(occurrences.changeRoute, (ctx, { body }) => changeEntry(ctx, body)),
  implement(occurrences.removeRoute, (ctx, { body }) => removeEntry(ctx, body)),
  implement(occurrences.sharesRoute, (ctx) => sharesOf(ctx)),
  implement(freeTime, async (ctx, { body }) => ({ slots: await findFreeTime(ctx, body) })),
  ...feedRoutes,
  ...invitationRoutes,
]
