import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

test('every test of this room that SECURITY.md names is there', () => {
  const page = readFileSync(new URL('../../../SECURITY.md', import.meta.url), 'utf8')
  const room = new URL('.', import.meta.url).pathname
  const files = new Map(globSync('**/*.test.ts', { cwd: room }).map((file) => [file.replace('.test.ts', ''), readFileSync(`${room}${file}`, 'utf8')]))
  const named = [...page.matchAll(/(?:\| |· |— |^Keys: |^Tests: )((?:[a-z]+\/)?[a-z]+): ([^|·\n]+?)(?= \||\s·|$)/gm)].filter(([, file]) => files.has(file!))
  assert.ok(named.length > 30)
  for (const [, file, name] of named) assert.ok(files.get(file!)!.includes(`'${name}'`), `${file}: ${name}`)
})
