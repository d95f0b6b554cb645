import './place.mjs'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { node } from './place.mjs'
import { inTurn } from './turn.mjs'
import { giveUp, tell } from './words.mjs'

const lockFile = 'package-lock.json'
const installedMark = 'node_modules/.sedno-installed'
const npmMark = 'node_modules/.package-lock.json'

/** Installs the packages of the lock file when they are not there yet, once also when two starts meet. */
export async function ensureInstalled() {
  if (isInstalled()) return
  await inTurn('install', () => {
    if (isInstalled()) return
    if (!sameAge()) install()
    if (!runs()) giveUp({ pl: 'Zainstalowany Node nie działa (node_modules/.bin/node); proszę usunąć folder node_modules i spróbować jeszcze raz.', en: 'The installed Node does not run (node_modules/.bin/node); remove the folder node_modules and try again.' })
    writeFileSync(installedMark, wanted())
  })
}

const wanted = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex')
const isInstalled = () => existsSync(installedMark) && readFileSync(installedMark, 'utf8') === wanted() && existsSync(node)

/** Installed by hand, by `npm ci`, after the lock file was last changed. */
function sameAge() {
  return existsSync(npmMark) && existsSync(node) && !existsSync(installedMark) && statSync(npmMark).mtimeMs >= statSync(lockFile).mtimeMs
}

function install() {
  tell({ pl: 'Instaluję pakiety (npm ci)…', en: 'Installing packages (npm ci)…' })
  // The build of the web part needs the development packages whatever NODE_ENV says; two packages need their install scripts.
  const words = ['ci', '--include=dev', '--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, error } = spawnSync('npm', words, { stdio: ['ignore', 2, 2] })
  if (status !== 0) giveUp({ pl: `Nie udało się zainstalować pakietów (npm ci: ${error?.message ?? `kod ${status}`}); czy jest połączenie z rejestrem npm?`, en: `The packages could not be installed (npm ci: ${error?.message ?? `code ${status}`}); can the npm registry be reached?` })
}

const runs = () => spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('v24.') === true
