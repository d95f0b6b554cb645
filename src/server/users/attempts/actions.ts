import { refuse } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'
import { accountSubject, type AttemptLimit, bothSubjects, longestSeconds } from './rules.ts'
import { refusals } from './texts.ts'

/**
 * Counts a try before it is made: many at the same moment cannot slip through together. Refuses (429) while any of the
 * subjects is locked. What succeeds is taken off again by `forgive`. One statement, so that several servers count as one.
 */
export async function countAttempt(db: Db, limits: readonly AttemptLimit[], now: Date): Promise<void> {
  const subjects = limits.map((limit) => limit.subject)
  const free = limits.map((limit) => limit.free)
  const first = limits.map((limit) => limit.firstSeconds)
  const forget = limits.map((limit) => limit.forgetSeconds)
  await db.transaction(async (tx) => {
    // Sorted, so that two tries take the rows in the same order; a locked row is not touched and so does not come back.
    const counted = await tx.rows(sql`
    with limits as (select * from unnest(${subjects}::text[], ${free}::int[], ${first}::int[], ${forget}::int[]) as l (subject, free, first, forget))
    insert into sign_in_attempt as a (subject, failures, last_at)
    select subject, 1, ${now}::timestamptz from limits order by subject
    on conflict (subject) do update set (failures, last_at, locked_until) = (
      select n, excluded.last_at, case when n >= l.free then excluded.last_at + make_interval(secs => least(${longestSeconds}::int, l.first * power(2, least(n - l.free, 20)))) end
        from limits l cross join lateral (select case when a.last_at < excluded.last_at - make_interval(secs => l.forget) then 1 else a.failures + 1 end as n) as count
       where l.subject = excluded.subject)
     where a.locked_until is null or a.locked_until <= excluded.last_at
    returning subject`)
    // What is refused is not counted: hammering at a locked door from one place must not lock it for other places.
    if (counted.length < limits.length) await refuseUntil(tx, subjects, now)
  })
}

async function refuseUntil(db: Db, subjects: readonly string[], now: Date): Promise<void> {
  const [row] = await db.rows<{ seconds: number | null }>(sql`
    select ceil(extract(epoch from max(locked_until) - ${now}::timestamptz))::int as seconds from sign_in_attempt
     where subject = any(${subjects}) and locked_until > ${now}`)
  const seconds = Math.max(1, row?.seconds ?? 1)
  refuse('too_many_attempts', refusals.wait, { status: 429, values: { seconds }, facts: { retryAfter: seconds } })
}

/** The try was good: the person's counts start anew, the address gets this one back. */
export async function forgive(db: Db, limits: readonly AttemptLimit[]): Promise<void> {
  const subjects = limits.map((limit) => limit.subject)
  await db.rows(sql`
    with gone as (delete from sign_in_attempt where subject = any(${subjects}) and subject not like 'address:%')
    update sign_in_attempt set failures = greatest(0, failures - 1), locked_until = null where subject = any(${subjects}) and subject like 'address:%'`)
}

/** The try was neither good nor bad: as if it had not been made, with what was counted before it still there. */
export async function takeBack(db: Db, limits: readonly AttemptLimit[]): Promise<void> {
  const subjects = limits.map((limit) => limit.subject)
  await db.rows(sql`update sign_in_attempt set failures = greatest(0, failures - 1), locked_until = null where subject = any(${subjects})`)
}

/** By an administrator or the command line. */
export async function unlock(db: Db, mail: string): Promise<void> {
  await db.rows(sql`delete from sign_in_attempt where subject = ${accountSubject(mail)} or starts_with(subject, ${bothSubjects(mail)})`)
}

/** Until when this person is kept out somewhere; null: nowhere. */
export async function lockedUntil(db: Db, mail: string, now: Date): Promise<string | null> {
  const [row] = await db.rows<{ until: string | null }>(sql`
    select max(locked_until) as until from sign_in_attempt where locked_until > ${now} and (subject = ${accountSubject(mail)} or starts_with(subject, ${bothSubjects(mail)}))`)
  return row?.until ?? null
}
