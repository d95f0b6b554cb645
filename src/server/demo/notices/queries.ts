import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'

export interface GivenWork {
  id: string
  title: string
  owner: string
  by: string
  priority: 'low' | 'normal' | 'high' | 'urgent'
}

/** Of each person the newest few of the open activities that somebody else gave him. */
export const givenWork = (db: Db, people: readonly string[], each: number): Promise<GivenWork[]> =>
  db.rows<GivenWork>(sql`
    select a.id, a.title, a.owner, u.name as by, a.priority from unnest(${people}::uuid[]) as p(id)
    cross join lateral (
      select * from activity a where a.owner = p.id and a.delegated_by is not null and a.state in ('open', 'inProgress', 'waiting') and a.deleted_at is null order by a.due desc nulls last, a.id limit ${each}) a
    join "user" u on u.id = a.delegated_by`)
