/** What the documents say of the code stays true. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { machine } from './server/app/testing/example.ts'
import { startHouse, type House } from './server/app/testing/house.ts'
import { create } from './server/kernel/records/create.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const linesOf = (text: string) => text.trim().split('\n').length

let house: House
before(async () => { house = await startHouse([machine]) })
after(() => house.end())

test('the example of an object in the recipe is the one that runs, and as long as it says', () => {
  const recipe = read('docs/how-to/add-an-object.md')
  const example = read('src/server/app/testing/example.ts').trim()
  const shown = /```ts\n([\s\S]*?)\n```/.exec(recipe)![1]!
  assert.equal(shown.replace("'../../contract", "'../../../contract"), example)
  assert.match(recipe, new RegExp(`one declaration of ${linesOf(example)} lines`))
})

test('from the declaration alone come table, routes, description, rights and history', async () => {
  const { all, ctx } = house
  const company = await create(ctx, 'company', { name: 'Właściciel maszyn' })
  const made = await all.send('POST', '/api/records/machine', { name: 'Tokarka', serialNumber: 'T-1', company: company.id, warrantyUntil: '2027-01-31' })
  assert.equal(made.status, 201, made.text)
  const listed = await all.get(`/api/records/machine?search=tokar&columns=name,company.name&where=${encodeURIComponent('warrantyUntil > today')}`)
  assert.deepEqual([listed.body.rows[0].name, listed.body.rows[0]['company.name']], ['Tokarka', 'Właściciel maszyn'])
  assert.equal((await all.get(`/api/records/machine/${made.body.id}/history`)).body.entries.length, 1)
  assert.ok((await all.get('/api/openapi.json')).body.paths['/api/records/machine'])
  const stranger = await house.person('Obcy', { grants: [{ role: 'r', object: 'company', verb: 'read', scope: 'own', rule: null }] })
  assert.equal((await stranger.get(`/api/records/machine/${made.body.id}`)).status, 404)
})

test('a field type is one folder of four files and a line in each of four registers', () => {
  const folders = readdirSync(join(root, 'src/fields')).filter((name) => statSync(join(root, 'src/fields', name)).isDirectory())
  assert.ok(folders.length >= 24)
  for (const folder of folders) for (const file of ['field.ts', 'server.ts', 'web.tsx', 'examples.ts']) assert.ok(existsSync(join(root, 'src/fields', folder, file)), `${folder}/${file}`)
  for (const register of ['types.ts', 'servers.ts', 'webs.ts', 'examples.ts']) for (const folder of folders) assert.match(read(`src/fields/${register}`), new RegExp(`\\b${folder} \\} from './${folder}/`))
  const shortest = ['field.ts', 'server.ts', 'web.tsx', 'examples.ts'].reduce((sum, file) => sum + linesOf(read(`src/fields/time/${file}`)), 0)
  assert.match(read('docs/how-to/add-a-field-type.md'), new RegExp(`has ${shortest} lines in all`))
})

const documents = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`
    return statSync(join(root, path)).isDirectory() ? documents(path) : path.endsWith('.md') ? [path] : []
  })

test('every file that a document names is there', () => {
  const all = [...documents('docs'), 'README.md', 'STYLE.md', 'SECURITY.md'].filter((path) => existsSync(join(root, path)))
  const missing = all.flatMap((path) => {
    const text = read(path)
    const named = [...text.matchAll(/`((?:src|docs|bench|e2e|scripts)\/[\w./-]+\.(?:tsx?|md|mjs))`/g)].map((match) => match[1]!)
    const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => join(path, '..', match[1]!))
    return [...named, ...linked].filter((target) => !existsSync(join(root, target))).map((target) => `${path} names ${target}`)
  })
  assert.deepEqual(missing, [])
})

test('a room of the recipe is named where the recipe says', () => {
  const rooms = read('src/server/app/rooms.ts')
  for (const room of readdirSync(join(root, 'src/server')).filter((name) => !['kernel', 'app', 'migrations'].includes(name))) {
    assert.match(rooms, new RegExp(`from '\\.\\./${room}/index\\.ts'`), room)
    assert.match(rooms, new RegExp(`\\n  ${room}: \\[`), room)
  }
})
