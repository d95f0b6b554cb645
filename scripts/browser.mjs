import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tell } from './words.mjs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']
const find = () => [process.env.SEDNO_CHROMIUM, ...places].find((place) => place && existsSync(place)) ?? null

/** A Chromium for the browser stories; Debian's is installed when there is none and we may. null: there is none. */
export function findBrowser() {
  const found = find()
  if (found !== null || process.getuid?.() !== 0) return found
  tell({ pl: 'Instaluję Chromium do testów w przeglądarce (apt-get)…', en: 'Installing Chromium for the browser tests (apt-get)…' })
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: ['ignore', 2, 2], env })
  return find()
}
