/** npm run sedno -- WORD …: commands for whoever sits at the server's terminal. */
import { RefusalError } from '../../contract/refusal.ts'
import { say } from '../../contract/text.ts'
import { StartError } from '../kernel/db/start-error.ts'
import { ownCommands } from './commands.ts'
import { firstRun, programCtx } from './first-run.ts'
import { asStartError, openInstallation } from './installation.ts'
import { commands } from './rooms.ts'
import { languageOf, readSettings, type Settings } from './settings.ts'
import { texts } from './texts.ts'

const print = (line: string) => console.log(line)

process.on('disconnect', () => process.exit(1))
process.exit(await run(process.argv.slice(2)))

async function run([word = '', ...words]: string[]): Promise<number> {
  let settings: Settings | null = null
  try {
    settings = readSettings()
    const own = ownCommands.find((command) => command.name === word)
    if (own !== undefined) return await own.run(settings, words, print)
    const ofRoom = commands.find((command) => command.name === word)
    if (ofRoom === undefined) return showUsage(settings, word)
    const installation = await openInstallation(settings, { max: 4 })
    try {
      await firstRun(installation, (sentence) => console.error(sentence))
      return await ofRoom.run(programCtx(installation), words, print)
    } finally {
      await installation.close()
    }
  } catch (error) {
    return tellWhy(error, settings)
  }
}

function showUsage({ language }: Settings, word: string): number {
  if (word !== '' && word !== 'help') console.error(say(texts.unknownCommand, language, { word }))
  print(say(texts.commands, language))
  for (const { usage } of [...ownCommands, ...commands]) print(`  ${say(usage, language)}`)
  return word === '' || word === 'help' ? 0 : 2
}

function tellWhy(error: unknown, settings: Settings | null): number {
  const language = settings?.language ?? languageOf({ LANG: process.env['LANG'] })
  const known = settings === null ? error : (asStartError(error, settings) ?? error)
  if (known instanceof StartError) console.error(known.sentence(language))
  else if (known instanceof RefusalError) for (const { field, text, values } of known.refusals) console.error(`${field === undefined ? '' : `${field}: `}${say(text, language, values)}`)
  else console.error(known)
  return 1
}
