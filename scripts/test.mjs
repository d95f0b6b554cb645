import { ensureInstalled } from './install.mjs'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { givenIn, node } from './place.mjs'
import { ensureWeb } from './web.mjs'
import { findBrowser } from './browser.mjs'
import { ensureOffice } from './office.mjs'

const total = { passed: 0, failed: 0, skipped: 0 }
const add = (counts) => Object.keys(total).forEach((key) => (total[key] += counts[key]))

await ensureInstalled()
const asked = process.argv.slice(2).map((path) => relative(process.cwd(), resolve(givenIn, path)) || '.')
const files = testFiles(asked.length > 0 ? asked : ['src', 'e2e', 'scripts'])
if (asked.length === 0) await runChecks()
if (files.some((file) => file.includes('documents'))) ensureOffice()
await runServerTests(files.filter((file) => !isStory(file)))
await runStories(files.filter(isStory))
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed > 0 ? 1 : 0)

function isStory(file) {
  return file.startsWith('e2e/')
}

function testFiles(places) {
  return places.filter((place) => existsSync(place)).flatMap((place) => {
    if (!statSync(place).isDirectory()) return [place]
    return readdirSync(place, { recursive: true }).map((file) => join(place, file)).filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'))
  }).sort()
}

/** Each check counts as one test. */
async function runChecks() {
  const checks = [
    ['types of the server', 'node_modules/.bin/tsc', ['-p', '.']],
    ...(existsSync('src/web/tsconfig.json') ? [['types of the web part', 'node_modules/.bin/tsc', ['-p', 'src/web/tsconfig.json']]] : []),
    ['lint', 'node_modules/.bin/oxlint', ['--quiet', 'src', 'scripts', ...['e2e', 'bench'].filter((folder) => existsSync(folder))]],
  ]
  for (const [name, command, words] of checks) {
    const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8' })
    add({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 })
    if (status !== 0) console.log(`\n✖ ${name}\n${stdout}${stderr}`)
  }
}

/** As few processes as keep the cores busy; each has a PostgreSQL of its own. Tests that start and kill whole servers come after, alone. */
async function runServerTests(all) {
  const isProcessTest = (file) => file.endsWith('.process.test.ts')
  const quick = all.filter((file) => !isProcessTest(file))
  const shards = Math.min(quick.length, Math.max(1, Math.min(3, availableParallelism())))
  const parts = Array.from({ length: shards }, (_, shard) => quick.filter((_file, index) => index % shards === shard))
  await Promise.all(parts.map((part) => runTests(part)))
  await runTests(all.filter(isProcessTest))
}

async function runStories(stories) {
  if (stories.length === 0) return
  const browser = findBrowser()
  if (browser === null) {
    console.log(`– ${stories.length} browser stories: no Chromium, and it could not be installed (apt-get install chromium, or name one in SEDNO_CHROMIUM)`)
    return add({ passed: 0, failed: 0, skipped: stories.length })
  }
  await ensureWeb()
  await runTests(stories, { SEDNO_CHROMIUM: browser })
}

async function runTests(part, env = {}) {
  if (part.length === 0) return
  const folder = mkdtempSync(join(tmpdir(), 'sedno-counts-'))
  const counts = join(folder, 'counts.json')
  const words = ['--disable-warning=ExperimentalWarning', '--test', '--test-isolation=none', '--test-timeout=180000', '--test-reporter=./scripts/test-report.mjs', '--test-reporter-destination=stdout', ...part]
  const child = spawn(node, words, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env, SEDNO_TEST_COUNTS: counts, NODE_COMPILE_CACHE: 'node_modules/.cache/compiled' } })
  const code = await new Promise((done) => child.on('close', done))
  const found = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : null
  rmSync(folder, { recursive: true })
  add(found ?? { passed: 0, failed: 0, skipped: 0 })
  if (code !== 0 && !(found?.failed > 0)) {
    console.log(`\n✖ the test process ended with code ${code} (${part.length} files from ${part[0]})`)
    add({ passed: 0, failed: 1, skipped: 0 })
  }
}
