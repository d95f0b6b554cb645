import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecordRow } from '../../../../contract/records.ts'
import { createWindow } from './window.ts'

/** A list of `total` rows that counts how often it was asked. */
function listOf(total: number) {
  const asked: (string | null)[] = []
  const fetchPage = async (after: string | null, limit: number) => {
    asked.push(after)
    const from = Number(after ?? 0)
    const rows: RecordRow[] = Array.from({ length: Math.max(0, Math.min(limit, total - from)) }, (_, place) => ({ id: `r${from + place}`, version: 1 }))
    return { rows, next: from + limit < total ? String(from + limit) : null }
  }
  return { asked, fetchPage }
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

test('pages come one after another as one scrolls, without gaps or doubles', async () => {
  const { fetchPage } = listOf(1_200)
  const rows = createWindow(fetchPage, 60)
  for (let at = 0; !rows.ended(); at = rows.size()) {
    rows.reach(Math.max(0, at - 20), at)
    await settled()
  }
  assert.equal(rows.size(), 1_200)
  assert.deepEqual(Array.from({ length: 1_200 }, (_, index) => rows.row(index)?.id), Array.from({ length: 1_200 }, (_, index) => `r${index}`))
})

test('far rows are let go of and come back by their own key when one scrolls back', async () => {
  const { fetchPage, asked } = listOf(60_000)
  const rows = createWindow(fetchPage, 60)
  for (let at = 0; at < 50_000; at = rows.size()) {
    rows.reach(Math.max(0, at - 20), at)
    await settled()
  }
  assert.equal(rows.row(10), undefined)
  const before = asked.length
  rows.reach(0, 30)
  await settled()
  assert.equal(rows.row(10)?.id, 'r10')
  assert.ok(asked.length <= before + 2)
})

test('a row that no longer belongs is gone and the others close up', async () => {
  const rows = createWindow(listOf(10).fetchPage, 60)
  rows.reach(0, 0)
  await settled()
  rows.drop('r3')
  rows.patch('r4', { version: 7 })
  assert.equal(rows.size(), 9)
  assert.equal(rows.row(3)?.id, 'r4')
  assert.equal(rows.row(3)?.version, 7)
  assert.equal(rows.find('r3'), null)
})

test('a list that is refused says so and can be asked again', async () => {
  let refuse = true
  const rows = createWindow(async () => (refuse ? Promise.reject(new Error('no')) : { rows: [], next: null }), 60)
  rows.reach(0, 0)
  await settled()
  assert.equal(rows.face(), 'refused')
  refuse = false
  await rows.renew()
  assert.equal(rows.face(), 'ready')
  assert.equal(rows.ended(), true)
})
