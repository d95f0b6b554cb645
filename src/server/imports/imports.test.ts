import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sql } from '../../expression/sql.ts'
import { create, createMany } from '../kernel/records/create.ts'
import { change } from '../kernel/records/change.ts'
import { list } from '../kernel/query/list.ts'
import type { ImportAnswer } from './contract.ts'
import { lotSize } from './running/actions.ts'
import { csv, nip, startDesk, type Desk } from './testing/given.ts'

let desk: Desk
before(async () => {
  desk = await startDesk()
  await desk.work()
})
after(() => desk.end())

const reconciles = ({ counts }: ImportAnswer) => assert.equal(counts.read, counts.created + counts.updated + counts.skipped + counts.refused)
const figures = ({ counts: { read, created, updated, skipped, refused } }: ImportAnswer) => [read, created, updated, skipped, refused]
const companies = async (where: string, columns = ['name', 'nip', 'shortName', 'group', 'phones', 'addresses', 'mails', 'owner']) => (await list(desk.ctx, { object: 'company', where, columns, limit: 500, order: 'name' })).rows
const byNip = async (n: number) => (await companies(`nip = "${nip(n)}"`))[0]

test('the preview says of every row what the run then does, and both reconcile', async () => {
  const rows = Array.from({ length: 2_300 }, (_, n) => [`Zgodna ${n}`, n % 100 === 7 ? '1234567890' : nip(1_000 + (n % 2_200))])
  const { id } = await desk.upload(csv([['Nazwa', 'NIP'], ...rows]))
  const preview = await desk.until(id, 'preview')
  assert.equal(preview.state, 'previewed')
  reconciles(preview)
  assert.equal((await companies('name contains "Zgodna"')).length, 0, 'a preview writes nothing')
  const done = await desk.until(id, 'run')
  reconciles(done)
  assert.equal(done.state, 'done')
  assert.deepEqual(figures(done), figures(preview))
  assert.deepEqual(figures(done), [2_300, 2_178, 0, 99, 23])
})

test('a row repeated in the file names the line it repeats', async () => {
  const { id } = await desk.upload(csv([['Nazwa', 'NIP'], ['Raz', nip(1)], ['Dwa', nip(1)]]))
  const { preview } = await desk.until(id, 'preview')
  assert.deepEqual(preview!.rows.map(({ line, plan, repeats }) => [line, plan, repeats ?? null]), [[2, 'create', null], [3, 'skip', 2]])
})

for (const [found, expected] of [
  ['skip', { figures: [2, 1, 0, 1, 0], name: 'Stara', shortName: null }],
  ['update', { figures: [2, 1, 1, 0, 0], name: 'Nowa', shortName: 'N' }],
  ['updateEmpty', { figures: [2, 1, 1, 0, 0], name: 'Stara', shortName: 'N' }],
  ['ask', { figures: [2, 1, 0, 1, 0], name: 'Stara', shortName: null }],
] as const) {
  test(`a company found by its NIP: ${found}`, async () => {
    const n = 10_000 + expected.figures[3]! * 10 + found.length * 100
    await create(desk.ctx, 'company', { name: 'Stara', nip: nip(n) })
    const { id } = await desk.upload(csv([['Nazwa', 'Nazwa skrócona', 'NIP'], ['Nowa', 'N', nip(n)], ['Inna', 'I', nip(n + 1)]]), { options: { keys: [['nip']], found } })
    const preview = await desk.until(id, 'preview')
    assert.deepEqual(preview.preview!.found.map(({ line, record, by, values }) => [line, record.name, by, values!.name]), [[2, 'Stara', ['nip'], 'Nowa']])
    const done = await desk.until(id, 'run')
    assert.deepEqual(figures(done), expected.figures)
    const record = await byNip(n)
    assert.deepEqual([record!.name, record!.shortName], [expected.name, expected.shortName])
  })
}

test('what was decided about a row is done with it, the rest is skipped', async () => {
  for (const n of [20_000, 20_001, 20_002]) await create(desk.ctx, 'company', { name: `Stara ${n}`, nip: nip(n) })
  const { id } = await desk.upload(csv([['Nazwa', 'NIP'], ['Nowa 0', nip(20_000)], ['Nowa 1', nip(20_001)], ['Nowa 2', nip(20_002)]]), { options: { keys: [['nip']], found: 'ask' } })
  const preview = await desk.until(id, 'preview')
  assert.deepEqual(preview.preview!.rows.map(({ plan }) => plan), ['ask', 'ask', 'ask'])
  const decided = await desk.anna.send('PATCH', `/api/imports/${id}`, { options: { decisions: { 2: 'update', 3: 'skip' } } })
  assert.equal(decided.body.state, 'previewed', 'a decision leaves the preview true')
  assert.deepEqual(figures(await desk.until(id, 'run')), [3, 0, 1, 2, 0])
  assert.deepEqual([(await byNip(20_000))!.name, (await byNip(20_001))!.name, (await byNip(20_002))!.name], ['Nowa 0', 'Stara 20001', 'Stara 20002'])
})

test('found rows are decided about page by page, and all the others at once', async () => {
  const many = Array.from({ length: 1_203 }, (_, n) => n)
  await createMany(desk.ctx, 'company', many.map((n) => ({ name: `Dawna ${n}`, nip: nip(600_000 + n) })))
  const { id } = await desk.upload(csv([['Nazwa', 'NIP'], ...many.map((n) => [`Świeża ${n}`, nip(600_000 + n)])]), { options: { keys: [['nip']], found: 'ask' } })
  const preview = await desk.until(id, 'preview')
  assert.deepEqual([preview.preview!.foundCount, preview.preview!.foundMore, figures(preview)], [1_203, true, [1_203, 0, 0, 1_203, 0]])
  const lines: number[] = []
  for (let next: number | null = -1; next !== null; ) {
    const { body } = await desk.anna.get(`/api/imports/${id}/found?limit=400${next < 0 ? '' : `&after=${next}`}`)
    if (next < 0) assert.deepEqual([body.rows[0].record.name, body.rows[0].values.name], ['Dawna 0', 'Świeża 0'])
    lines.push(...body.rows.map(({ line }: { line: number }) => line))
    next = body.next as number | null
  }
  assert.deepEqual(lines, many.map((n) => n + 2))
  const { body } = await desk.anna.send('PATCH', `/api/imports/${id}`, { options: { decisions: { 3: 'skip', 1_204: 'skip' }, undecided: 'update' } })
  assert.deepEqual([body.state, figures(body)], ['previewed', [1_203, 0, 1_201, 2, 0]])
  assert.deepEqual(figures(await desk.until(id, 'preview')), [1_203, 0, 1_201, 2, 0], 'gone through once more it comes out the same')
  assert.deepEqual(figures(await desk.until(id, 'run')), [1_203, 0, 1_201, 2, 0])
  assert.deepEqual([(await byNip(600_000))!.name, (await byNip(600_001))!.name, (await byNip(601_202))!.name], ['Świeża 0', 'Dawna 1', 'Dawna 1202'])
  assert.deepEqual(await desk.house.world.db.rows(sql`select from import_found where import = ${id}`), [], 'nothing of it is kept once it is written')
})

test('rows found by an import are seen by its importer only', async () => {
  await create(desk.ctx, 'company', { name: 'Widzi ją Anna', nip: nip(610_000) })
  const { id } = await desk.upload(csv([['Nazwa', 'NIP'], ['Nowa', nip(610_000)]]), { options: { keys: [['nip']], found: 'ask' } })
  await desk.until(id, 'preview')
  const other = await desk.house.person('Obcy', { functions: new Set(['import']) })
  assert.equal((await other.get(`/api/imports/${id}/found`)).status, 404)
})

test('created all the same, a unique value is refused and another key makes a double', async () => {
  await create(desk.ctx, 'company', { name: 'Podwójna', nip: nip(21_000) })
  const { id } = await desk.upload(csv([['Nazwa', 'NIP'], ['Podwójna', ''], ['Trzecia', nip(21_000)]]), { options: { keys: [['name'], ['nip']], found: 'create' } })
  const done = await desk.until(id, 'run')
  assert.deepEqual(figures(done), [2, 1, 0, 0, 1])
  assert.equal((await companies('name = "Podwójna"')).length, 2)
})

test('a mapping changed after the preview asks for a new one', async () => {
  const { id, mapping } = await desk.upload(csv([['Nazwa', 'NIP'], ['Zmienna', nip(22_000)]]))
  await desk.until(id, 'preview')
  const { body } = await desk.anna.send('PATCH', `/api/imports/${id}`, { mapping: mapping.slice(0, 1) })
  assert.deepEqual([body.state, body.preview, body.counts.read], ['uploaded', null, 0])
})

test('read in another way, columns of the same name keep where they were put by hand', async () => {
  const { id } = await desk.upload('Nazwa;Kod;Zbędna\nFirma; 7;x\n', { mapping: [{ column: 0, field: 'name' }, { column: 1, field: 'externalId' }] })
  const anew = async (format: object) => (await desk.anna.send('PATCH', `/api/imports/${id}`, { format })).body as ImportAnswer
  const { mapping, format } = await anew({ encoding: 'windows-1250', quote: "'" })
  assert.deepEqual([format.encoding, mapping], ['windows-1250', [{ column: 0, field: 'name' }, { column: 1, field: 'externalId' }]])
  assert.deepEqual((await anew({ separator: ',' })).mapping.filter(({ field }) => field === 'externalId'), [], 'a column of another name takes nothing over')
})

test('links are found by name or identifier, made, left empty or refused as the mapping says', async () => {
  const parent = await create(desk.ctx, 'company', { name: 'Centrala Łódzka', externalId: 'C-1' })
  const mapping = (whenMissing: string) => [
    { column: 0, field: 'name' }, { column: 1, field: 'parent', by: 'externalId', whenMissing }, { column: 2, field: 'group', by: 'name', whenMissing: 'create' },
  ]
  const file = csv([['Nazwa', 'Centrala', 'Grupa'], ['Oddział A', 'c-1', 'Nowa grupa'], ['Oddział B', 'C-404', 'nowa grupa']])
  const refusing = await desk.upload(file, { mapping: mapping('refuse'), options: { keys: [] } })
  const preview = await desk.until(refusing.id, 'preview')
  assert.deepEqual(figures(preview), [2, 1, 0, 0, 1])
  assert.deepEqual(preview.preview!.rows[0]!.values.group, { id: '00000000-0000-7000-8000-000000000000', name: 'Nowa grupa', new: true })
  assert.equal((preview.preview!.rows[0]!.values.parent as { name: string }).name, 'Centrala Łódzka')
  assert.deepEqual(preview.preview!.refused[0]!.reasons.map(({ column, code }) => [column, code]), [['Centrala', 'link_missing']])
  const emptying = await desk.upload(file, { mapping: mapping('empty'), options: { keys: [] } })
  assert.deepEqual(figures(await desk.until(emptying.id, 'run')), [2, 2, 0, 0, 0])
  const [a, b] = await companies('name contains "Oddział"', ['name', 'parent', 'group'])
  assert.deepEqual([(a!.parent as { id: string }).id, b!.parent], [parent.id, null])
  assert.equal((a!.group as { id: string }).id, (b!.group as { id: string }).id, 'one group, however it is spelled')
})

test('one row brings several addresses, phones and mails, each of its kind', async () => {
  const mapping = [
    { column: 0, field: 'name' }, { column: 1, field: 'addresses', part: 'city' }, { column: 2, field: 'addresses', part: 'street' }, { column: 3, field: 'addresses', part: 'city', kind: 'delivery' },
    { column: 4, field: 'phones' }, { column: 5, field: 'phones', kind: 'mobile' }, { column: 6, field: 'mails' },
  ]
  const { id } = await desk.upload(csv([['a', 'b', 'c', 'd', 'e', 'f', 'g'], ['Wieloadresowa', 'Kraków', 'Długa', 'Żory', '12 686 90 80', '602 118 331', 'biuro@wielo.example.pl']]), { mapping, options: { keys: [] } })
  assert.deepEqual(figures(await desk.until(id, 'run')), [1, 1, 0, 0, 0])
  const [made] = await companies('name = "Wieloadresowa"')
  assert.deepEqual((made!.addresses as { kind: string; city: string }[]).map(({ kind, city }) => [kind, city]), [['seat', 'Kraków'], ['delivery', 'Żory']])
  assert.deepEqual((made!.phones as { kind: string; value: string }[]).map(({ kind, value }) => [kind, value]), [['main', '+48126869080'], ['mobile', '+48602118331']])
})

test('refused rows come back as they were, with the line and the reason; they can be read by reason and page', async () => {
  const rows = [['Dobra', nip(30_000), 'x'], ['Zły; NIP', '1234567890', 'a "b"'], ['', nip(30_001), ''], ['Za długi', nip(30_002), 'x', 'y']]
  const { id } = await desk.upload(csv([['Nazwa', 'NIP', 'Uwagi'], ...rows]))
  const done = await desk.until(id, 'run')
  assert.deepEqual(figures(done), [4, 1, 0, 0, 3])
  const { text } = await desk.anna.get(`/api/imports/${id}/errors.csv`)
  const [head, first] = text.replace('\uFEFF', '').split(/\r?\n/)
  assert.equal(head, 'Nazwa;NIP;Uwagi;Wiersz;Powód odrzucenia')
  assert.match(first!, /^"Zły; NIP";1234567890;"a ""b""";3;NIP: /)
  const page = (await desk.anna.get(`/api/imports/${id}/refused?limit=2`)).body
  assert.deepEqual([page.rows.map(({ line }: { line: number }) => line), page.next], [[3, 4], 4])
  assert.deepEqual((await desk.anna.get(`/api/imports/${id}/refused?after=4`)).body.rows.map(({ line }: { line: number }) => line), [5])
  assert.deepEqual(page.groups.map(({ code, column, count }: { code: string; column: string; count: number }) => [code, column, count]).sort(), [['nip.check_digit', 'NIP', 1], ['required', 'Nazwa', 1], ['too_many_columns', null, 1]])
  assert.deepEqual((await desk.anna.get(`/api/imports/${id}/refused?code=required`)).body.rows.map(({ line }: { line: number }) => line), [4])
})

test('what has written nothing can be given up; what has, cannot', async () => {
  const begun = await desk.upload(csv([['Nazwa'], ['Porzucona']]))
  assert.equal((await desk.anna.send('DELETE', `/api/imports/${begun.id}`)).status, 204)
  assert.equal((await desk.anna.get(`/api/imports/${begun.id}`)).status, 404)
  const { id } = await desk.upload(csv([['Nazwa'], ['Zapisana']]))
  await desk.until(id, 'run')
  assert.equal((await desk.anna.send('DELETE', `/api/imports/${id}`)).status, 409)
})

test('a column tells its values, the most frequent first', async () => {
  const { id } = await desk.upload(csv([['Nazwa', 'Rola'], ['A', 'hurt'], ['B', 'detal'], ['C', 'hurt'], ['D', '']]))
  const { body } = await desk.anna.get(`/api/imports/${id}/columns/1`)
  assert.deepEqual(body, { values: [{ text: 'hurt', count: 2 }, { text: 'detal', count: 1 }], more: false })
})

test('the undo takes back what was created and changed, and tells of what somebody changed since', async () => {
  for (const n of [40_000, 40_001]) await create(desk.ctx, 'company', { name: `Była ${n}`, nip: nip(n) })
  const { id } = await desk.upload(csv([['Nazwa', 'NIP', 'Grupa'], ['Zmieniona 0', nip(40_000), 'Z importu'], ['Zmieniona 1', nip(40_001), ''], ['Utworzona', nip(40_002), '']]), { options: { keys: [['nip']], found: 'update' } })
  assert.deepEqual(figures(await desk.until(id, 'run')), [3, 1, 2, 0, 0])
  const touched = (await byNip(40_001))!
  await change(desk.ctx, 'company', touched.id, { version: touched.version, values: { name: 'Poprawiona ręcznie' } })
  const undone = await desk.until(id, 'undo')
  assert.deepEqual([undone.state, undone.undoConflicts], ['undone', 1])
  assert.deepEqual([(await byNip(40_000))!.name, (await byNip(40_001))!.name, await byNip(40_002)], ['Była 40000', 'Poprawiona ręcznie', undefined])
  assert.equal((await list(desk.ctx, { object: 'customerGroup', where: 'name = "Z importu"' })).rows.length, 0, 'the group it made goes too')
  assert.equal((await desk.anna.send('POST', `/api/imports/${id}/undo`)).status, 409, 'once is enough')
})

test('the same file twice at once doubles nothing', async () => {
  const file = csv([['Nazwa', 'NIP', 'Miejscowość'], ...Array.from({ length: 2_500 }, (_, n) => [`Bliźniacza ${n}`, n % 2 === 0 ? nip(50_000 + n) : '', 'Łowicz'])])
  const options = { keys: [['nip'], ['name', 'addresses.city']], found: 'skip' }
  const other = await desk.work()
  const both = await Promise.all([desk.upload(file, { options }), desk.upload(file, { options })])
  const ended = await Promise.all(both.map(({ id }) => desk.until(id, 'run')))
  ended.forEach(reconciles)
  assert.equal(ended.reduce((sum, { counts }) => sum + counts.created, 0), 2_500)
  assert.equal(ended.reduce((sum, { counts }) => sum + counts.skipped, 0), 2_500)
  const [{ n }] = await desk.ctx.db.rows<{ n: number }>(sql`select count(*) as n from company where name like 'Bliźniacza%' and deleted_at is null`) as [{ n: number }]
  assert.equal(n, 2_500)
  await other.stop()
})

test('somebody without the function may not import, nor see another’s import', async () => {
  const jan = await desk.house.person('Jan', { grants: [{ role: 'r', object: 'company', verb: 'create', scope: 'all', rule: null }] })
  const { id } = await desk.upload(csv([['Nazwa'], ['Cudza']]))
  assert.equal((await jan.get(`/api/imports/${id}`)).status, 404)
  assert.equal((await jan.send('POST', `/api/imports/${id}/run`)).status, 404)
  assert.equal((await jan.get(`/api/imports/${id}/refused`)).status, 404)
  assert.equal((await jan.get(`/api/imports/${id}/columns/0`)).status, 404)
})

test('an import that is cancelled keeps whole lots and can be undone', async () => {
  const slow = await startDesk()
  try {
    const { id } = await slow.upload(csv([['Nazwa', 'NIP'], ...Array.from({ length: 30_000 }, (_, n) => [`Przerwana ${n}`, nip(100_000 + n)])]))
    await slow.anna.send('POST', `/api/imports/${id}/run?wait=0`)
    await slow.work()
    while ((await slow.read(id)).counts.read < 2_000) await new Promise((resume) => setTimeout(resume, 20))
    await slow.anna.send('POST', `/api/imports/${id}/cancel`)
    let it = await slow.read(id)
    while (it.state === 'running') it = (await new Promise((resume) => setTimeout(resume, 20)), await slow.read(id))
    assert.equal(it.state, 'cancelled')
    reconciles(it)
    assert.ok(it.counts.read < 30_000 && it.counts.read % lotSize === 0, String(it.counts.read))
    const [row] = await slow.ctx.db.rows<{ n: number }>(sql`select count(*) as n from company where deleted_at is null`)
    assert.equal(row!.n, it.counts.created)
    assert.equal((await slow.until(id, 'undo')).state, 'undone')
    assert.equal((await slow.ctx.db.rows<{ n: number }>(sql`select count(*) as n from company where deleted_at is null`))[0]!.n, 0)
  } finally {
    await slow.end()
  }
})

test('a worker killed in the middle of a lot leaves no row doubled or lost', async () => {
  const other = await startDesk()
  const child = spawn(process.execPath, [fileURLToPath(new URL('testing/worker.ts', import.meta.url)), other.house.world.db.url, other.folder, other.anna.id!, String(2 * lotSize)], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const heard = (word: string) => new Promise<void>((resolve) => child.stdout.on('data', (chunk: Buffer) => String(chunk).includes(word) && resolve()))
    await heard('ready')
    const { id } = await other.upload(csv([['Nazwa', 'NIP', 'Grupa'], ...Array.from({ length: 4_500 }, (_, n) => [`Przeżyła ${n}`, nip(200_000 + n), `Grupa ${n % 7}`])]))
    const hanging = heard('hanging')
    await other.anna.send('POST', `/api/imports/${id}/run?wait=0`)
    await hanging
    child.kill('SIGKILL')
    await once(child, 'exit')
    assert.equal((await other.read(id)).counts.read, lotSize, 'the lot in hand was not done')
    await other.work()
    let it = await other.read(id)
    while (it.state === 'running') it = (await new Promise((resume) => setTimeout(resume, 50)), await other.read(id))
    assert.deepEqual([it.state, figures(it)], ['done', [4_500, 4_500, 0, 0, 0]])
    const [rows] = await other.ctx.db.rows<{ all: number; different: number; groups: number }>(sql`select count(*) as all, count(distinct name) as different, (select count(*) from customer_group) as groups from company`)
    assert.deepEqual(rows, { all: 4_500, different: 4_500, groups: 7 })
  } finally {
    child.kill('SIGKILL')
    await other.end()
  }
})
