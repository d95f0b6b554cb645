import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tell } from './words.mjs'

export const officePackages = ['libreoffice-writer-nogui', 'libreoffice-calc-nogui', 'python3-uno', 'fonts-liberation', 'fonts-crosextra-carlito']
const isThere = () => existsSync(process.env.SEDNO_SOFFICE ?? '/usr/bin/soffice')

/** LibreOffice for the tests of PDF; Debian's is installed when there is none and we may. Without it these tests say so and are passed over. */
export function ensureOffice() {
  if (isThere() || process.getuid?.() !== 0) return isThere()
  tell({ pl: 'Instaluję LibreOffice do testów plików PDF (apt-get)…', en: 'Installing LibreOffice for the tests of PDF files (apt-get)…' })
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...officePackages], { stdio: ['ignore', 2, 2], env })
  return isThere()
}
