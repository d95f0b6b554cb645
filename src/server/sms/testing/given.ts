/** A world with the parties, their gateways and shorthands. */
import { randomUUID } from 'node:crypto'
import type { Values } from '../../../contract/definition.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import { deliverDue } from '../../kernel/outgoing/deliver.ts'
import { create } from '../../kernel/records/create.ts'
import { startWorld, type World } from '../../kernel/testing/world.ts'
import { objects as parties } from '../../parties/index.ts'
import { objects as users } from '../../users/index.ts'
import { saveSecrets } from '../gateways/actions.ts'
import { objects } from '../objects.ts'
import { smsWay } from '../sending/actions.ts'

export interface SmsWorld extends World {
  program: Ctx
  gateway(values: Values, secrets?: { token?: string; webhook?: string }): Promise<string>
  deliver(): Promise<{ sent: number }>
  messages(): Promise<Message[]>
  /** The pauses are over. */
  later(): Promise<void>
}

interface Message {
  id: string
  to: string
  state: string
  failure: string | null
  providerId: string | null
  parts: number | null
  cost: string | null
}

export async function smsWorld(): Promise<SmsWorld> {
  const world = await startWorld([...users, ...parties, ...objects])
  const program = world.ctxOf()
  return {
    ...world, program,
    async gateway(values, secrets = {}) {
      const { id } = await create(program, 'smsGateway', { name: `Bramka ${randomUUID()}`, rate: '1000', ...values })
      await saveSecrets(program, id, secrets)
      return id
    },
    deliver: () => deliverDue(program, smsWay({ limitMs: 1_500 })),
    messages: () => world.db.rows<Message>(sql`select id, "to", state, failure, provider_id as "providerId", parts::int, cost_amount::text as cost from sms_message order by id`),
    async later() {
      await world.db.rows(sql`update outgoing set due_at = now(), paused_at = now() where due_at is not null`)
      await world.db.rows(sql`update outgoing_lane set due_at = now()`)
    },
  }
}
