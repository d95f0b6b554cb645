/** `npm run sedno -- config …` as whoever sits at the terminal has it: exit codes, what is said, and where the files lie. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const room = mkdtempSync(join(tmpdir(), 'sedno-config-'))
after(() => rmSync(room, { recursive: true, force: true, maxRetries: 5 }))

interface Ended {
  code: number
  said: string
  wrong: string
}

/** In the installation whose data lie in the folder of this name; paths are from `room`, where the command is given. */
function config(installation: string, ...words: string[]): Promise<Ended> {
  const env = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: 'node_modules/.cache/compiled', SEDNO_LANG: 'en', SEDNO_DATA: join(room, installation), SEDNO_GIVEN_IN: room, SEDNO_ADMIN_EMAIL: 'admin@example.pl', SEDNO_ADMIN_PASSWORD: 'Sedno-2026-haslo' }
  return new Promise((resolve) => execFile(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/server/app/command.ts', 'config', ...words], { env }, (error, said, wrong) =>
    resolve({ code: error === null ? 0 : Number(error.code ?? -1), said, wrong })))
}

const filesIn = (folder: string) => readdirSync(join(room, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).sort()
const textsOf = (folder: string) => filesIn(folder).map((file) => readFileSync(join(room, folder, file), 'utf8'))

test('a configuration goes from one installation to another as files', async () => {
  cpSync('examples/tasks/01-insurance-policies', join(room, 'policies'), { recursive: true })
  assert.equal((await config('one', 'apply', 'policies', '--add', '--yes')).code, 0)
  const exported = await config('one', 'export', 'out')
  assert.deepEqual([exported.code, /files written to/.test(exported.said)], [0, true], exported.wrong)
  assert.ok(filesIn('out').includes('objects/policy.json') && filesIn('out').includes('roles/salesperson.json'))

  const differs = await config('other', 'diff', 'out')
  assert.equal(differs.code, 1, differs.wrong)
  assert.match(differs.said, /^\+ object policy$/m)
  assert.match(differs.said, /^\+ roles agent$/m)
  const rehearsed = await config('other', 'apply', 'out')
  assert.deepEqual([rehearsed.code, /rehearsal: nothing was changed/.test(rehearsed.said)], [0, true], rehearsed.wrong)
  assert.equal((await config('other', 'diff', 'out')).code, 1)
  const applied = await config('other', 'apply', 'out', '--yes')
  assert.deepEqual([applied.code, /\d+ changes made/.test(applied.said)], [0, true], applied.wrong)
  const same = await config('other', 'diff', 'out')
  assert.deepEqual([same.code, same.said.trim()], [0, 'Nothing differs.'])
  assert.equal((await config('other', 'export', 'again')).code, 0)
  assert.deepEqual([filesIn('again'), textsOf('again')], [filesIn('out'), textsOf('out')])
})

test('what cannot be read is refused by name, and changes nothing', async () => {
  const spoilt = async (folder: string, file: string, text: (old: string) => string): Promise<Ended> => {
    cpSync(join(room, 'policies'), join(room, folder), { recursive: true })
    writeFileSync(join(room, folder, file), text(readFileSync(join(room, folder, file), 'utf8')))
    return config('other', 'apply', folder, '--add', '--yes')
  }
  const cut = await spoilt('cut', 'objects/policy.json', (old) => old.slice(0, old.length / 2))
  assert.deepEqual([cut.code, /^objects\/policy\.json: The file .* cannot be read/m.test(cut.wrong)], [1, true], cut.wrong)
  const newer = await spoilt('newer', 'configuration.json', () => '{"format": 99, "program": "9.0.0"}')
  assert.deepEqual([newer.code, /newer version of the program \(9\.0\.0\)/.test(newer.wrong)], [1, true], newer.wrong)
  const stranger = await spoilt('stranger', 'objects/policy.json', (old) => old.replace('"decimals"', '"colour"').replace('"maxLength"', '"longest"'))
  assert.deepEqual([stranger.code, /^field policy\.number longest: /m.test(stranger.wrong)], [1, true], stranger.wrong)
  const nowhere = await config('other', 'apply', 'nowhere', '--yes')
  assert.deepEqual([nowhere.code, /There is no folder .*nowhere/.test(nowhere.wrong)], [1, true], nowhere.wrong)
  assert.equal((await config('other', 'diff', 'out')).code, 0)
})

test('words that are no command are answered with the usage', async () => {
  for (const words of [[], ['apply'], ['export', 'x', 'y'], ['diff', 'out', '--now']]) {
    const { code, said } = await config('other', ...words)
    assert.deepEqual([code, /config export FOLDER/.test(said)], [2, true])
  }
  assert.equal(existsSync(join(room, 'x')), false)
})

test('what was exported before and is no more goes from the folder; other files stay', async () => {
  writeFileSync(join(room, 'out/README.md'), 'Ours.')
  writeFileSync(join(room, 'out/package.json'), '{}')
  writeFileSync(join(room, 'out/objects/gone.json'), '{}')
  assert.equal((await config('one', 'export', 'out')).code, 0)
  assert.deepEqual([existsSync(join(room, 'out/objects/gone.json')), existsSync(join(room, 'out/README.md')), existsSync(join(room, 'out/package.json'))], [false, true, true])
})
