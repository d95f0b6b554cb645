/** Backups of earlier versions, each made by scripts/keep-backup.mjs when its version was finished: all of them must come back in this one. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { sql } from '../../expression/sql.ts'
import { checkBackup, loadBackup } from '../kernel/backup/load.ts'
import { openDiskStore } from '../kernel/files/disk.ts'
import { buildRegistry } from '../kernel/metadata/build.ts'
import { synchronise } from '../kernel/metadata/synchronise.ts'
import { list } from '../kernel/query/list.ts'
import { startWorld } from '../kernel/testing/world.ts'
import { bringUpToDate } from './installation.ts'
import { objects } from './rooms.ts'

const folder = fileURLToPath(new URL('kept/', import.meta.url))

for (const name of readdirSync(folder).filter((file) => file.endsWith('.backup'))) {
  test(`${name} comes back and is brought up to this version`, async () => {
    const world = await startWorld()
    const place = mkdtempSync(join(tmpdir(), 'sedno-kept-'))
    const file = join(folder, name)
    assert.ok((await checkBackup(file)).migrations.length > 0)
    await loadBackup({ db: world.db, files: openDiskStore(place) }, file, { replace: true })
    const registry = buildRegistry(objects)
    await bringUpToDate(world.db, registry)
    assert.deepEqual(await synchronise(world.db, registry), [])
    const { rows, count } = await list(world.ctxOf('program', { registry }), { object: 'company', columns: ['name', 'owner.name'], limit: 20, count: true })
    assert.equal(rows.length, 20)
    assert.equal(count?.value, 150)
    const [history] = await world.db.rows<{ some: boolean }>(sql`select exists (select from history) as some`)
    assert.ok(history!.some)
    rmSync(place, { recursive: true, force: true })
    await world.end()
  })
}
