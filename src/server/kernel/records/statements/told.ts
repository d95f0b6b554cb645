/** What every writing statement does besides: history and outbox, in the same stroke. */
import { sql, type Sql } from '../../../../expression/sql.ts'
import type { Writing } from '../writing.ts'

/** `written` must have (id, version). Gives `told` and `sent`. */
export function toldOf({ ctx, layout, options }: Writing): Sql {
  const object = layout.object.name
  const operation = options.operation ?? null
  return sql`
    told as (
      insert into history (id, at, by, object, record, version, verb, changes, operation, via, trace)
      select n.w_history, n.w_at, n.w_by, ${object}, n.id, w.version, n.w_verb, n.w_changes, ${operation}::uuid, ${ctx.origin.via}, ${ctx.trace}
      from judged n join written w on w.id = n.id
    ),
    sent as (
      insert into outbox (at, object, record, version, verb, fields, by, operation)
      select n.w_at, ${object}, n.id, w.version, n.w_verb, n.w_fields, n.w_by, ${operation}::uuid
      from judged n join written w on w.id = n.id order by n.w_n
      returning position
    )`
}

/** One row: the last position in the outbox, and the rows that were not written with the reason known so far. */
export const outcome = sql`
  select (select max(position) from sent) as position,
    (select jsonb_agg(jsonb_build_object('n', n.w_n, 'within', n.w_within, 'lost', n.w_lost))
      from judged n left join written w on w.id = n.id where w.id is null) as refused`

export interface StatementOutcome {
  position: number | null
  refused: { n: number; within: boolean | null; lost: number[] }[] | null
}
