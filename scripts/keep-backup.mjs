/**
 * node scripts/keep-backup.mjs: a small demo company, backed up under the version's number. Made when a version is finished;
 * the tests of every later one bring it back (src/server/app/kept-backups.process.test.ts).
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { node } from './place.mjs'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
await ensureInstalled()
const data = mkdtempSync(join(tmpdir(), 'sedno-keep-'))
const env = { ...process.env, SEDNO_DATA: data, SEDNO_LANG: 'pl', SEDNO_ADMIN_EMAIL: 'admin@example.pl', SEDNO_ADMIN_PASSWORD: 'Sedno-2026-haslo', SEDNO_DEMO: '', DATABASE_URL: '' }
try {
  run('demo', '--companies', '60', '--people', '150')
  run('backup', `src/server/app/testing/backups/${version}.backup`)
} finally {
  rmSync(data, { recursive: true, force: true })
}

function run(...words) {
  const { status } = spawnSync(node, ['src/server/app/command.ts', ...words], { stdio: 'inherit', env })
  if (status !== 0) throw new Error(`${words[0]} ended with ${status}`)
}
