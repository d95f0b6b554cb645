/** One process: server, worker or both, as SEDNO_ROLE says. */
import { say } from '../../contract/text.ts'
import { StartError } from '../kernel/db/start-error.ts'
import { measureProcess, watchHealth } from '../kernel/health/health.ts'
import { holdPort } from './door.ts'
import { installTemplates } from '../documents/index.ts'
import { firstRun, programCtx } from './first-run.ts'
import { asStartError, openInstallation } from './installation.ts'
import { startServer } from './server.ts'
import { report } from './report.ts'
import { languageOf, readSettings, type Settings } from './settings.ts'
import { texts } from './texts.ts'
import { startWorker } from './worker.ts'
import program from '../../../package.json' with { type: 'json' }

/** After this long a stop no longer waits for anybody. */
const longestStop = 25_000

const settings = settingsOrEnd()
await start(settings).catch((error: unknown) => giveUp(asStartError(error, settings) ?? error))

async function start(settings: Settings): Promise<void> {
  const door = settings.role === 'worker' ? null : await holdPort(settings)
  const installation = await openInstallation(settings).catch(async (error: unknown) => {
    await door?.close()
    throw error
  })
  const health = watchHealth(installation.db)
  measureProcess(installation.db)
  const parts: { close(): Promise<void> }[] = []
  let stopping: Promise<void> | null = null
  const stop = () => (stopping ??= stopAll())
  const stopAll = async () => {
    health.stopping()
    console.error(say(texts.stopping, settings.language))
    setTimeout(() => process.exit(1), longestStop).unref()
    await Promise.all(parts.map((part) => part.close()))
    await installation.close()
    process.exit()
  }
  // Nothing is acknowledged before it is committed, so being asked to stop during the start is no different from later.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'disconnect']) process.on(signal, () => void stop())
  // A forgotten promise harms one request; after an exception nobody caught nothing can be trusted any more.
  process.on('unhandledRejection', (error) => report(error, { where: 'a promise nobody waited for' }))
  process.on('uncaughtException', (error) => {
    report(error, { where: 'an exception nobody caught' })
    process.exitCode = 1
    void stop()
  })
  try {
    if (settings.role !== 'server') parts.push(await startWorker(installation, report))
    await firstRun(installation, (sentence) => console.error(sentence))
    await installTemplates(programCtx(installation))
    await door?.close()
    if (settings.role !== 'worker') {
      const server = await startServer({ ...installation, health, version: program.version, report })
      parts.push(server)
      health.ready()
      console.log(say(texts.listening, settings.language, { address: server.address }))
    } else console.log(say(texts.working, settings.language))
  } catch (error) {
    await Promise.allSettled(parts.map((part) => part.close()))
    await installation.close()
    throw error
  }
}

function settingsOrEnd(): Settings {
  try {
    return readSettings()
  } catch (error) {
    return giveUp(error)
  }
}

/** One sentence for a person, or the whole error when it is ours. */
function giveUp(error: unknown): never {
  if (error instanceof StartError) console.error(error.sentence(languageSafely()))
  else console.error(error)
  process.exit(1)
}

function languageSafely() {
  try {
    return languageOf(process.env)
  } catch {
    return 'en'
  }
}
