import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { killPrograms, runMain, startMain } from '../kernel/testing/process.ts'

const room = mkdtempSync(join(tmpdir(), 'sedno-backup-'))
const [data, other, file] = [join(room, 'data'), join(room, 'other'), join(room, 'firm.backup')]
after(() => {
  killPrograms()
  rmSync(room, { recursive: true, force: true, maxRetries: 5 })
})

const admin = { SEDNO_ADMIN_EMAIL: 'anna@firma.pl', SEDNO_ADMIN_PASSWORD: 'Kwiatek-na-oknie-7' }

/** npm run sedno -- WORDS: the exit code and what it said. */
function sedno(folder: string, ...words: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['src/server/app/command.ts', ...words], { env: { PATH: process.env['PATH'], SEDNO_DATA: folder, SEDNO_LANG: 'en' } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}

async function signIn(address: string): Promise<number> {
  const body = JSON.stringify({ email: admin.SEDNO_ADMIN_EMAIL, password: admin.SEDNO_ADMIN_PASSWORD })
  return (await fetch(`${address}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status
}

test('what was backed up while people worked is brought back on another machine, and one signs in there', async () => {
  const server = await startMain({ data, env: admin })
  const backup = await sedno(data, 'backup', file)
  assert.equal(backup.code, 0, backup.said)
  assert.equal(statSync(file).mode & 0o777, 0o600)
  const whileRunning = await sedno(data, 'restore', file, '--replace')
  assert.equal(whileRunning.code, 1)
  assert.match(whileRunning.said, /^Sedno is using this database now/)
  assert.equal(await server.stop(), 0)

  const restored = await sedno(other, 'restore', file)
  assert.equal(restored.code, 0, restored.said)
  const again = await sedno(other, 'restore', file)
  assert.match(again.said, /^This installation has data already; add --replace/)
  assert.equal(again.code, 1)
  const next = await startMain({ data: other })
  assert.equal(await signIn(next.address), 200)
  assert.equal(await next.stop(), 0)
})

test('a command that is not there, and one with wrong words, say what there is', async () => {
  const [unknown, wrong, checked] = await Promise.all([sedno(other, 'undo'), sedno(other, 'backup'), sedno(other, 'restore', file, '--check')])
  assert.deepEqual([unknown.code, wrong.code, checked.code], [2, 2, 0])
  assert.match(unknown.said, /There is no command "undo"[^]*backup FILE[^]*restore FILE/)
  assert.match(checked.said, /is whole/)
})

test('two servers and two workers on one database are one installation', async () => {
  const main = await startMain({ data: other })
  const env = { DATABASE_URL: `postgresql://sedno@${encodeURIComponent(join(other, 'socket'))}/sedno`, SEDNO_SECRET_FILE: join(other, 'secret.key') }
  const guest = (role: string) => runMain({ data: join(room, `guest-${role}`), env: { ...env, SEDNO_ROLE: role } })
  const [server, worker] = await Promise.all([guest('server'), guest('worker')])
  await Promise.all([server.untilHealth(200), worker.untilSaid(/background worker is ready/)])
  assert.deepEqual(await Promise.all([signIn(main.address), signIn(server.address)]), [200, 200])
  worker.child.kill('SIGKILL')
  assert.deepEqual(await Promise.all([server.stop(), main.stop()]), [0, 0])
})
