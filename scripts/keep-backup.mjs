/**
 * node scripts/keep-backup.mjs NAME: a small demo company, backed up to src/server/app/kept/NAME.backup. Made once when a version is
 * finished; the tests of every later version restore and migrate it.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { node } from './place.mjs'

const [name] = process.argv.slice(2)
if (!/^[a-z0-9.-]+$/.test(name ?? '')) throw new Error('give the backup a name: letters, digits, dots, dashes')
await ensureInstalled()
const data = mkdtempSync(join(tmpdir(), 'sedno-keep-'))
const env = { ...process.env, SEDNO_DATA: data, SEDNO_LANG: 'pl', SEDNO_ADMIN_EMAIL: 'admin@instalmar.example.pl', SEDNO_ADMIN_PASSWORD: 'Kwiatek-na-oknie-7', SEDNO_DEMO: '', DATABASE_URL: '' }
try {
  run('demo', '--companies', '150', '--people', '300')
  run('backup', `src/server/app/kept/${name}.backup`)
} finally {
  rmSync(data, { recursive: true, force: true })
}

function run(...words) {
  const { status } = spawnSync(node, ['src/server/app/command.ts', ...words], { stdio: 'inherit', env })
  if (status !== 0) throw new Error(`${words[0]} ended with ${status}`)
}
