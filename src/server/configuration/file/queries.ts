import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { refuse } from '../../../contract/refusal.ts'
import type { Files } from './rules.ts'
import { fileTexts as texts } from './texts.ts'

/** The configuration that lies in a folder; whatever else lies there (a README) is left alone. */
export async function filesIn(folder: string): Promise<Files> {
  const names = await jsonFiles(folder).catch(() => refuse('configuration.no_folder', texts.noFolder, { values: { folder } }))
  return new Map(await Promise.all(names.sort().map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), 'utf8')])))
}

/** Paths within the folder, with / between their parts on every system. */
export async function jsonFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json')).map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
}
