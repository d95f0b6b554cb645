/** What tests of notices share: a task announced, workers that deliver, what went out. */
import { sql } from '../../../expression/sql.ts'
import type { House } from '../../app/testing/house.ts'
import type { Ctx } from '../../kernel/context.ts'
import { announce, type Announcement } from '../actions.ts'
import type { OwnSettings } from '../settings/contract.ts'
import { deliverNotices } from '../delivery/actions.ts'
import { firstSettings } from '../settings/rules.ts'

let counter = 0
export const freshKey = (): string => `test:${++counter}`

export const told = (ctx: Ctx, to: readonly string[], more: Partial<Announcement> = {}): Promise<void> =>
  announce(ctx, {
    kind: 'test', to, about: null, key: freshKey(), title: { pl: 'Nowe zadanie: Oferta', en: 'New task: Offer' }, body: { pl: 'Termin: jutro', en: 'Due: tomorrow' },
    why: { pl: 'Dostajesz to, bo odpowiadasz za zadanie.', en: 'You get this because you are responsible for the task.' }, ...more,
  })

export const deliver = (house: House, at: string | Date = house.ctx.now): Promise<void> => deliverNotices({ ...house.ctx, now: new Date(at) })

export const wishes = (house: House, person: string, settings: Partial<OwnSettings>): Promise<unknown> =>
  house.world.db.rows(sql`
    insert into notice_settings (person, settings, changed_at) values (${person}, ${{ ...firstSettings, ...settings }}, now())
    on conflict (person) do update set settings = excluded.settings`)

interface Parcel {
  way: string
  key: string
  payload: { to?: { address: string }[]; subject?: string; text?: string; html?: string; message?: { title: string; body: string; path: string } }
}

/** What was handed over for this person's address or devices, in order. */
export async function out(house: House, person: string): Promise<Parcel[]> {
  return house.world.db.rows<Parcel>(sql`
    select o.way, o.key, o.payload from outgoing o
    where o.id in (select unnest(d.parcels) from notice_delivery d where d.person = ${person}) order by o.id`)
}

export const states = (house: House, person: string) =>
  house.world.db.rows<{ way: string; state: string; due: string; reason: string | null }>(sql`
    select way, state, due_at as due, reason->>'pl' as reason from notice_delivery where person = ${person} order by id`)
