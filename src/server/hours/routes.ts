import { refuse } from '../../contract/refusal.ts'
import { implement } from '../kernel/http/implement.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { countries } from './holidays/queries.ts'
import { firmHours } from './queries.ts'
import { refusals } from './texts.ts'

const idsIn = (text: string): string[] => [...new Set(text.split(',').filter((id) => /^[0-9a-f-]{36}$/i.test(id)))].slice(0, 100)

export const routes = [
  implement(contract.readFirm, (ctx) => firmHours(ctx.db)),
  implement(contract.changeFirm, (ctx, { body }) => actions.changeFirmHours(ctx, body)),
  implement(contract.readCountries, async (ctx) => ({ countries: await countries(ctx.language) })),
  implement(contract.readPeople, async (ctx, { query }) => {
    if (query.until < query.from) refuse('hours.reversed', refusals.reversed, { field: 'until' })
    if (Number(query.until.slice(0, 4)) - Number(query.from.slice(0, 4)) > 3) refuse('hours.too_long', refusals.tooLong, { field: 'until' })
    return { people: await actions.hoursOfPeople(ctx, idsIn(query.people), query) }
  }),
]
