/** Invitations as a real mail server received them: Postfix in a folder and on a port of its own. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import ical, { type VEvent } from 'node-ical'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { changed, made } from '../../app/testing/stories.ts'
import { deliverDue } from '../../kernel/outgoing/deliver.ts'
import { mailWay, useSmtp } from '../../mail/sending/actions.ts'

const run = promisify(execFile)
const whyNot = !existsSync('/usr/sbin/postfix') ? 'Postfix is not installed (apt-get install postfix)' : process.getuid?.() !== 0 ? 'Postfix is started by root alone' : false
const nobody = 65_534

interface Postfix {
  url: string
  /** What lies in the mailbox, the first received first. */
  received(count: number): Promise<string[]>
  stop(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const mainOf = (folder: string) => `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = poczta.klient.example
mydestination =
local_recipient_maps =
alias_maps =
mynetworks = 127.0.0.0/8
smtpd_recipient_restrictions = permit_mynetworks, reject
smtputf8_enable = yes
virtual_mailbox_domains = klient.example
virtual_mailbox_base = ${folder}/mail
virtual_mailbox_maps = static:box/
virtual_uid_maps = static:${nobody}
virtual_gid_maps = static:${nobody}
maillog_file = ${folder}/log
maillog_file_prefixes = ${folder}
`
const masterOf = (port: number) => `127.0.0.1:${port} inet n - n - - smtpd
${['cleanup', 'qmgr', 'rewrite:trivial-rewrite', 'bounce', 'defer:bounce', 'trace:bounce', 'verify', 'proxymap', 'error', 'retry:error', 'anvil', 'scache', 'smtp'].map((service) => {
  const [name, command = name] = service.split(':')
  const isPublic = name === 'cleanup' || name === 'qmgr'
  return `${name} unix ${isPublic ? 'n' : '-'} - n - ${name === 'qmgr' ? 1 : 0} ${command}`
}).join('\n')}
virtual unix - n n - - virtual
postlog unix-dgram n - n - 1 postlogd
`

async function startPostfix(): Promise<Postfix> {
  const folder = await mkdtemp(join(tmpdir(), 'sedno-postfix-'))
  const port = await freePort()
  await chmod(folder, 0o755)
  for (const part of ['etc', 'queue', 'data', 'mail']) await mkdir(join(folder, part))
  await writeFile(join(folder, 'etc/main.cf'), mainOf(folder))
  await writeFile(join(folder, 'etc/master.cf'), masterOf(port))
  await chown(join(folder, 'data'), Number((await run('id', ['-u', 'postfix'])).stdout), 0)
  await chown(join(folder, 'mail'), nobody, nobody)
  const postfix = (what: string) => run('/usr/sbin/postfix', ['-c', join(folder, 'etc'), what])
  await postfix('start')
  const box = join(folder, 'mail/box/new')
  return {
    url: `smtp://127.0.0.1:${port}`,
    async received(count) {
      let names: string[] = []
      for (let tries = 0; tries < 200 && names.length < count; tries++) {
        names = await readdir(box).catch(() => [])
        await pause(100)
      }
      if (names.length < count) assert.fail(await readFile(join(folder, 'log'), 'utf8').catch(() => 'no log'))
      return Promise.all(names.toSorted().map((name) => readFile(join(box, name), 'utf8')))
    },
    async stop() {
      await postfix('stop')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Parts of a message, those within parts too, decoded. */
function partsOf(message: string): { type: string; text: string }[] {
  const [, head = '', body = ''] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(message) ?? []
  const header = (name: string) => new RegExp(`^${name}:\\s*((?:.|\\r?\\n[ \\t])*)`, 'im').exec(head)?.[1]?.replaceAll(/\r?\n[ \t]+/g, ' ') ?? ''
  const type = header('content-type')
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (boundary !== undefined) return body.split(`--${boundary}`).slice(1, -1).flatMap((part) => partsOf(part.replace(/^\r?\n/, '')))
  const coding = header('content-transfer-encoding').trim().toLowerCase()
  const quoted = () => Buffer.from(body.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString()
  return [{ type, text: coding === 'base64' ? Buffer.from(body, 'base64').toString() : coding === 'quoted-printable' ? quoted() : body }]
}

let house: House
let organizer: Caller
let postfix: Postfix
before(async () => {
  if (whyNot !== false) return
  postfix = await startPostfix()
  house = await startHouse()
  organizer = await house.person('Organizatorka', {})
  await house.caughtUp()
})
after(async () => {
  if (whyNot !== false) return
  useSmtp(null)
  await postfix.stop()
  await house.end()
})

const soon = (days: number, hour = 9) => new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + days * 86_400_000 + hour * 3_600_000).toISOString()
/** What follows from a change is written a moment later; then the next mail goes. */
async function deliver(): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    await house.caughtUp()
    if ((await deliverDue({ ...house.ctx, now: new Date() }, mailWay())).sent > 0) return
    await pause(100)
  }
  assert.fail('no mail was due')
}

test('an invitation, a change and a cancellation reach a mailbox as a mail server received them, one event throughout', { skip: whyNot }, async () => {
  // Other tests of the process have mail servers of their own.
  useSmtp(postfix.url)
  const meeting = await made(organizer, 'activity', { title: 'Przegląd oferty – żółć', type: 'meeting', owner: organizer.id, start: soon(5), end: soon(5, 10), place: 'Łódź', timeZone: 'Europe/Warsaw' })
  assert.equal((await organizer.send('POST', '/api/calendar/invite', { activity: meeting.id, mails: [{ mail: 'jan@klient.example', name: 'Jan Żółw' }] })).status, 200)
  await deliver()
  await postfix.received(1)
  const moved = await changed(organizer, 'activity', meeting, { start: soon(6), end: soon(6, 10) })
  await deliver()
  await postfix.received(2)
  assert.equal((await organizer.send('DELETE', `/api/records/activity/${moved.id}?version=${moved.version}`)).status, 204)
  await deliver()
  const messages = (await postfix.received(3)).map((message) => ({ message, parts: partsOf(message) }))
  const calendars = messages.map(({ parts }) => parts.find(({ type }) => type.startsWith('text/calendar'))!)
  assert.deepEqual(new Set(calendars.map(({ type }) => /method=(\w+)/i.exec(type)?.[1])), new Set(['REQUEST', 'CANCEL']))
  const events = calendars.map(({ text }) => Object.values(ical.sync.parseICS(text)).find((one): one is VEvent => one?.type === 'VEVENT')!)
  assert.equal(new Set(events.map(({ uid }) => uid)).size, 1)
  assert.deepEqual(events.map(({ start, status }) => `${start.toISOString()} ${status}`).toSorted(), [`${soon(5)} CONFIRMED`, `${soon(6)} CANCELLED`, `${soon(6)} CONFIRMED`].toSorted())
  assert.equal(new Set(events.map(({ sequence }) => Number(sequence))).size, 3)
  assert.ok(events.every(({ summary, location }) => summary === 'Przegląd oferty – żółć' && location === 'Łódź'))
  for (const { message, parts } of messages) {
    assert.match(message, /^Received: .*poczta\.klient\.example \(Postfix\)/ms)
    assert.match(message, /^Reply-To: .*organizatorka@example\.pl/m)
    assert.deepEqual(parts.map(({ type }) => type.split(';')[0]).slice(0, 3), ['text/plain', 'text/html', 'text/calendar'])
  }
})
