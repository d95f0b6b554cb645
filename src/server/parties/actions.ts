import { refuse } from '../../contract/refusal.ts'
import { action } from '../kernel/actions/action.ts'
import type { Ctx } from '../kernel/context.ts'
import { newId } from '../kernel/db/uuid7.ts'
import { archive } from '../kernel/records/archive.ts'
import { change } from '../kernel/records/change.ts'
import { create } from '../kernel/records/create.ts'
import { refusals } from './texts.ts'

const inTransaction = <T>(ctx: Ctx, work: (tx: Ctx) => Promise<T>): Promise<T> => ctx.db.transaction((db) => work({ ...ctx, db }))

/** The company goes by a new name from a day on; the old one stays, with its last day, and search goes on finding it. */
const rename = action({
  object: 'company',
  name: 'rename',
  async run(ctx, company, { name, since }) {
    if (name === company.name) refuse('company.same_name', refusals.sameName, { field: 'name' })
    const operation = newId()
    return inTransaction(ctx, async (tx) => {
      await create(tx, 'earlierName', { company: company.id, name: company.name, until: since }, { operation })
      return change(tx, 'company', company.id, { version: company.version, values: { name } }, { operation })
    })
  },
})

/** The company became other legal persons: it is tied to each, and, when so asked, becomes past data. */
const transform = action({
  object: 'company',
  name: 'transform',
  async run(ctx, company, { successors, kind, on, archive: archiveIt }) {
    const operation = newId()
    const ids = successors as string[]
    if (ids.includes(company.id)) refuse('succession.same_company', refusals.sameCompany, { field: 'successors' })
    return inTransaction(ctx, async (tx) => {
      for (const successor of ids) await create(tx, 'succession', { predecessor: company.id, successor, kind, on }, { operation })
      if (archiveIt === true) await archive(tx, 'company', company.id, { operation })
      return { successors: ids }
    })
  },
})

/** The person works elsewhere from a day on; the previous employer stays among the ties with its last day. */
const changeJob = action({
  object: 'person',
  name: 'changeJob',
  async run(ctx, person, { company, position, since }) {
    const operation = newId()
    return change(ctx, 'person', person.id, { version: person.version, values: { company, position: position ?? null } }, { operation, today: since as string })
  },
})

export const actions = [rename, transform, changeJob]
