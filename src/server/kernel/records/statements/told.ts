/** What every writing statement does besides: history and outbox, in the same stroke. */
import { sql, type Sql } from '../../../../expression/sql.ts'
import { slot, type SlotValues } from '../../query/slots.ts'
import type { Writing } from '../writing.ts'

const [object, operation, verb] = [slot('w_object', 'text'), slot('w_operation', 'uuid'), slot('w_verb', 'text')]

/** `written` must have (id, version). Gives `told` and `sent`. */
export const told: Sql = sql`
  told as (
    insert into history (id, at, by, object, record, version, verb, changes, operation, via, trace)
    select n.w_history, n.w_at, n.w_by, ${object}, n.id, w.version, n.w_verb, n.w_changes, ${operation}, ${slot('w_via', 'text')}, ${slot('w_trace', 'text')}
    from judged n join written w on w.id = n.id
  ),
  sent as (
    insert into outbox (at, object, record, version, verb, fields, by, operation)
    select n.w_at, ${object}, n.id, w.version, n.w_verb, n.w_fields, n.w_by, ${operation}
    from judged n join written w on w.id = n.id order by n.w_n
    returning position
  )`

/** The same for one row whose values stand in the statement itself. */
const [at, by] = [slot('w_made_at', 'timestamptz'), slot('w_made_by', 'uuid')]
export const toldAlone: Sql = sql`
  told as (
    insert into history (id, at, by, object, record, version, verb, changes, operation, via, trace)
    select ${slot('g_w_history', 'uuid')}, ${at}, ${by}, ${object}, w.id, w.version, ${verb}, ${slot('g_w_changes', 'jsonb')}, ${operation}, ${slot('w_via', 'text')}, ${slot('w_trace', 'text')}
    from written w
  ),
  sent as (
    insert into outbox (at, object, record, version, verb, fields, by, operation)
    select ${at}, ${object}, w.id, w.version, ${verb}, ${slot('g_w_fields', 'text[]')}, ${by}, ${operation} from written w
    returning position
  )`

export const toldValues = ({ ctx, layout, options }: Writing): SlotValues => ({
  w_object: layout.object.name, w_operation: options.operation ?? null, w_via: ctx.origin.via, w_trace: ctx.trace,
})

/** One row: the last position in the outbox, and the rows that were not written with the reason known so far. */
export const outcome: Sql = sql`
  select (select max(position) from sent) as position,
    (select jsonb_agg(jsonb_build_object('n', n.w_n, 'within', n.w_within, 'lost', n.w_lost))
      from judged n left join written w on w.id = n.id where w.id is null) as refused`

export const outcomeAlone: Sql = sql`
  select (select position from sent) as position,
    case when exists (select 1 from written) then null else jsonb_build_array(jsonb_build_object('n', ${slot('g_w_n', 'integer')}, 'within', true, 'lost', '[]'::jsonb)) end as refused`

export interface StatementOutcome {
  position: number | null
  refused: { n: number; within: boolean | null; lost: number[] }[] | null
}
