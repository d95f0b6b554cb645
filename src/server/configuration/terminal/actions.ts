/** `config export|diff|apply FOLDER`: the configuration as files, for version control and for other installations. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { say } from '../../../contract/text.ts'
import program from '../../../../package.json' with { type: 'json' }
import type { Command } from '../../kernel/command.ts'
import { configurationParts } from '../../kernel/configuration/parts.ts'
import type { Ctx } from '../../kernel/context.ts'
import { applyFiles, compareFiles, exportFiles } from '../file/actions.ts'
import { filesIn, jsonFiles } from '../file/queries.ts'
import type { Difference, Files } from '../file/rules.ts'
import { fileTexts as texts } from '../file/texts.ts'

type Print = (line: string) => void

const config: Command = {
  name: 'config',
  usage: texts.usage,
  async run(ctx, words, print) {
    const flags = new Set(words.filter((word) => word.startsWith('--')))
    const [does, given, ...rest] = words.filter((word) => !word.startsWith('--'))
    const known = [...flags].every((flag) => flag === '--add' || flag === '--yes')
    if (given === undefined || rest.length > 0 || !known || !['export', 'diff', 'apply'].includes(does ?? '')) {
      print(say(texts.usage, ctx.language))
      return 2
    }
    // A folder named without its root means from where the command was given, not from the checkout.
    const folder = resolve(process.env['SEDNO_GIVEN_IN'] ?? process.cwd(), given)
    const options = { whole: !flags.has('--add') }
    if (does === 'export') return exportTo(ctx, folder, print)
    const files = await filesIn(folder)
    if (does === 'apply') return apply(ctx, files, { ...options, rehearse: !flags.has('--yes') }, print)
    const found = await compareFiles(ctx, files, options)
    tell(ctx, found, print)
    return found.length === 0 ? 0 : 1
  },
}
export const commands = [config]

async function exportTo(ctx: Ctx, folder: string, print: Print): Promise<number> {
  const files = await exportFiles(ctx, program.version)
  // What was exported before and is no more must not come back with the next apply. Files of anybody else are not ours to take away.
  const there = await jsonFiles(folder).catch((): string[] => [])
  const isExport = there.includes('configuration.json')
  for (const old of there) if (isExport && isOurs(old) && !files.has(old)) await rm(join(folder, old))
  for (const [file, text] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  print(say(texts.exported, ctx.language, { count: files.size, folder }))
  return 0
}

function isOurs(file: string): boolean {
  const [folder, name, ...deeper] = file.split('/')
  return name !== undefined && deeper.length === 0 && ['objects', 'lists', ...configurationParts().map((part) => part.name)].includes(folder!)
}

async function apply(ctx: Ctx, files: Files, options: { whole: boolean; rehearse: boolean }, print: Print): Promise<number> {
  const { differences, notes } = await applyFiles(ctx, files, options)
  tell(ctx, differences, print)
  for (const { object, field, count } of notes) print(say(texts.gaps, ctx.language, { object, field, count }))
  if (differences.length > 0) print(options.rehearse ? say(texts.rehearsed, ctx.language) : say(texts.applied, ctx.language, { count: differences.length }))
  return 0
}

const signs = { add: '+', change: '~', remove: '-' } as const

function tell(ctx: Ctx, found: readonly Difference[], print: Print): void {
  if (found.length === 0) print(say(texts.same, ctx.language))
  for (const { does, kind, id, properties } of found) print(`${signs[does]} ${kind} ${id}${properties.length === 0 ? '' : `: ${properties.join(', ')}`}`)
}
