/** A small backup of the demo company is kept from every version: each later one must bring it back and go on with it. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import program from '../../../package.json' with { type: 'json' }
import { killPrograms, startMain } from '../kernel/testing/process.ts'

const folder = fileURLToPath(new URL('testing/backups/', import.meta.url))
const room = mkdtempSync(join(tmpdir(), 'sedno-kept-'))
after(() => {
  killPrograms()
  rmSync(room, { recursive: true, force: true, maxRetries: 5 })
})

const kept = readdirSync(folder).filter((name) => name.endsWith('.backup'))

test('there is a backup of every version up to this one', () => assert.deepEqual(['0.1.0', program.version].filter((version) => !kept.includes(`${version}.backup`)), []))

for (const name of kept) {
  test(`the demo company of version ${name.replace('.backup', '')} is brought back, found and changed`, async () => {
    const data = join(room, name)
    const restored = spawnSync(process.execPath, ['src/server/app/command.ts', 'restore', join(folder, name)], { env: { PATH: process.env['PATH'], SEDNO_DATA: data, SEDNO_LANG: 'en' }, encoding: 'utf8' })
    assert.equal(restored.status, 0, restored.stderr)
    const { address, stop } = await startMain({ data })
    const signedIn = await fetch(`${address}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'admin@example.pl', password: 'Sedno-2026-haslo' }) })
    assert.equal(signedIn.status, 200)
    const headers = { cookie: signedIn.headers.getSetCookie()[0]!.split(';')[0]!, 'content-type': 'application/json' }
    const read = async (path: string) => (await fetch(`${address}${path}`, { headers })).json()
    const companies = await read('/api/records/company?count=true&limit=1&order=name')
    // Since deals are made, some of their customers are abroad, beside the others.
    assert.ok(companies.count.value >= 60)
    assert.ok((await read('/api/records/person?count=true&limit=1')).count.value >= 150)
    const [first] = companies.rows
    assert.ok((await read(`/api/records/company/${first.id}/history`)).entries.length >= 1)
    // From this version on the company has a configuration of its own, with records of its own objects.
    if (name !== '0.1.0.backup') assert.ok((await read('/api/records/device?count=true&limit=1')).count.value > 0)
    // And from this one on it sells: deals, quotes with their lines, documents made of them.
    if (!/^0\.[123]\.0\.backup$/.test(name)) for (const object of ['opportunity', 'quoteLine', 'salesOrder']) assert.ok((await read(`/api/records/${object}?count=true&limit=1`)).count.value > 0, object)
    // What came with a later version reaches the roles the company began with, and what is not for them stays closed.
    const roles = (await read('/api/records/role?columns=name')).rows as { id: string; name: string }[]
    const { grants, fields } = await read(`/api/roles/${roles.find((role) => role.name === 'Handlowiec')!.id}/grants`)
    const named = (list: object[], wanted: object) => list.filter((one) => Object.entries(wanted).every(([key, value]) => (one as Record<string, unknown>)[key] === value)).length
    assert.deepEqual([named(grants, { object: 'quote', verb: 'read', scope: 'team' }), named(fields, { object: 'product', field: 'cost', access: 'none' })], [1, 1])
    const changed = await fetch(`${address}/api/records/company/${first.id}`, { method: 'PATCH', headers, body: JSON.stringify({ version: first.version, shortName: 'Po przywróceniu' }) })
    assert.equal(changed.status, 200, await changed.text())
    await stop()
  })
}
