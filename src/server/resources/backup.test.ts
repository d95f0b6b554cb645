import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from '../../expression/sql.ts'
import { objects } from '../app/rooms.ts'
import { startHouse } from '../app/testing/house.ts'
import { made } from '../app/testing/stories.ts'
import { loadBackup } from '../kernel/backup/load.ts'
import { writeBackup } from '../kernel/backup/write.ts'
import { openDiskStore } from '../kernel/files/disk.ts'
import { startWorld } from '../kernel/testing/world.ts'
import { installUnits } from './units/actions.ts'

test('a restored database has every booking with its units, and gives no unit twice either', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sedno-bookings-'))
  const files = openDiskStore(join(folder, 'files'))
  const [house, restored] = await Promise.all([startHouse(), startWorld(objects)])
  try {
    const kind = await made(house.all, 'resourceKind', { name: 'Urządzenie' })
    const laptops = await made(house.all, 'resource', { name: 'Laptopy', kind: kind.id, quantity: '12' })
    await made(house.all, 'booking', { resource: laptops.id, start: '2027-01-04T08:00:00Z', end: '2027-01-04T10:00:00Z', units: '12' })
    await writeBackup({ db: house.world.db, files, key: null, program: '1', registry: 'r' }, join(folder, 'b'))
    await loadBackup({ db: restored.db, files }, join(folder, 'b'))
    await installUnits(restored.db)
    const [held] = await restored.db.rows<{ count: number }>(sql`select count(*)::int as count from booking_unit`)
    assert.equal(held!.count, 12)
    await assert.rejects(restored.db.rows(sql`insert into booking_unit select resource, unit, gen_random_uuid(), during from booking_unit limit 1`), /booking_unit_once/)
    await assert.rejects(restored.db.rows(sql`insert into booking (id, version, created_at, updated_at, search, resource, start, "end", units, state) select gen_random_uuid(), 1, now(), now(), '', resource, start, "end", 1, 'booked' from booking`), /booking.taken/)
  } finally {
    await Promise.all([house.end(), restored.end()])
    rmSync(folder, { recursive: true })
  }
})
