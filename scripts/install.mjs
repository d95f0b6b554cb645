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

/** Installed by hand, by `npm ci` or `npm install`, after the lock file was last changed. */
function sameAge() {
  return existsSync(npmMark) && existsSync(node) && statSync(npmMark).mtimeMs >= statSync(lockFile).mtimeMs
}

function install() {
  tell({ pl: 'Instaluję pakiety (npm ci)…', en: 'Installing packages (npm ci)…' })
  // The build of the web part needs the development packages whatever NODE_ENV says; two packages need their install scripts.
  const flags = ['--include=dev', '--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = (...words) => spawnSync('npm', [...words, ...flags], { stdio: ['ignore', 2, 2] })
  // A registry that lacks a package for another platform makes `ci` refuse the whole; `install` passes it over.
  let { status, error } = npm('ci')
  if (status !== 0) ({ status, error } = npm('install', '--no-save'))
  if (status !== 0) giveUp({ pl: `Nie udało się zainstalować pakietów (npm: ${error?.message ?? `kod ${status}`}); czy jest połączenie z rejestrem npm?`, en: `The packages could not be installed (npm: ${error?.message ?? `code ${status}`}); can the npm registry be reached?` })
}

const runs = () => spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('v24.') === true
