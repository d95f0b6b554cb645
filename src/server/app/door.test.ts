import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freePort } from '../kernel/testing/process.ts'
import { holdPort } from './door.ts'
import { readSettings } from './settings.ts'

test('before Sedno is ready a person gets a page that opens it by itself, a program the state', async () => {
  const port = await freePort()
  const door = await holdPort(readSettings({ PORT: String(port), SEDNO_LANG: 'pl' }))
  const ask = (accept: string, path = '/') => fetch(`http://127.0.0.1:${port}${path}`, { headers: { accept } })
  try {
    const page = await ask('text/html,application/xhtml+xml', '/records/company')
    assert.deepEqual([page.status, page.headers.get('content-type')], [503, 'text/html; charset=utf-8'])
    assert.match(await page.text(), /http-equiv="refresh"[^]*Sedno uruchamia się/)
    const health = await ask('*/*', '/health')
    assert.deepEqual([health.status, await health.json()], [503, { status: 'starting' }])
  } finally {
    await door.close()
  }
})
