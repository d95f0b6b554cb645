/** The house's own commands: they open the installation themselves, as it is. */
import { chmodSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { say, type Text, type TextValues } from '../../contract/text.ts'
import program from '../../../package.json' with { type: 'json' }
import { checkBackup, loadBackup } from '../kernel/backup/load.ts'
import { writeBackup } from '../kernel/backup/write.ts'
import { openInstallation } from './installation.ts'
import type { Settings } from './settings.ts'
import { texts } from './texts.ts'

export interface OwnCommand {
  name: string
  usage: Text
  run(settings: Settings, words: readonly string[], print: (line: string) => void): Promise<number>
}

const backup: OwnCommand = {
  name: 'backup',
  usage: texts.backupUsage,
  async run(settings, words, print) {
    const { file, flags, wrong } = readWords(words, ['--without-key'])
    if (file === null || wrong) return usage(this, settings)
    const installation = await openInstallation(settings, { max: 2, prepare: false })
    try {
      const { db, files, registry } = installation
      const key = flags.has('--without-key') ? null : readFileSync(settings.secretFile, 'utf8')
      const counts = await writeBackup({ db, files, key, program: program.version, registry: registry().version }, file)
      print(sentence(settings, texts.backupDone, { ...counts, file, size: megabytes(statSync(file).size) }))
      print(say(key === null ? texts.keyApart : texts.keyInside, settings.language, { file: settings.secretFile }))
      return 0
    } finally {
      await installation.close()
    }
  },
}

const restore: OwnCommand = {
  name: 'restore',
  usage: texts.restoreUsage,
  async run(settings, words, print) {
    const { file, flags, wrong } = readWords(words, ['--replace', '--check'])
    if (file === null || wrong) return usage(this, settings)
    if (flags.has('--check')) {
      const { madeAt, program: by } = await checkBackup(file)
      print(sentence(settings, texts.backupGood, { file, madeAt, by }))
      return 0
    }
    const loaded = await load(settings, file, flags.has('--replace'))
    if (loaded.key !== null) putKey(settings.secretFile, loaded.key)
    // The data are in place; now they are brought up to this program, as at any start.
    await (await openInstallation(settings, { max: 2 })).close()
    print(sentence(settings, texts.restoreDone, { ...loaded, file, madeAt: loaded.manifest.madeAt }))
    if (loaded.key === null) print(say(texts.keyMissing, settings.language, { file: settings.secretFile }))
    return 0
  },
}

export const ownCommands: readonly OwnCommand[] = [backup, restore]

async function load(settings: Settings, file: string, replace: boolean) {
  const installation = await openInstallation(settings, { max: 1, prepare: false, name: 'sedno restore' })
  try {
    return await loadBackup(installation, file, { replace })
  } finally {
    await installation.close()
  }
}

/** The key that was here stays beside: what it sealed was replaced, but nobody's key is thrown away. */
function putKey(file: string, key: string): void {
  if (existsSync(file)) {
    if (readFileSync(file, 'utf8').trim() === key.trim()) return
    renameSync(file, `${file}.before-restore`)
  }
  writeFileSync(file, key, { mode: 0o600, flush: true })
  chmodSync(file, 0o600)
}

/** A relative FILE means from where the command was given, not from the checkout. */
function readWords(words: readonly string[], known: readonly string[]): { file: string | null; flags: ReadonlySet<string>; wrong: boolean } {
  const flags = new Set(words.filter((word) => word.startsWith('--')))
  const names = words.filter((word) => !word.startsWith('--'))
  const file = names[0] === undefined ? null : resolve(process.env['SEDNO_GIVEN_IN'] ?? process.cwd(), names[0])
  return { file, flags, wrong: names.length !== 1 || [...flags].some((flag) => !known.includes(flag)) }
}

function usage({ usage: text }: OwnCommand, { language }: Settings): number {
  console.error(say(text, language))
  return 2
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1)

function sentence({ language }: Settings, text: Text, facts: Record<string, unknown>): string {
  return say(text, language, facts as TextValues)
}
