import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { countAttempt } from '../attempts/actions.ts'
import { limitsFor } from '../attempts/rules.ts'
import { goodPassword, refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import { signIn } from '../sessions/actions.ts'
import { setUp } from '../setup/actions.ts'
import { commands } from './actions.ts'

let world: UsersWorld
before(async () => void (world = await startUsersWorld()))
after(() => world.end())

async function say(...words: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = []
  const code = await commands[0]!.run(world.ctxOf('program', { language: 'en' }), words, (line) => void lines.push(line))
  return { code, text: lines.join('\n') }
}
const enter = (email: string, password: string, newPassword?: string) => signIn(world.stranger(), { email, password, newPassword }, { replaces: null })

test('before the first run there is nobody to add to', async () => {
  assert.deepEqual([(await say('add', 'a@firma.example', 'Anna')).code, (await say('list')).text], [1, ''])
})

test('an account made at the terminal signs in with the password shown, and must replace it', async () => {
  await setUp(world.stranger(), { language: 'en', currency: 'PLN', administrator: { name: 'Root', mail: 'root@firma.example', password: goodPassword } })
  const { code, text } = await say('add', 'Anna@Firma.example', 'Anna', 'Nowak', '--admin')
  const password = /sign-in: (\S+)$/.exec(text)![1]!
  assert.equal(code, 0)
  assert.equal((await refusedWith(enter('anna@firma.example', password))).code, 'session.new_password_needed')
  await enter('anna@firma.example', password, goodPassword)
  assert.match((await say('list')).text, /^anna@firma\.example\tAnna Nowak\tAdministrator\tactive$/m)
})

test('a password set at the terminal opens a locked account', async () => {
  const limits = limitsFor('anna@firma.example', '192.0.2.7')
  for (let failure = 0; failure < 5; failure++) await countAttempt(world.db, limits, world.now)
  assert.equal((await refusedWith(enter('anna@firma.example', goodPassword))).status, 429)
  assert.equal((await say('unlock', 'ANNA@firma.example')).code, 0)
  await enter('anna@firma.example', goodPassword)
  const { text } = await say('password', 'anna@firma.example')
  assert.equal((await refusedWith(enter('anna@firma.example', goodPassword))).code, 'session.wrong')
  assert.equal((await refusedWith(enter('anna@firma.example', /sign-in: (\S+)$/.exec(text)![1]!))).code, 'session.new_password_needed')
})

test('what is wrong is said in a sentence and ends with an error', async () => {
  assert.deepEqual(await say('password', 'nobody@firma.example'), { code: 1, text: 'There is no account nobody@firma.example.' })
  assert.equal((await say('add', 'root@firma.example', 'Again')).code, 1)
  assert.equal((await say('dance')).code, 2)
})
