/** The first run without the page: administrator and demo company from the environment. */
import { program } from '../kernel/access/who.ts'
import type { Ctx } from '../kernel/context.ts'
import { newId } from '../kernel/db/uuid7.ts'
import { enqueue } from '../kernel/jobs/enqueue.ts'
import { demoJob, grantNewObjects, setUpFromEnvironment } from '../users/index.ts'
import { say } from '../../contract/text.ts'
import type { Installation } from './installation.ts'

/** A context in which the program itself works, in the settings' language. */
export function programCtx({ db, registry, settings }: Installation): Ctx {
  return {
    db, who: program, now: new Date(), trace: newId(), registry: registry(), language: settings.language, timeZone: 'Europe/Warsaw',
    currency: settings.currency ?? 'PLN', origin: { via: 'command', ip: null, agent: null, session: null },
  }
}

/** Of the first administrator: nothing where he is there already, or where a person will do it on the first page. Warns of a weak password. */
export async function firstRun(installation: Installation, warn: (sentence: string) => void): Promise<void> {
  const { settings } = installation
  const ctx = programCtx(installation)
  await grantNewObjects(ctx)
  if (settings.admin === null) return
  const given = { ...settings.admin, language: settings.language, currency: settings.currency ?? 'PLN' }
  const { weak } = await setUpFromEnvironment(ctx, given, async ({ db }) => {
    if (settings.demo) await enqueue(db, demoJob, {})
  })
  if (weak !== null) warn(say(weak.text, settings.language, weak.values))
}
